import { pairedMean } from "../../stats/index.ts";
import type { UncertainInputs } from "../inputs/uncertain-inputs.ts";
import { mean } from "./replicate-products.ts";
import type { InputEffect, SettingEffect } from "./sensitivity.ts";
import type { Measured } from "./sobol-indices.ts";
import type { TornadoDesign } from "./tornado-design.ts";

/**
 * What each input does alone: paired differences over the replications, which are in the same worlds at all points, with Student's t.
 * `values`: of each point of the design, its replications; `widest`: as far as the response can change.
 */
export function tornadoEffects(
  { changes }: TornadoDesign,
  inputs: UncertainInputs,
  values: readonly Float64Array[],
  confidence: number,
  widest = Number.POSITIVE_INFINITY,
): readonly InputEffect[] {
  const difference = (a: Float64Array, b: Float64Array): Measured => {
    const paired = pairedMean(a, b);
    const { low, high } = paired.at(confidence);
    return { estimate: paired.estimate, low: Math.max(low, -widest), high: Math.min(high, widest) };
  };
  const written = values[0]!;
  return inputs.inputs.map((_, input): InputEffect => {
    const own = changes.flatMap((change, i) =>
      change.input === input ? [{ ...change, values: values[i + 1]! }] : [],
    );
    const settings = own.map(
      ({ setting, u, values: there }): SettingEffect => ({
        setting: typeof setting === "number" ? "choice" : setting,
        value: inputs.valueAt(input, u),
        mean: mean(there),
        difference: difference(there, written),
      }),
    );
    const all = [written, ...own.map(({ values: there }) => there)];
    const most = all.reduce((a, b) => (mean(b) > mean(a) ? b : a));
    const least = all.reduce((a, b) => (mean(b) < mean(a) ? b : a));
    return { input, swing: difference(most, least), settings };
  });
}
