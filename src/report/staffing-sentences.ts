import type { ErlangSays, Explanation, Infeasible, StaffingAnswer, StepAway } from "../experiment/index.ts";
import { brief, fixed } from "./number.ts";
import { requirementName, requirementNames } from "./requirement-name.ts";
import { changeText, givenText, isSure, shortUnit, toldText } from "./staffing-values.ts";
import { unitText } from "./value-text.ts";
import { capital, counted, listed } from "./words.ts";

/** What one step of a decision does: what breaks, and how; or that nothing does, and what it changes. */
export function stepSentence(
  { decision, from, to, broken, rows }: StepAway,
  { requirements }: Pick<StaffingAnswer, "requirements">,
): string {
  const head = `${decision}: ${to} instead of ${from}`;
  if (broken.length === 0) {
    return `${head} would keep everything too, by its means: it is passed over because it keeps something by less than the tolerance, or is no cheaper.`;
  }
  const how = broken.map((place) => {
    const { label, measure, direction, bound, share, unit } = requirements[place]!;
    const row = rows[measure]!;
    const value = Number.isFinite(row.own)
      ? givenText(Number(row.own.toPrecision(3)), shortUnit(row.unit))
      : "no end";
    const change = changeText(row.difference, shortUnit(row.unit));
    const given = givenText(bound, shortUnit(unit));
    // A quantile is told by the share within its bound: that of what must be at most so much is to be large.
    return share === undefined
      ? `${label}: ${value}, where it has to be ${direction} ${given} (${change})`
      : `${label} within ${given} for ${value} where it has to be for ${direction === "at most" ? "at least" : "at most"} ${givenText(share, "share")} (${change})`;
  });
  return `${head} breaks ${listed(how)}.`;
}

/** What more would bring: only what surely changes. */
export function moreSentence({ decision, from, to, rows }: StepAway, answer: StaffingAnswer): string {
  return `${decision}: ${to} instead of ${from}: ${changesOf(rows, answer)}.`;
}

export function hourSentences({ hours }: Explanation, answer: StaffingAnswer): readonly string[] {
  return hours.map(
    ({ team, added, hours: more, rows }) =>
      `${team} (${added} for everybody with the team's hours, ${brief(more, 2)} h a week in all), for each hour: ${changesOf(rows, answer)}.`,
  );
}

/** What surely changes, of what decides, unless it is next to nothing: less than a tenth of what matters. */
function changesOf(rows: StepAway["rows"], { requirements, objectives }: StaffingAnswer): string {
  const sizes = new Map([
    ...requirements.map(({ response, tolerance }) => [response, tolerance] as const),
    ...objectives.map(({ response, matters }) => [response, matters] as const),
  ]);
  const sure = rows.filter(
    ({ response, difference }) =>
      isSure(difference) && Math.abs(difference.estimate) >= (sizes.get(response) ?? Infinity) / 10,
  );
  return sure.length === 0
    ? "no change that matters and that these worlds can tell"
    : listed(
        sure.map(({ label, unit, difference }) => `${label} ${changeText(difference, shortUnit(unit))}`),
      );
}

export function pointSentences({ points }: Explanation, unit: string): readonly string[] {
  // A ratio that may be half as much or twice says nothing to plan by.
  const known = points.filter(({ estimate, low, high }) => high - low <= estimate);
  return known.map(
    ({ promise, step, estimate, low, high }) =>
      `One more point of ${promise} costs ${brief(estimate)} ${unitText(unit)} (${brief(low)} to ${brief(high)}): ${step}.`,
  );
}

export function volumeSentence(
  { volume: { works, breaks, broken: places, worlds } }: Pick<Explanation, "volume">,
  answer: Pick<StaffingAnswer, "requirements">,
): string {
  const broken = requirementNames(answer, places);
  const seen = `in the means of ${counted(worlds, "world")}`;
  if (Number.isNaN(works)) {
    return `Already at today's volume the plan keeps ${listed(broken)} by so little that ${seen} it does not.`;
  }
  if (breaks === Infinity)
    return `At ${percentMore(works)} messages the plan still keeps everything, ${seen}; nobody looked further.`;
  return `The plan works with up to ${percentMore(works)} messages, ${seen}; at ${percentMore(breaks)} it breaks ${listed(broken)}.`;
}

function percentMore(factor: number): string {
  return factor === 1 ? "today's" : `${fixed((factor - 1) * 100, 0)} % more`;
}

export function givenBackSentence({ givenBack }: Explanation): string | undefined {
  if (givenBack === undefined) return undefined;
  const { messages, afterHours } = givenBack;
  if (!isSure(messages) && !isSure(afterHours)) {
    return "Against today, nothing changes for sure in the time that physicians spend on messages or work after hours.";
  }
  const part = ({ estimate, low, high }: typeof messages, what: string) => {
    if (!isSure({ estimate, low, high })) return `changes nothing for sure in the time ${what}`;
    const isShort = Math.abs(estimate) < 1;
    const shown = (value: number) => brief(Math.abs(value) * (isShort ? 60 : 1), isShort ? 0 : 1);
    const [least, most] = estimate < 0 ? [high, low] : [low, high];
    return `${estimate < 0 ? "takes" : "gives back"} ${shown(estimate)} ${isShort ? "minutes" : "hours"} a week ${what} (${shown(least)} to ${shown(most)})`;
  };
  return `Against today, the plan ${part(messages, "that all physicians together spend on messages")} and ${part(afterHours, "that they work after hours")}.`;
}

