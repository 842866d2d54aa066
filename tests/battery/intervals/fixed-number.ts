import { createStream, type Stream } from "../../../src/random/index.ts";
import { meanInterval, pooledQuantileInterval, ratioInterval } from "../../../src/stats/index.ts";
import { rareUnits } from "../../stats/rare-units.ts";
import {
  CALM,
  EXPONENTIAL,
  LOGNORMAL,
  type MeanSystem,
  NORMAL,
  QUEUE,
  QUEUE_MEAN,
  type WaitSystem,
  WEATHER,
} from "./known-systems.ts";
import { covered } from "./measure.ts";

/** A line of the table: how many of 4,000 intervals cover, by number of replications. */
export interface CoverageRow {
  readonly estimand: "mean" | "share" | "quantile";
  readonly system: string;
  readonly hits: ReadonlyMap<number, number>;
}

export const COUNTS = [5, 10, 20, 30, 100] as const;

/** Coverage of what `run` prints with a fixed number of replications. */
export function fixedNumberRows(): readonly CoverageRow[] {
  return [
    ...[NORMAL, QUEUE_MEAN, EXPONENTIAL, LOGNORMAL].map(meanRow),
    ...[QUEUE, WEATHER, CALM].map(shareRow),
    ...RARE.map(rareRow),
    quantileRow(QUEUE, 0.9),
    quantileRow(WEATHER, 0.9),
    quantileRow(WEATHER, 0.5),
    quantileRow(CALM, 0.9),
  ];
}

function row<T>(
  estimand: CoverageRow["estimand"],
  system: string,
  truth: number,
  counts: readonly number[],
  draw: (s: Stream) => T,
  intervalOf: Parameters<typeof covered<T>>[4],
): CoverageRow {
  const hits = covered(`${estimand} ${system}`, truth, counts, draw, intervalOf);
  return { estimand, system, hits: new Map(counts.map((count, i) => [count, hits[i]!])) };
}

function meanRow({ name, mean, draw }: MeanSystem): CoverageRow {
  return row("mean", name, mean, COUNTS, draw, (values) => meanInterval(values));
}

/** The share of waits that are no longer than nine in ten are. */
function shareRow({ name, quantile, draw }: WaitSystem): CoverageRow {
  const promised = quantile(0.9);
  const drawKept = (s: Stream) => {
    const waits = draw(s);
    return { kept: waits.filter((wait) => wait <= promised).length, all: waits.length };
  };
  return row("share", `90 % of ${name}`, 0.9, COUNTS, drawKept, (replications) =>
    ratioInterval(
      replications.map(({ kept }) => kept),
      replications.map(({ all }) => all),
      0.95,
      [0, 1],
    ),
  );
}

const RARE = [
  { risk: 0.01, units: 12, correlation: 0.1 },
  { risk: 0.05, units: 12, correlation: 0.3 },
  { risk: 0.01, units: 1000, correlation: 0.1 },
] as const;

function rareRow({ risk, units, correlation }: (typeof RARE)[number]): CoverageRow {
  const system = `${100 * risk} % of ${units} units that go together by ${correlation}`;
  const draw = (s: Stream) => rareUnits(s, units, risk, correlation);
  return row("share", system, risk, [5, 10, 20, 30], draw, (happened) =>
    ratioInterval(happened, new Array<number>(happened.length).fill(units), 0.95, [0, 1]),
  );
}

function quantileRow({ name, quantile, draw }: WaitSystem, p: number): CoverageRow {
  const stream = createStream(1, 0, "bootstrap");
  return row("quantile", `p${100 * p} of ${name}`, quantile(p), [10, 20, 30], draw, (samples) =>
    pooledQuantileInterval(samples, p, { stream }),
  );
}
