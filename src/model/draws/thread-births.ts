import type { Key64 } from "../../random/index.ts";
import type { Portal } from "../portal.ts";
import { orderOf } from "./order-of.ts";

/** Who sends a first message when, and the key of all that belongs to its thread; in columns, in the order drawn. */
export class ThreadBirths {
  readonly #portal: Portal;
  readonly #end: number;
  readonly #specialties: number[] = [];
  readonly #patients: number[] = [];
  readonly #sent: number[] = [];
  readonly #high: number[] = [];
  readonly #low: number[] = [];
  readonly #topics: number[] = [];

  /** `end` of the run [min]: what is sent from then on is none of it. */
  constructor(portal: Portal, end: number) {
    this.#portal = portal;
    this.#end = end;
  }

  /**
   * `written` [min since start], negative for what waits at the start: sent then, or when the portal lets it; `topic` only where it is known
   * beforehand.
   */
  add(specialty: number, patient: number, written: number, hi: number, lo: number, topic = -1): void {
    this.addSent(specialty, patient, this.#portal.sendingAt(written), hi, lo, topic);
  }

  /** The same of what is known to have been sent at that moment; whether that is in the run. */
  addSent(specialty: number, patient: number, sent: number, hi: number, lo: number, topic: number): boolean {
    if (sent >= this.#end) return false;
    this.#specialties.push(specialty);
    this.#patients.push(patient);
    this.#sent.push(sent);
    this.#high.push(hi);
    this.#low.push(lo);
    this.#topics.push(topic);
    return true;
  }

  /** Indexes in order of sending; those sent at the same moment in the order drawn. */
  inOrder(): Uint32Array {
    return orderOf(Float64Array.from(this.#sent), this.#sent.length);
  }

  specialty(index: number): number {
    return this.#specialties[index]!;
  }

  patient(index: number): number {
    return this.#patients[index]!;
  }

  sent(index: number): number {
    return this.#sent[index]!;
  }

  /** −1: any. */
  topic(index: number): number {
    return this.#topics[index]!;
  }

  key(index: number): Key64 {
    return { hi: this.#high[index]!, lo: this.#low[index]! };
  }
}
