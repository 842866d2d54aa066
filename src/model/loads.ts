import type { Model } from "./compile.ts";
import { type ExpectedHours, expectedHours } from "./loads/expected-hours.ts";
import { type ExpectedWork, expectedWork } from "./loads/expected-work.ts";
import { physicianShares } from "./loads/person-shares.ts";
import { physicianTeamOf } from "./physician-team.ts";
import { type DayStretch, weeksOfWindow, windowDays } from "./window-stretches.ts";

/** Expected minutes of one week of the window, and what they ask of those who are there. */
export interface WeekLoad extends DayStretch {
  /** [min] */
  readonly work: number;
  /** [min] Hours and evenings. */
  readonly hours: number;
  /** See `TeamLoad.load`. */
  readonly load: number;
}

/** What is asked of one person in the mean, and what that person has to give, per week [min]. */
export interface PersonLoad {
  readonly ordinal: number;
  readonly messages: number;
  readonly calls: number;
  readonly otherWork: number;
  readonly hours: number;
  readonly evenings: number;
  /** Work over hours and evenings. */
  readonly load: number;
}

/** What is asked of a team in the mean, and what it has to give. Means per week [min] are taken over the window. */
export interface TeamLoad {
  /** Index into `clinic.teams`. */
  readonly team: number;
  /** [min a week] */
  readonly messages: number;
  readonly calls: number;
  readonly otherWork: number;
  /** [min a week] Hours for messages after expected absence, holidays and overruns. */
  readonly hours: number;
  /** [min a week] Evenings, if every one that is begun is used to its cap. */
  readonly evenings: number;
  /**
   * Work over time to do it in, evenings included: 1 or more cannot be kept up. With an inbox physician of the day, the
   * greater of that and messages over one person's time. 0 where there is no work, Infinity where there is nobody to do it.
   */
  readonly load: number;
  /** In the order of the weeks of the window. */
  readonly weeks: readonly WeekLoad[];
  /** The week of the highest load. */
  readonly peak: WeekLoad;
  /**
   * Load in a mean week in which one person is on vacation, of whoever carries it: the colleagues, the buddy, the line that
   * nobody works (Infinity). As `load` where nobody takes vacations or a float covers them.
   */
  readonly oneAwayLoad: number;
  /** Shared work in equal parts; a physician's own patients by what they write, where the panel is known. */
  readonly people: readonly PersonLoad[];
}

export interface OfferedLoads {
  /** Expected over the window, follow-ups counted on the day of their thread's first message. */
  readonly threadsPerWeek: number;
  readonly messagesPerWeek: number;
  readonly teams: readonly TeamLoad[];
}

/**
 * The work a clinic expects against the hours it has, by calculation, before anything is simulated. Left out: re-reading
 * after interruptions, and that follow-ups come days later than what they follow; every call counts as answered.
 */
export function offeredLoads(model: Model): OfferedLoads {
  const work = expectedWork(model);
  const window = windowDays(model);
  const weeks = (window.to - window.from) / 7;
  return {
    threadsPerWeek: total(work.threads, window) / weeks,
    messagesPerWeek: total(work.messages, window) / weeks,
    teams: model.clinic.teams.map((_, team) => teamLoad(model, team, work, expectedHours(model, team))),
  };
}

function teamLoad(model: Model, team: number, work: ExpectedWork, hours: ExpectedHours): TeamLoad {
  const { messageMinutes, callMinutes, otherMinutes } = work.teams[team]!;
  const loadOf = (stretch: DayStretch): WeekLoad => {
    const messages = total(messageMinutes, stretch);
    const minutes = messages + total(callMinutes, stretch) + total(otherMinutes, stretch);
    const there = total(hours.hours, stretch) + total(hours.evenings, stretch);
    const load = ratio(minutes, there);
    const alone = oneInboxPhysician(model, team) ? ratio(messages, total(hours.ofOne, stretch)) : 0;
    return { ...stretch, work: minutes, hours: there, load: Math.max(load, alone) };
  };
  const window = windowDays(model);
  const perWeek = 7 / (window.to - window.from);
  const whole = loadOf(window);
  const weeks = weeksOfWindow(model).map(loadOf);
  const means = {
    messages: total(messageMinutes, window) * perWeek,
    calls: total(callMinutes, window) * perWeek,
    otherWork: total(otherMinutes, window) * perWeek,
    hours: total(hours.hours, window) * perWeek,
    evenings: total(hours.evenings, window) * perWeek,
  };
  return {
    team,
    ...means,
    load: whole.load,
    weeks,
    peak: weeks.reduce((highest, week) => (week.load > highest.load ? week : highest)),
    oneAwayLoad: oneAwayLoad(model, team, whole, total(hours.ofOne, window)),
    people: personLoads(model, team, means, ownMessages(model, team, work, window)),
  };
}

/** Parts of the team's messages that fall to each person, by ordinal. */
function ownMessages(model: Model, team: number, work: ExpectedWork, window: DayStretch): readonly number[] {
  const { count, role } = model.clinic.teams[team]!;
  const minutes = new Array<number>(count).fill(0);
  model.clinic.specialties.forEach((_, specialty) => {
    if (role !== "physician" || physicianTeamOf(model.clinic.teams, specialty) !== team) return;
    const all = total(work.physicianMinutes[specialty]!, window);
    physicianShares(model, specialty).forEach((share, ordinal) => {
      minutes[ordinal]! += all * share;
    });
  });
  const sum = minutes.reduce((all, one) => all + one, 0);
  return minutes.map((one) => (sum > 0 ? one / sum : 1 / count));
}

function personLoads(
  { clinic }: Model,
  team: number,
  means: Omit<PersonLoad, "ordinal" | "load">,
  parts: readonly number[],
): PersonLoad[] {
  const { count } = clinic.teams[team]!;
  return parts.map((part, ordinal) => {
    const messages = means.messages * part;
    const calls = means.calls / count;
    const otherWork = means.otherWork / count;
    const hours = means.hours / count;
    const evenings = means.evenings / count;
    const load = ratio(messages + calls + otherWork, hours + evenings);
    return { ordinal, messages, calls, otherWork, hours, evenings, load };
  });
}

/** Whether messages are the business of one physician a day. */
function oneInboxPhysician({ clinic }: Model, team: number): boolean {
  return clinic.teams[team]!.role === "physician" && clinic.policies.routing.type === "rotating-physician";
}

function oneAwayLoad({ clinic }: Model, team: number, whole: WeekLoad, hoursOfOne: number): number {
  const { count, role, absence } = clinic.teams[team]!;
  if (count === 0 || absence.vacationWeeks === 0 || absence.cover === "float") return whole.load;
  if (whole.work === 0) return 0;
  if (count === 1) return Number.POSITIVE_INFINITY;
  const ownLines = role === "physician" && clinic.policies.routing.type === "own-physician";
  if (ownLines && absence.cover === "none") return Number.POSITIVE_INFINITY;
  if (ownLines && absence.cover === "buddy") return ratio(2 * whole.work, count * hoursOfOne);
  return Math.max(whole.load, ratio(whole.work, (count - 1) * hoursOfOne));
}

function ratio(work: number, hours: number): number {
  return work === 0 ? 0 : work / hours;
}

function total(byDay: Float64Array, { from, to }: DayStretch): number {
  let sum = 0;
  for (let day = from; day < to; day += 1) sum += byDay[day]!;
  return sum;
}
