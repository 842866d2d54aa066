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
  const bandAt = (week: number, without = -1) => {
    const values = sorted(
      replications.flatMap((path, i) => (i === without || Number.isNaN(path[week]!) ? [] : [path[week]!])),
    );
    return [
      quantile(values, (1 - BAND) / 2),
      quantile(values, 0.5),
      quantile(values, (1 + BAND) / 2),
    ] as const;
  };
  const bands = weeks.map((_, week) => bandAt(week));
  const outsideOf = (path: readonly number[], without: number) => {
    let [outside, judged] = [0, 0];
    for (let week = first; week < weeks.length; week += 1) {
      const value = path[week]!;
      if (Number.isNaN(value)) continue;
      const [low, , high] = without < 0 ? bands[week]! : bandAt(week, without);
      judged += 1;
      if (value < low || value > high) outside += 1;
    }
    return { outside, judged };
  };
  const own = outsideOf(recorded, -1);
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
    usual: replications.map((path, i) => share(outsideOf(path, i))),
  };
}
