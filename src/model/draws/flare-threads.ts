import { deriveKeyInto, keyedUniformAt, poissonQuantile } from "../../random/index.ts";
import { MINUTES_PER_YEAR } from "../../units.ts";
import type { Specialty } from "../clinic.ts";
import { portalPatients } from "./panel.ts";
import { PURPOSE, worldKey } from "./purpose.ts";
import type { ThreadBirths } from "./thread-births.ts";

/** [min] Length of the cells in which flares are drawn. */
const CELL = MINUTES_PER_YEAR;

/**
 * Threads of flares: each portal patient has flares in a Poisson process, under way already when the run begins, and each
 * flare a Poisson number of threads at any moment of its time alike. Keyed by (specialty, patient, year of the run, ordinals):
 * another patient, a longer run, more flares or more messages of them adds threads and keeps those there. `end` [min].
 */
export function drawFlares(
  specialty: Specialty,
  index: number,
  end: number,
  seed: number,
  replication: number,
  births: ThreadBirths,
): void {
  const { flares } = specialty;
  if (flares === undefined) return;
  const { perPatientYear, messages, over, topic } = flares;
  const key = worldKey(seed, replication, ["flares", specialty.name]);
  const cells = Math.ceil(end / CELL);
  const before = -Math.ceil(over / CELL);
  const words = new Uint32Array(8);
  const uniform = (at: number, purpose: number, ordinal: number) =>
    keyedUniformAt(words[at]!, words[at + 1]!, purpose, ordinal);
  for (let patient = 0; patient < portalPatients(specialty); patient += 1) {
    deriveKeyInto(words, 0, key.hi, key.lo, PURPOSE.flareCount, patient);
    for (let cell = before; cell < cells; cell += 1) {
      const count = poissonQuantile(perPatientYear, uniform(0, PURPOSE.flareCount, cell));
      if (count === 0) continue;
      deriveKeyInto(words, 2, words[0]!, words[1]!, PURPOSE.flareStart, cell);
      for (let flare = 0; flare < count; flare += 1) {
        const start = (cell + uniform(2, PURPOSE.flareStart, flare)) * CELL;
        if (start >= end || start + over <= 0) continue;
        deriveKeyInto(words, 4, words[2]!, words[3]!, PURPOSE.flareMessages, flare);
        const threads = poissonQuantile(messages, uniform(4, PURPOSE.flareMessages, 0));
        for (let ordinal = 0; ordinal < threads; ordinal += 1) {
          const sent = start + over * uniform(4, PURPOSE.flareTime, ordinal);
          if (!(sent >= 0 && sent < end)) continue;
          deriveKeyInto(words, 6, words[4]!, words[5]!, PURPOSE.flareTime, ordinal);
          births.add(index, patient, sent, words[6]!, words[7]!, topic);
        }
      }
    }
  }
}
