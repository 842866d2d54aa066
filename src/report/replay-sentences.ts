import type { Check, ReplayReport, SeenRecord } from "../experiment/index.ts";
import { fixed, percent } from "./number.ts";
import type { ReplaySummary } from "./replay-summary.ts";
import { counted, listed } from "./words.ts";

/** A value as its scale has it: `81 %`, `4.2 h`, `35`. */
export function scaleText(scale: Check["scale"], value: number): string {
  if (value === Number.POSITIVE_INFINITY) return "never";
  if (scale === "share" || scale === "path") return percent(value, value < 0.1 ? 1 : 0);
  if (scale === "hours") return `${fixed(value, value < 10 ? 1 : 0)} h`;
  if (scale === "ratio" || scale === "energy") return fixed(value, 2);
  return fixed(value, value < 10 ? 1 : 0);
}

/** How far off a fault is: `off by 2.6 × what an A allows, by 1.1 × at least`. */
export function offText({ off, apart }: Check): string {
  const times = (value: number) => `${fixed(value, 1)} ×`;
  if (apart === off) return `off by ${times(off)} what an A allows, at least`;
  return `off by ${times(apart)} what an A allows, by ${times(off)} at least`;
}

/** What is off, and by how much: `share of replies outside opening hours: 12 % recorded, 2 % predicted`. */
export function checkText({ label, scale, recorded, predicted, low, high }: Check): string {
  const text = (value: number) => scaleText(scale, value);
  return `${label}: ${text(recorded)} recorded, ${text(predicted)} predicted (${text(low)} to ${text(high)})`;
}

/** What the grade is and why. */
export function gradeSentences({ report }: ReplaySummary): readonly string[] {
  const { faults, blurred, checks, judged, from, to, replications, fitted, leftOut } = report;
  const base = `Judged by ${counted(judged, "first message")} from ${from} to ${to}, each replayed in ${counted(replications.length, "world")}, by ${counted(checks.length, "comparison")}.`;
  const why =
    faults.length > 0
      ? `${counted(faults.length, "comparison is", "comparisons are")} off by more than chance explains and more than an A allows.`
      : "No comparison is off by more than chance explains and more than an A allows.";
  const blur =
    blurred.length === 0
      ? []
      : [
          `The record is too short, or too much is left to chance, to rule out that the model is off by more than twice that in: ${listed(blurred.map(({ label }) => label))}. A longer record tells more, and so does judging from an earlier date on (--split).`,
        ];
  return [
    base,
    ...takenSentences(leftOut),
    ...lackingSentences(leftOut),
    why,
    ...blur,
    ...(fitted === undefined ? [] : [seenSentence(fitted, from)]),
  ];
}

/** That record and scenario call their only specialty by different names. */
function takenSentences({ taken }: ReplayReport["leftOut"]): readonly string[] {
  if (taken === undefined) return [];
  return [
    `The record's only specialty, “${taken.recorded}”, was taken for the scenario's only one, “${taken.scenario}”: make sure that they are the same clinic.`,
  ];
}

/** That messages were left out because the scenario does not have their specialty. */
function lackingSentences({ specialties }: ReplayReport["leftOut"]): readonly string[] {
  if (specialties.length === 0) return [];
  const told = specialties.map(({ name, messages }) => `“${name}” (${few(messages, "message")})`);
  const shown = told.length > 5 ? [...told.slice(0, 4), `${told.length - 4} others`] : told;
  return [
    `Left out were messages of specialties that the scenario does not have: ${listed(shown)}. Whoever answers them has less to do in the model than in the clinic.`,
  ];
}

/** That a scenario has seen what it is judged by. */
function seenSentence({ from: first, to, isSame }: SeenRecord, from: string): string {
  const log = isSame
    ? `to this very log, from ${first} to ${to}`
    : `to a log from ${first} to ${to}, which is not quite this one but of the same days`;
  return `The scenario was fitted ${log}: so it has seen what it is judged by, is judged too kindly, and gets no better than a B. Fit it with --to ${from} and replay with --split ${from}, or replay later messages.`;
}

/** Parts of the scenario and comparisons of which the grade says nothing, parts first. */
export function notJudgedItems({ notJudged }: ReplayReport): readonly string[] {
  const parts = notJudged.filter(({ isPart }) => isPart);
  const others = notJudged.filter(({ isPart }) => !isPart);
  return [...parts, ...others].map(({ what, why }) => `${what}: ${why}`);
}

