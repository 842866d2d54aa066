import { deriveKeyInto, type Key64, keyedUniformAt, log } from "../../random/index.ts";
import type { Team } from "../clinic.ts";
import { PURPOSE } from "./purpose.ts";

/** What each physician of a team takes of its patients, by ordinal, as weights; all alike where nobody takes any. */
export function panelWeights({ count, people }: Team): readonly number[] {
  const weights = Array.from({ length: count }, (_, ordinal) => people[ordinal]?.panelShare ?? 1);
  return weights.some((weight) => weight > 0) ? weights : weights.map(() => 1);
}

/**
 * Which physician of a team each patient of a panel has: every patient by chance, as the weights say. Each physician bids for
 * each patient, independently of all others, and the highest bid wins: so a physician more takes patients from all alike and
 * moves no others, and where one weight changes only patients come to, or leave, that physician. O(physicians) per patient.
 *
 * Source: weighted rendezvous hashing, Thaler and Ravishankar, IEEE/ACM Trans Netw 1998;6(1):1-14; −ln u ∕ w is exponential
 * of rate w, and the least of several exponentials is each one's in parts of their rates.
 */
export class OwnPhysicians {
  readonly #key: Key64;
  readonly #weights: readonly number[];
  /** By patient, −2 where it has not been asked for. */
  readonly #known: Int32Array;
  readonly #words = new Uint32Array(2);

  constructor(key: Key64, patients: number, weights: readonly number[]) {
    this.#key = key;
    this.#weights = weights;
    this.#known = new Int32Array(patients).fill(-2);
  }

  /** The ordinal of a patient's physician; −1 when there is none. */
  of(patient: number): number {
    const known = this.#known[patient]!;
    if (known !== -2) return known;
    const ordinal = this.#highestBid(patient);
    this.#known[patient] = ordinal;
    return ordinal;
  }

  #highestBid(patient: number): number {
    const words = this.#words;
    deriveKeyInto(words, 0, this.#key.hi, this.#key.lo, PURPOSE.physician, patient);
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let ordinal = 0; ordinal < this.#weights.length; ordinal += 1) {
      const weight = this.#weights[ordinal]!;
      if (!(weight > 0)) continue;
      const wait = -log(keyedUniformAt(words[0]!, words[1]!, PURPOSE.physician, ordinal)) / weight;
      if (wait < least) {
        best = ordinal;
        least = wait;
      }
    }
    return best;
  }
}
