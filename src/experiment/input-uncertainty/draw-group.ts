import type { ReplicationResult, ResponseDefinition } from "../../model/index.ts";
import { type Group, quantile, sorted, Tally } from "../../stats/index.ts";

/** A response of a draw's replications, in one alternative: its place among the responses there. */
export interface DrawSide {
  readonly place: number;
  /** In order of replication. */
  readonly results: readonly ReplicationResult[];
}

/** What the replications say of a draw, and by how much each of them, by itself, is off: deviations with mean 0, or the values themselves. */
interface Measured {
  readonly estimate: number;
  readonly units: readonly number[];
}

/**
 * A response of one draw as a group of its replications, by the estimand of the response: a mean; the ratio of the draw's totals, with the
 * linearised deviations of its replications; the quantile of what the draw's replications hold together, which varies as the mean of their own
 * quantiles does (Bahadur 1966). Undefined where fewer than two replications measure it.
 */
export function drawGroup({ estimand }: ResponseDefinition, side: DrawSide): Group | undefined {
  return groupOf(measured(estimand, side));
}

/** The same of the difference between an alternative and the base, which met the same worlds. */
export function drawDifference(
  { estimand }: ResponseDefinition,
  own: DrawSide,
  base: DrawSide,
): Group | undefined {
  const [one, other] = [measured(estimand, own), measured(estimand, base)];
  const units = one.units.map((value, i) => value - other.units[i]!);
  if (estimand.type !== "mean") return groupOf({ estimate: one.estimate - other.estimate, units });
  return groupOf({ estimate: meanOf(units), units });
}

function measured(estimand: ResponseDefinition["estimand"], { place, results }: DrawSide): Measured {
  const values = results.map((result) => result.values[place]!);
  switch (estimand.type) {
    case "mean":
      return { estimate: meanOf(values), units: values };
    case "ratio": {
      const tops = results.map((result) => result.numerators[place]!);
      const bottoms = results.map((result) => result.denominators[place]!);
      const [top, bottom] = [sumOf(tops), sumOf(bottoms)];
      const estimate = top / bottom;
      const each = bottom / results.length;
      return { estimate, units: tops.map((own, i) => (own - estimate * bottoms[i]!) / each) };
    }
    case "quantile": {
      const samples = results.map((result) => result.samples[estimand.sample]!);
      const all = new Float64Array(samples.reduce((size, { length }) => size + length, 0));
      let at = 0;
      for (const sample of samples) {
        all.set(sample, at);
        at += sample.length;
      }
      return { estimate: quantile(sorted(all), estimand.p), units: values };
    }
  }
}

function groupOf({ estimate, units }: Measured): Group | undefined {
  const tally = new Tally();
  for (const unit of units) if (!Number.isNaN(unit)) tally.add(unit);
  if (Number.isNaN(estimate) || tally.count < 2) return undefined;
  return {
    estimate,
    variance: Number.isFinite(tally.mean) ? tally.variance : Number.NaN,
    units: tally.count,
  };
}

function meanOf(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return sumOf(known) / known.length;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
