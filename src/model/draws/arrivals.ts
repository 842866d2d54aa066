import type { Key64 } from "../../random/index.ts";
import { deriveKeyInto, keyedUniformAt, poissonQuantile } from "../../random/index.ts";
import { MINUTES_PER_WEEK } from "../../units.ts";
import type { OperationalTime } from "./operational-time.ts";
import type { Panel } from "./panel.ts";
import { PURPOSE } from "./purpose.ts";
import type { ThreadBirths } from "./thread-births.ts";

/** [operational min] */
const BLOCK = 13 * MINUTES_PER_WEEK;
/** Height of the lowest layer [threads per block]; each layer above is as high as all below it. */
const LOWEST_LAYER = 0.25;
const LAYERS = 64;

/** A specialty's demand over one replication. */
export interface ArrivalPlan {
  readonly specialty: number;
  /** Of the specialty, this seed and this replication. */
  readonly key: Key64;
  readonly panel: Panel;
  /** New threads of a patient of weight 1 [1/min]. */
  readonly threadRate: number;
  readonly time: OperationalTime;
  /** Factor on the rate by day of the run, day factor included. */
  readonly byDay: Float64Array;
}

/**
 * The first messages of all threads: a non-homogeneous Poisson process per patient, exact, and stable under change.
 *
 * Each patient has a Poisson scatter of points over (operational time × height), the same whatever the demand is; a point
 * is a thread if it lies below the patient's rate at its own moment. So a higher rate keeps every thread and adds some,
 * a longer run or another patient only adds points, and a thread is known for ever by the cell its point was drawn in.
 * The scatter is drawn in cells of 13 weeks of operational time by layers of height that double, as high as is needed.
 * Source: Poisson random measure and thinning, Lewis & Shedler 1979; Çinlar, Probability and Stochastics, VI.
 */
export function drawArrivals(plan: ArrivalPlan, births: ThreadBirths): void {
  const { panel, time, byDay, key } = plan;
  const peaks = peakByBlock(time, byDay);
  const words = new Uint32Array(4);
  for (let patient = 0; patient < panel.weights.length; patient += 1) {
    const mean = panel.weights[patient]! * plan.threadRate * BLOCK;
    deriveKeyInto(words, 0, key.hi, key.lo, PURPOSE.cellCount, patient);
    const hi = words[0]!;
    const lo = words[1]!;
    for (let block = 0; block < peaks.length; block += 1) {
      const top = mean * peaks[block]!;
      let floor = 0;
      let height = LOWEST_LAYER;
      for (let layer = 0; floor < top; layer += 1) {
        const cell = block * LAYERS + layer;
        const count = poissonQuantile(height, keyedUniformAt(hi, lo, PURPOSE.cellCount, cell));
        for (let ordinal = 0; ordinal < count; ordinal += 1) {
          deriveKeyInto(words, 2, hi, lo, cell, ordinal);
          const level = floor + height * keyedUniformAt(words[2]!, words[3]!, PURPOSE.height, 0);
          if (level >= top) continue;
          const s = (block + keyedUniformAt(words[2]!, words[3]!, PURPOSE.position, 0)) * BLOCK;
          if (s >= time.total) continue;
          const slot = time.slotAt(s);
          if (level >= mean * byDay[time.dayOf(slot)]!) continue;
          births.add(plan.specialty, patient, time.timeAt(s, slot), words[2]!, words[3]!);
        }
        floor += height;
        height = floor;
      }
    }
  }
}

/** The highest factor of any day that a block touches. */
function peakByBlock(time: OperationalTime, byDay: Float64Array): Float64Array {
  const peaks = new Float64Array(Math.ceil(time.total / BLOCK));
  let counted = 0;
  for (let day = 0; day < byDay.length; day += 1) {
    const first = Math.floor(counted / BLOCK);
    counted = time.countedAtEndOf(day);
    const last = Math.min(Math.floor(counted / BLOCK), peaks.length - 1);
    for (let block = first; block <= last; block += 1) {
      if (byDay[day]! > peaks[block]!) peaks[block] = byDay[day]!;
    }
  }
  return peaks;
}
