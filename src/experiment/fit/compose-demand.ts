import { dayNumber, isoDate } from "../../model/index.ts";
import type { JsonObject } from "../../scenario/index.ts";
import { DAYS_PER_YEAR } from "../../units.ts";
import { composePatients } from "./compose-patients.ts";
import { composeProfile } from "./compose-profile.ts";
import type { Draft } from "./draft.ts";
import type { Fit, SpecialtyFit } from "./fit.ts";
import { EVEN } from "./fit-heterogeneity.ts";
import type { TrendFit } from "./fit-trend.ts";
import { figures, intervalOf, numberText, percentText, perMonth, rangeOf } from "./written-amounts.ts";

const DAYS_PER_WEEK = 7;
const WIDE = 0.5;
const MOST_HOLES = 5;
/** A year; what a scenario may have. */
const LEAST_GROWTH = -0.9;
const MOST_GROWTH = 4;

/** Patients of a specialty, and how many messages they send when. `base` is where the base has a specialty to take from. */
export function composeDemand(
  draft: Draft,
  fit: Fit,
  specialty: SpecialtyFit,
  base: readonly string[],
): void {
  const here = ["specialties", specialty.name];
  const of = specialty.name;
  const accounts = composePatients(draft, fit, specialty, base);
  const { volume } = specialty;
  const { tells } = fit;
  const known = specialty.accounts !== undefined;
  const per = (rate: number) => figures(known ? (100 * perMonth(rate)) / accounts : perMonth(rate), 4);
  const unit = known ? "per 100 portal patients per month" : "per month";
  const clumped =
    specialty.heterogeneity === undefined ? "" : "; the interval holds that a few patients write most";
  const messages = figures(specialty.messagesPerThread.estimate);
  const how = !tells.threads
    ? "messages, each of which counts as a thread; chasers are in them"
    : tells.replies
      ? `new threads × ${messages} messages of a thread that is answered throughout; chasers left out`
      : `new threads × ${messages} messages of a thread, as they were counted${tells.closings ? "; chasers left out" : "; chasers are in them"}`;
  draft.learn([...here, "demand", "volume"], `${per(volume.estimate)} ${unit}`, {
    of,
    label: "messages of patients",
    value: `${per(volume.estimate)} ${unit}`,
    interval: intervalOf(volume, (x) => `${per(x)}`),
    range: [`${per(volume.low)}`, `${per(volume.high)}`],
    how: `${how}${clumped}`,
    ...(tells.threads && tells.patients
      ? {}
      : { weak: "messages of one patient are not known to be: the interval is too narrow" }),
  });
  draft.put([...here, "demand", "counts"], "all patient messages");
  remarkHoles(draft, fit, specialty);
  composeHeterogeneity(draft, specialty, here, base);
  composeDayFactor(draft, specialty, here, base);
  composeTrend(draft, fit, specialty, here);
  composeProfile(draft, specialty, here);
}

/** Says which days without messages were left out of what is learned of volume. */
function remarkHoles(draft: Draft, { calendar }: Fit, { name, holes }: SpecialtyFit): void {
  if (holes.length === 0) return;
  const days = holes.reduce((sum, { from, to }) => sum + to - from, 0);
  const stretches = holes
    .slice(0, MOST_HOLES)
    .map(({ from, to }) => `${calendar.dateOf(from)} to ${calendar.dateOf(to - 1)}`);
  draft.remark(
    `${name}: no message of ${stretches.join(", ")}${holes.length > MOST_HOLES ? ", …" : ""}, which chance would not make: these ${days} days are left out of what is learned of volume, hours, weekdays, growth, busy days and, where no specialty has any, weeks away; threads across them are learned as they stand`,
  );
}

function composeHeterogeneity(
  draft: Draft,
  { name, heterogeneity }: SpecialtyFit,
  here: readonly string[],
  base: readonly string[],
): void {
  const place = ["demand", "patientHeterogeneity"];
  if (heterogeneity?.isTold !== true) draft.borrow([...here, ...place], [...base, ...place]);
  if (heterogeneity?.isTold !== true || heterogeneity.shape.estimate > EVEN) return;
  const { shape, isGuessed } = heterogeneity;
  draft.assume([...here, ...place, "panel"], "fixed", {
    why: "every world has the same patients, as the clinic has; redrawn is as plausible, and makes worlds differ more",
  });
  draft.learn([...here, "demand", "patientHeterogeneity", "shape"], Math.max(0.01, figures(shape.estimate)), {
    of: name,
    label: "unevenness of patients (gamma shape)",
    value: numberText(shape.estimate),
    interval: intervalOf(shape, numberText),
    ...rangeEntry(rangeOf(shape, (x) => Math.max(0.01, figures(x)))),
    how: "a negative binomial law of threads by patient; a small shape: a few write most",
    ...(isGuessed
      ? {
          weak: "without the number of accounts those who never wrote are a guess",
        }
      : {}),
  });
}