/** "Erlang C says 1, we say 2, because …": every because is a number of this clinic. */
export function erlangSentences(
  { erlang }: Pick<Explanation, "erlang">,
  answer: Pick<StaffingAnswer, "requirements">,
): readonly string[] {
  if (erlang === undefined) return [];
  const { team, erlang: theory, posts, busy, away } = erlang;
  const post = (value: number) => brief(value, 2);
  const works = [
    [busy.messages, "messages"],
    [busy.calls, "calls"],
    [busy.otherWork, "other work"],
  ] as const;
  const loads = works.filter(([load]) => load > 0).map(([load, what]) => `${what} ${post(load)}`);
  return [
    `Erlang C says ${counted(theory, "post")} of ${team}, and ${post(posts) === `${theory}` ? "so do we, though for other reasons: it" : `we say ${post(posts)}, because it`} counts messages alone, answered by people who are always there. Of posts, ${listed(loads)} are kept busy here, and absence, holidays and duties take ${fixed(away * 100, 0)} % of the hours.`,
    ...planOfErlang(erlang, answer),
  ];
}

function planOfErlang(
  { erlang, plan, isChosen, worlds, broken, worst, without }: ErlangSays,
  answer: Pick<StaffingAnswer, "requirements">,
): readonly string[] {
  if (worst === undefined) {
    return [
      isChosen
        ? "The plan above has as many posts as the formula asks for."
        : `The cheapest plan with ${counted(erlang, "post")} that is like the one above in all else (${plan}) keeps everything too, by the means of ${counted(worlds, "world")}.`,
    ];
  }
  const shown = (value: number) => givenText(Number(value.toPrecision(3)), worst.unit);
  return [
    `In ${counted(worlds, "world")}, ${isChosen ? "the plan above, which has as many posts," : `the cheapest plan with ${counted(erlang, "post")} that is like the one above in all else (${plan})`} breaks ${brokenText(requirementNames(answer, broken), requirementName(answer, worst.requirement), shown(worst.value))}.${withoutSentence(without, shown)}`,
  ];
}

/** What breaks, and what the worst of it comes to. */
function brokenText(broken: readonly string[], worst: string, value: string): string {
  return broken.length === 1 ? `${worst}: ${value}` : `${listed(broken)}; ${worst} comes to ${value}`;
}

function withoutSentence(without: ErlangSays["without"], shown: (value: number) => string): string {
  if (without.length === 0) return "";
  const parts = without.map(
    ({ what, value, broken: left }) =>
      `${what} it would be ${shown(value)}${left.length === 0 ? ", and everything would be kept" : ""}`,
  );
  return ` ${capital(parts.join("; "))}.`;
}

/** Why there is no plan: that none will do, and what binds; or that one cannot tell, and what would tell. */
export function noPlanSentences(
  answer: Pick<StaffingAnswer, "noPlan" | "infeasible" | "plans" | "failed" | "requirements">,
): readonly string[] {
  const { infeasible, plans, noPlan } = answer;
  if (infeasible === undefined) {
    const why = [...new Set(plans.flatMap(({ why: each }) => (each === undefined ? [] : [each])))];
    return [`None of ${counted(plans.length, "plan")} can keep everything: ${listed(why)}.`];
  }
  return noPlan === "cannot tell" ? cannotTellSentences(answer) : noneSentences(answer, infeasible);
}

function noneSentences(
  answer: Pick<StaffingAnswer, "plans" | "requirements">,
  { binding, missed, nearest, value, unit }: Infeasible,
): readonly string[] {
  const counts = missed.flatMap((many, place) =>
    many === 0 ? [] : [`${requirementName(answer, place)} in ${many}`],
  );
  const ruledOut = answer.plans.flatMap(({ why }) => (why === undefined ? [] : [why]));
  return [
    `None of ${counted(answer.plans.length, "plan")} keeps everything.`,
    `What binds is ${requirementName(answer, binding)}: nearest comes ${nearest}, with ${toldText({ estimate: value, low: Number.NaN, high: Number.NaN }, unit)}.`,
    ...(counts.length === 0 ? [] : [`Missed: ${listed(counts)}; a test ends with the first that is missed.`]),
    ...(ruledOut.length === 0
      ? []
      : [`Arithmetic rules out ${ruledOut.length}: ${listed([...new Set(ruledOut)])}.`]),
    "That shows that no plan is better than its bounds by the tolerances: one that only just keeps them may have been passed over.",
  ];
}

/** Plans that looked good and could not be confirmed are no proof that nothing will do; nor are tests that were cut short. */
function cannotTellSentences({ plans, failed }: Pick<StaffingAnswer, "plans" | "failed">): readonly string[] {
  const guesses = plans.filter(({ forced }) => forced).length;
  return [
    `Cannot tell whether any of ${counted(plans.length, "plan")} keeps everything.`,
    ...(failed.length === 0
      ? []
      : [
          `${failed.length} passed the search, and none could be confirmed: ${listed(failed.map(({ name, worlds }) => `“${name}” in ${counted(worlds, "world")}`))}.`,
        ]),
    ...(guesses === 0 ? [] : [`The tests of ${counted(guesses, "plan")} were cut short.`]),
    "Try --at-most with more replications, or a wider --tolerance.",
  ];
}
