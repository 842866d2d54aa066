import { invariant } from "../../errors.ts";
import type { DayPaths, Model } from "../../model/index.ts";
import { createStream } from "../../random/index.ts";
import {
  meanInterval,
  pairedMean,
  pairedRatio,
  ratioInterval,
  replicationsNeeded,
} from "../../stats/index.ts";
import { backlogOf } from "./backlog-path.ts";
import type { StressCase } from "./stress-plan.ts";
import {
  type Bounded,
  bounded,
  type StressedPromise,
  type StressedRun,
  type StressResult,
  type StressStretch,
  type Verdict,
} from "./stress-result.ts";

/** Nobody runs more worlds than this to tell a promise from its target. */
const MOST_WORLDS = 10_000;
/** [days] After a stress. */
export const WATCHED = 84;
/** [days] From its beginning, or as long as it lasts, if that is longer: the messages that a promise is held against. */
const LEAST = 28;
const WEEK = 7;

export interface StressTerms {
  readonly seed: number;
  /** Of the intervals that are told. */
  readonly confidence: number;
  /** Of the intervals that decide. */
  readonly decidedAt: number;
  readonly recoverWithin: number;
}

/** What a stress makes of a plan: its results against those of the plan without it, in the same worlds, in order of replication. */
export function measureStress(
  stress: StressCase,
  model: Model,
  results: readonly StressedRun[],
  base: readonly StressedRun[],
  terms: StressTerms,
): StressResult {
  const { calendar } = model;
  const from = calendar.dayOfDate(stress.from);
  const end = calendar.dayOfDate(stress.to) + 1;
  const stretch = { from, end, last: end + WATCHED };
  const own = results.map(pathsOf);
  const without = base.map(pathsOf);
  const stream = createStream(terms.seed, 0, `bootstrap of stress ${stress.name}`);
  const backlog = backlogOf(own, without, stretch, calendar, { ...terms, stream });
  const promises = model.clinic.promises.map(({ name, target }, index) =>
    stressedPromise({ name, target, index }, own, without, stretch, model, terms),
  );
  const evenings = eveningsOf(own, without, stretch, model, terms.confidence);
  const recovery = { ...backlog.recovery, verdict: atMost(backlog.surelyBack, terms.recoverWithin) };
  const worst = promises.toSorted((a, b) => margin(a) - margin(b))[0];
  const verdict = together([recovery.verdict, ...promises.map((promise) => promise.verdict)]);
  return {
    name: stress.name,
    doc: stress.doc,
    from: stress.from,
    to: stress.to,
    peak: backlog.peak,
    ...(worst === undefined ? {} : { worst: worst.promise }),
    promises,
    ...(evenings === undefined ? {} : { evenings }),
    recovery,
    path: backlog.path,
    verdict,
  };
}

function pathsOf({ paths, replication }: StressedRun): DayPaths {
  invariant(paths !== undefined, `replication ${replication} has no paths`);
  return paths;
}

function stressedPromise(
  { name, target, index }: { readonly name: string; readonly target: number; readonly index: number },
  own: readonly DayPaths[],
  base: readonly DayPaths[],
  { from, end, last }: StressStretch,
  { calendar }: Model,
  { confidence, decidedAt }: StressTerms,
): StressedPromise {
  const termsOf = (paths: readonly DayPaths[], first: number, after: number) => {
    const sum = (days: Float64Array) => days.subarray(first, after).reduce((total, each) => total + each, 0);
    return {
      numerators: paths.map((path) => sum(path.kept[index]!)),
      denominators: paths.map((path) => sum(path.made[index]!)),
    };
  };
  const shareOf = (paths: readonly DayPaths[], first: number, after: number, at = confidence) => {
    const { numerators, denominators } = termsOf(paths, first, after);
    return ratioInterval(numerators, denominators, at, [0, 1]);
  };
  const changeOf = (first: number, after: number) =>
    pairedRatio(termsOf(own, first, after), termsOf(base, first, after)).at(confidence);
  const days = Math.max(LEAST, end - from);
  const share = shareOf(own, from, from + days);
  const verdict = atLeast(shareOf(own, from, from + days, decidedAt), target);
  const needs = replicationsNeeded({ ...share, estimate: share.estimate - target }, decidedAt);
  const weeks = Array.from({ length: Math.floor((last - from) / WEEK) }, (_, week) => from + WEEK * week)
    .map((day) => ({ day, share: shareOf(own, day, day + WEEK), base: shareOf(base, day, day + WEEK) }))
    .filter((week) => !Number.isNaN(week.share.estimate + week.base.estimate));
  const taken = (week: (typeof weeks)[number]) => week.base.estimate - week.share.estimate;
  const worst = weeks.toSorted((a, b) => taken(b) - taken(a) || a.day - b.day)[0];
  return {
    promise: name,
    target,
    days,
    share: bounded(share),
    base: bounded(shareOf(base, from, from + days)),
    change: bounded(changeOf(from, from + days)),
    ...(worst === undefined
      ? {}
      : {
          worstWeek: {
            from: calendar.dateOf(worst.day),
            share: bounded(worst.share),
            base: worst.base.estimate,
          },
        }),
    verdict,
    ...(verdict === "cannot tell" && share.sd > 0 && needs <= MOST_WORLDS ? { needs } : {}),
  };
}

/** How far the worst week is above the target: the less, the worse. */
function margin({ worstWeek, target }: StressedPromise): number {
  return worstWeek === undefined ? Number.POSITIVE_INFINITY : worstWeek.share.estimate - target;
}

function eveningsOf(
  own: readonly DayPaths[],
  base: readonly DayPaths[],
  { from, last }: StressStretch,
  { clinic }: Model,
  confidence: number,
): StressResult["evenings"] {
  const people = clinic.teams.reduce((sum, { role, count }) => sum + (role === "physician" ? count : 0), 0);
  if (people === 0) return undefined;
  const minutes = (paths: readonly DayPaths[]) =>
    paths.map(
      ({ afterHours }) => afterHours.subarray(from, last).reduce((sum, each) => sum + each, 0) / people,
    );
  const [stressed, without] = [minutes(own), minutes(base)];
  const mean = meanInterval(without, confidence).estimate;
  return { ...bounded(pairedMean(stressed, without).at(confidence)), base: (mean * WEEK) / (last - from) };
}

function atLeast({ estimate, low, high }: Bounded, least: number): Verdict {
  // Where nothing was promised, nothing was broken.
  if (Number.isNaN(estimate)) return "passes";
  return low >= least ? "passes" : high < least ? "fails" : "cannot tell";
}

function atMost({ low, high }: Bounded, most: number): Verdict {
  return high <= most ? "passes" : low > most ? "fails" : "cannot tell";
}

function together(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("fails")) return "fails";
  return verdicts.includes("cannot tell") ? "cannot tell" : "passes";
}