function composeDayFactor(
  draft: Draft,
  { name, dayFactor }: SpecialtyFit,
  here: readonly string[],
  base: readonly string[],
): void {
  const { cv, carryOver } = dayFactor;
  if (Number.isNaN(cv.estimate)) {
    const from = [...base, "demand", "dayFactor"];
    if (((draft.baseAt([...from, "cv"]) as number | undefined) ?? 0) > 0)
      draft.borrow([...here, "demand", "dayFactor"], from);
    return;
  }
  const weak = cv.low === 0 ? { weak: "chance alone could explain how days differ" } : {};
  draft.learn([...here, "demand", "dayFactor", "cv"], figures(cv.estimate), {
    of: name,
    label: "busy days, coefficient of variation",
    value: numberText(cv.estimate),
    interval: intervalOf(cv, numberText),
    ...rangeEntry(rangeOf(cv, (x) => figures(x))),
    how: `what days differ beyond chance (${dayFactor.days} days)`,
    ...weak,
  });
  if (Number.isNaN(carryOver.estimate)) return;
  draft.learn([...here, "demand", "dayFactor", "carryOver"], figures(carryOver.estimate), {
    of: name,
    label: "busy days, carried over to the next",
    value: numberText(carryOver.estimate),
    interval: intervalOf(carryOver, numberText),
    ...rangeEntry(rangeOf(carryOver, (x) => figures(x))),
    how: "covariance of neighbouring days",
    ...(carryOver.high - carryOver.low > WIDE ? { weak: "a year of days says little of it" } : {}),
  });
}

function composeTrend(
  draft: Draft,
  fit: Fit,
  { name, trend, shape }: SpecialtyFit,
  here: readonly string[],
): void {
  if (trend === undefined) return;
  const years = (trend.weeks * DAYS_PER_WEEK) / DAYS_PER_YEAR;
  const season = years < 2 ? { weak: "less than two years: growth and season look alike" } : {};
  const perYear = (x: number) =>
    `${figures(100 * Math.max(LEAST_GROWTH, Math.min(MOST_GROWTH, x)))}% per year`;
  const rate = perYear(trend.growth.estimate);
  const { growth } = trend;
  const isNone = growth.low <= 0 && growth.high >= 0;
  const told = {
    of: name,
    label: trend.shape === "changes" ? "growth beside the changes" : "growth",
    value:
      trend.shape === "growth" ? rate : isNone ? "none" : `${percentText(growth.estimate)} a year, left out`,
    interval: intervalOf(growth, percentText),
    how: HOW_GROWTH[trend.shape](trend.weeks),
    ...season,
  };
  if (trend.shape === "growth") {
    draft.put([...here, "demand", "growth", "from"], fit.start);
    draft.learn([...here, "demand", "growth", "rate"], rate, {
      ...told,
      ...rangeEntry(rangeOf(growth, perYear)),
    });
  } else {
    // Over the level from the beginning on, which was learned without growth: a rate that may vary has no range that goes with it.
    draft.put([...here, "demand", "growth"], { from: fit.start, rate: "0% per year" });
    draft.note([...here, "demand", "growth", "rate"], told);
  }
  if (trend.shape !== "changes") return;
  const last = trend.levels.at(-1)!;
  const dateOf = (week: number) => isoDate(dayNumber(fit.start) + week * DAYS_PER_WEEK);
  const timeline = shape.timeline.map(
    ({ from, to, factor }): JsonObject => ({
      from,
      to,
      factor: figures(factor),
      why: "a level of the volume that was found in the extract",
    }),
  );
  draft.put([...here, "demand", "timeline"], timeline);
  trend.levels.slice(0, -1).forEach(({ to, factor }, i) => {
    draft.note([...here, "demand", "timeline", `${i}`, "factor"], {
      of: name,
      label: `volume until ${dateOf(to)}, over that from ${dateOf(last.from)} on`,
      value: numberText(factor.estimate),
      interval: intervalOf(factor, numberText),
      ...rangeEntry(rangeOf(factor, (x) => figures(x))),
      how: "a change point of the penalised likelihood of weekly counts",
    });
  });
}

const HOW_GROWTH: Readonly<Record<TrendFit["shape"], (weeks: number) => string>> = {
  growth: (weeks) =>
    `log-linear in ${weeks} weekly counts, preferred to a steady volume by a penalised likelihood`,
  steady: (weeks) =>
    `log-linear in ${weeks} weekly counts, not preferred to a steady volume by a penalised likelihood: left out`,
  changes: (weeks) =>
    `log-linear in ${weeks} weekly counts, with a level of their own for each stretch between changes, as if these were known: left out`,
};

export function rangeEntry(range: readonly [number | string, number | string] | undefined) {
  return range === undefined ? {} : { range };
}
