import type { Resource } from "./resource.ts";
import type { Signal } from "./signal.ts";
import type { Simulation } from "./simulation.ts";

/** What a process yields: always what `hold`, `seize` or `waitFor` returned. */
export interface Wait {
  readonly wait: true;
}

/** A life: each `yield` gives true when what it waited for came about, and false when its patience ended first. */
export type ProcessBody = Generator<Wait, void, boolean>;

export interface SeizeOptions {
  /** Lower goes first; 0 unless told. */
  readonly priority?: number;
  /** How long to wait at most [time]; for ever unless told. */
  readonly patience?: number;
}

/**
 * A story in simulated time, told by a synchronous generator and begun by `Processes.start`.
 *
 * `hold`, `seize` and `waitFor` are for the process itself and must be yielded at once: `yield p.hold(5)`.
 */
export interface Process {
  readonly simulation: Simulation;
  /** The time on the clock. */
  readonly now: number;
  readonly ended: boolean;

  /**
   * Lets `duration` ≥ 0 pass. While a resource that it holds is suspended, this stands still; what is left goes on when
   * all are back, each suspension adding the resource's re-read cost. `priority` orders what happens at the same time.
   */
  hold(duration: number, priority?: number): Wait;

  /** Waits until it holds one unit of the resource; the `yield` gives false when `patience` ended first. */
  seize(resource: Resource, options?: SeizeOptions): Wait;

  /** Gives back the unit that it seized last; throws when it holds none. Takes no time and is not yielded. */
  release(resource: Resource): void;

  /** Waits until the signal is fired, or until the other process has ended; false when `patience` ended first. */
  waitFor(what: Signal | Process, patience?: number): Wait;

  /**
   * For others: throws `Interrupted` into this process where it waits, as the next event of this minute. It loses what
   * it waited for, and keeps what it holds. False when it has not begun, has ended or is being interrupted already.
   * Throws when a process interrupts itself.
   */
  interrupt(cause?: unknown): boolean;
}
