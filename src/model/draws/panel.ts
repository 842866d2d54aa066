import { gammaQuantile, type Key64, keyedUniform } from "../../random/index.ts";
import type { Specialty } from "../clinic.ts";
import { PURPOSE, worldKey } from "./purpose.ts";

/** The portal patients of a specialty, and how much each of them writes. */
export interface Panel {
  readonly key: Key64;
  /** One weight per patient, 1 for somebody who writes as much as the mean. */
  readonly weights: Float64Array;
}

/** Number of patients who use the portal, to the nearest whole patient. */
export function portalPatients({ patients, portalShare }: Specialty): number {
  return Math.round(patients * portalShare);
}

/**
 * The panel of one replication. A `fixed` panel is the clinic's own: the same people in every replication, their weights
 * scaled to mean 1 so that the stated volume is theirs. A `redrawn` one is another such panel each time: its volume varies.
 */
export function drawPanel(specialty: Specialty, seed: number, replication: number): Panel {
  const { heterogeneity } = specialty.demand;
  const fixed = heterogeneity?.panel === "fixed";
  const key = fixed
    ? worldKey(seed, 0, ["own panel", specialty.name])
    : worldKey(seed, replication, ["panel", specialty.name]);
  const weights = new Float64Array(portalPatients(specialty)).fill(1);
  if (heterogeneity === undefined) return { key, weights };
  const { shape } = heterogeneity;
  let sum = 0;
  for (let patient = 0; patient < weights.length; patient += 1) {
    weights[patient] = gammaQuantile(keyedUniform(key, PURPOSE.patientWeight, patient), shape, 1 / shape);
    sum += weights[patient]!;
  }
  if (fixed && sum > 0) {
    const scale = weights.length / sum;
    for (let patient = 0; patient < weights.length; patient += 1) weights[patient]! *= scale;
  }
  return { key, weights };
}
