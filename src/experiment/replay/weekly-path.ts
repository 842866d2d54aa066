import { quantile, sorted } from "../../stats/index.ts";
import { BAND } from "./check.ts";

/** Something week by week: as recorded, and the middle and band of replications. Plain data; NaN where too few messages tell. */
export interface WeeklyPath {
  /** ISO date of each week's first day. */
  readonly weeks: readonly string[];
  readonly recorded: readonly number[];
  readonly predicted: readonly number[];
  /** Pointwise: nine of ten replications are between these ends in any one week, not in all of them together. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Judged weeks with the record inside the band, and all judged weeks. */
  readonly inside: number;
  readonly judged: number;
}

/** A path and how many weeks of each replication lie outside the band of the others, in parts of all: what is usual for a right model. */
export interface TracedPath {
  readonly path: WeeklyPath;
  readonly outside: number;
  readonly usual: readonly number[];
}

/** The path of the record among those of replications; judged from `first` on. */
export function tracePath(
  weeks: readonly string[],
  first: number,
  recorded: readonly number[],
  replications: readonly (readonly number[])[],
): TracedPath {
  const columns = weeks.map((_, week) =>
    sorted(replications.map((path) => path[week]!).filter((value) => !Number.isNaN(value))),
  );
  const bandOf = (values: Float64Array) =>
    [quantile(values, (1 - BAND) / 2), quantile(values, 0.5), quantile(values, (1 + BAND) / 2)] as const;
  const bands = columns.map(bandOf);
  /** Of a replication, the band is that of all others. */
  const outsideOf = (path: readonly number[], isOwn: boolean) => {
    let [outside, judged] = [0, 0];
    for (let week = first; week < weeks.length; week += 1) {
      const value = path[week]!;
      if (Number.isNaN(value)) continue;
      const [low, , high] = isOwn ? bands[week]! : bandOf(without(columns[week]!, value));
      judged += 1;
      if (value < low || value > high) outside += 1;
    }
    return { outside, judged };
  };
  const own = outsideOf(recorded, true);
  const share = ({ outside, judged }: typeof own) => outside / judged;
  return {
    path: {
      weeks,
      recorded,
      predicted: bands.map(([, middle]) => middle),
      low: bands.map(([low]) => low),
      high: bands.map(([, , high]) => high),
      inside: own.judged - own.outside,
      judged: own.judged,
    },
    outside: share(own),
    usual: replications.map((path) => share(outsideOf(path, false))),
  };
}

/** Ascending values without one of them. */
function without(values: Float64Array, value: number): Float64Array {
  const place = values.indexOf(value);
  return values.filter((_, i) => i !== place);
}