/** Where the record departs from the model for good, if it does. */
export function changeSentences({ change }: ReplayReport): readonly string[] {
  if (change === undefined) return [];
  const [size, way] = [Math.abs(change.step), change.step < 0 ? "less" : "more"];
  return [
    `Record and model part from about ${change.date} on: against what is predicted, ${fixed(100 * size, 0)} percentage points ${way} are answered in time from then on than before. Either the clinic changed then, or the model lacks something that came then. If it changed, judge what was before and after apart, or tell the scenario what changed.`,
  ];
}

/** How good each path is inside its band. */
export function pathSentences({ weekly }: ReplayReport): readonly string[] {
  const told = (
    [
      ["share in time", weekly.share],
      ["backlog", weekly.backlog],
      ["new threads", weekly.threads],
    ] as const
  )
    .filter(([, { judged }]) => judged > 0)
    .map(([name, { inside, judged }]) => `${name} in ${inside} of ${judged} weeks`);
  return [
    `The record lies inside the band that holds nine of ten worlds: ${listed(told)}. Bands are pointwise: each holds for one week, not for all weeks together, so a right model is outside in about one of ten.`,
  ];
}

/** What was not replayed as it was recorded. */
export function leftOutSentences({
  report: { leftOut, messages },
  absences,
}: ReplaySummary): readonly string[] {
  const { chasers, topics, withoutTopic, neverClosed, frontDoors, roles, withoutRole } = leftOut;
  const names = topics.slice(0, 5).map(({ name }) => `“${name}”`);
  return [
    `${counted(messages, "message")} of patients were replayed at their recorded times; handling times, patience, evenings, other work and what else is not recorded were drawn.`,
    absences.known === 0
      ? "Nobody's absences could be told from the record: they were drawn, which blurs every comparison."
      : `Absences were taken from the record for ${counted(absences.known, "person", "people")} (days of silence on which replies were to be expected)${absences.drawn > 0 ? ` and drawn for ${absences.drawn}` : ""}.`,
    ...(chasers !== 0
      ? [
          `${few(chasers, "message")} sent while one before was still open were left out: patients of the model ask again by themselves.`,
        ]
      : []),
    ...(topics.length > 0
      ? [
          `${unknownTopics(topics)} about ${listed(names)}${topics.length > 5 ? " and others" : ""}, which the scenario does not have, were drawn a topic.`,
        ]
      : []),
    ...(withoutTopic !== 0 ? [`${few(withoutTopic, "message")} without a topic were drawn one.`] : []),
    ...(roles.length > 0
      ? [
          `The scenario has nobody of some roles that replied in the record: ${listed(roles.map(({ role, replies }) => `${role} (${few(replies, "reply", "replies")})`))}. Their replies are compared with those of the same group of roles.`,
        ]
      : []),
    ...(withoutRole !== 0
      ? [
          `Of ${few(withoutRole, "reply", "replies")} the record does not tell the role: they are in no comparison of who replies.`,
        ]
      : []),
    ...(frontDoors.length > 0
      ? [
          `The front door of ${listed(frontDoors)} was not replayed: every recorded message was let in, for a record does not hold those that were not. The grade says nothing of what the door does.`,
        ]
      : []),
    ...(neverClosed !== 0
      ? [
          `The record does not tell when messages were closed: ${few(neverClosed, "message")} that had no reply for very long count as needing none.`,
        ]
      : []),
  ];
}

/** Messages of topics that the scenario does not have, those of rare ones not counted. */
function unknownTopics(topics: ReplayReport["leftOut"]["topics"]): string {
  const counts = topics.map(({ messages }) => messages);
  const told = counts.filter((count) => !Number.isNaN(count));
  const sum = told.reduce((total, count) => total + count, 0);
  if (told.length === counts.length) return counted(sum, "message");
  return sum === 0 ? few(Number.NaN, "message") : `at least ${counted(sum, "message")}`;
}

/** A count, or that it is below what may be told. */
function few(count: number, noun: string, nouns?: string): string {
  return Number.isNaN(count) ? `fewer than 5 ${nouns ?? `${noun}s`}` : counted(count, noun, nouns);
}
