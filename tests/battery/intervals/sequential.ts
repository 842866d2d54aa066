import { LookAhead } from "../../../src/experiment/look-ahead.ts";
import { isPrecise, UNTIL_DEFAULTS } from "../../../src/experiment/precision.ts";
import { createStream, type Stream } from "../../../src/random/index.ts";
import {
  type Interval,
  meanInterval,
  pooledQuantileInterval,
  ratioInterval,
} from "../../../src/stats/index.ts";
import {
  EXPONENTIAL,
  type MeanSystem,
  NORMAL,
  QUEUE,
  QUEUE_MEAN,
  type WaitSystem,
  WEATHER,
} from "./known-systems.ts";
import { covers, MACRO_REPLICATIONS } from "./measure.ts";

/** Coverage where the interval's own width says when to stop. */
export interface SequentialRow {
  readonly estimand: "mean" | "share" | "quantile";
  readonly system: string;
  /** As it would be asked for. */
  readonly until: string;
  /** Intervals that cover: of the replications that the rule finds enough, and with those by which it was borne out. */
  readonly hits: number;
  readonly hitsWithThose: number;
  /** The same where the first precise interval is taken, and nobody looks ahead; not of quantiles, which take too long. */
  readonly hitsWithout?: number;
  readonly meanReplications: number;
}

/** Coverage of what `run --until` prints, by its defaults. */
export function sequentialRows(): readonly SequentialRow[] {
  return [
    meanRow(NORMAL, 0.08),
    meanRow(QUEUE_MEAN, 0.3),
    meanRow(EXPONENTIAL, 0.3),
    shareRow(WEATHER, 0.025),
    shareRow(QUEUE, 0.04),
    quantileRow(WEATHER, 0.025),
    quantileRow(QUEUE, 0.4),
  ];
}

interface Wish<T> {
  readonly estimand: SequentialRow["estimand"];
  readonly system: string;
  readonly truth: number;
  readonly halfWidth: number;
  readonly relative: boolean;
  readonly draw: (s: Stream) => T;
  readonly intervalOf: (replications: readonly T[]) => Interval;
}

function row<T>({ estimand, system, truth, halfWidth, relative, draw, intervalOf }: Wish<T>): SequentialRow {
  let hits = 0;
  let hitsWithThose = 0;
  let hitsWithout = 0;
  let total = 0;
  const isEnough = (interval: Interval) => isPrecise(interval, { response: "", halfWidth, relative });
  for (let experiment = 0; experiment < MACRO_REPLICATIONS; experiment++) {
    const s = createStream(2031, experiment, `${estimand} ${system}`);
    const replications: T[] = [];
    const known = new Map<number, Interval>();
    const at = (count: number) => {
      const interval = known.get(count) ?? intervalOf(replications.slice(0, count));
      known.set(count, interval);
      return interval;
    };
    const rule = new LookAhead(UNTIL_DEFAULTS, (count) => isEnough(at(count)));
    let enough: number | undefined;
    do {
      replications.push(draw(s));
      enough = rule.enough(replications.length);
    } while (enough === undefined);
    total += enough;
    if (covers(at(enough), truth)) hits += 1;
    if (covers(at(replications.length), truth)) hitsWithThose += 1;
    if (estimand === "quantile") continue;
    let first: number = UNTIL_DEFAULTS.atLeast;
    while (!isEnough(at(first))) first += 1;
    if (covers(at(first), truth)) hitsWithout += 1;
  }
  const until = relative ? `${100 * halfWidth}%` : `${100 * halfWidth}pp`;
  return {
    estimand,
    system,
    until,
    hits,
    hitsWithThose,
    ...(estimand === "quantile" ? {} : { hitsWithout }),
    meanReplications: total / MACRO_REPLICATIONS,
  };
}

function meanRow({ name, mean, draw }: MeanSystem, halfWidth: number): SequentialRow {
  return row({
    estimand: "mean",
    system: name,
    truth: mean,
    halfWidth,
    relative: true,
    draw,
    intervalOf: (values) => meanInterval(values),
  });
}

function shareRow({ name, quantile, draw }: WaitSystem, halfWidth: number): SequentialRow {
  const promised = quantile(0.9);
  return row({
    estimand: "share",
    system: `90 % of ${name}`,
    truth: 0.9,
    halfWidth,
    relative: false,
    draw: (s) => {
      const waits = draw(s);
      return { kept: waits.filter((wait) => wait <= promised).length, all: waits.length };
    },
    intervalOf: (replications) =>
      ratioInterval(
        replications.map(({ kept }) => kept),
        replications.map(({ all }) => all),
        0.95,
        [0, 1],
      ),
  });
}

function quantileRow({ name, quantile, draw }: WaitSystem, halfWidth: number): SequentialRow {
  return row({
    estimand: "quantile",
    system: `p90 of ${name}`,
    truth: quantile(0.9),
    halfWidth,
    relative: true,
    draw,
    intervalOf: (samples) =>
      pooledQuantileInterval(samples, 0.9, { stream: createStream(1, 0, "bootstrap") }),
  });
}
