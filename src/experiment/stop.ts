import type { StopSignal } from "./executor.ts";

/** A signal that can be given here, and is given when another one is. */
export class Stop implements StopSignal {
  readonly #other: StopSignal | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #follow = () => this.abort();
  #aborted: boolean;

  constructor(other?: StopSignal) {
    this.#other = other;
    this.#aborted = other?.aborted ?? false;
    other?.addEventListener("abort", this.#follow);
  }

  get aborted(): boolean {
    return this.#aborted;
  }

  abort(): void {
    if (this.#aborted) return;
    this.#aborted = true;
    for (const listener of this.#listeners) listener();
  }

  /** No longer follows the other one. */
  release(): void {
    this.#other?.removeEventListener("abort", this.#follow);
  }

  addEventListener(_: "abort", listener: () => void): void {
    this.#listeners.add(listener);
  }

  removeEventListener(_: "abort", listener: () => void): void {
    this.#listeners.delete(listener);
  }
}
