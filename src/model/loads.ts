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
   * nobody works (Infinity); where hours differ, the worst such week. As `load` where nobody takes vacations or a float covers them.
   */
  readonly oneAwayLoad: number;
  /** Shared work in parts as the hours are; a physician's own patients by what they write, where the panel is known, else in equal parts. */
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
  const { messageMinutes, callMinutes, otherMinutes, perPersonMinutes } = work.teams[team]!;
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
  const perPerson = total(perPersonMinutes, window) * perWeek;
  return {
    team,
    ...means,
    load: whole.load,
    weeks,
    peak: weeks.reduce((highest, week) => (week.load > highest.load ? week : highest)),
    oneAwayLoad: oneAwayLoad(model, team, whole, hours, window),
    people: personLoads(hours, window, perWeek, means, perPerson, (shared) =>
      messageParts(model, team, work, window, shared),
    ),
  };
}

/** Parts of the team's messages that fall to each person, by ordinal; `shared` are those of what is in a line of all. */
function messageParts(
  model: Model,
  team: number,
  work: ExpectedWork,
  window: DayStretch,
  shared: readonly number[],
): readonly number[] {
  const { count, role } = model.clinic.teams[team]!;
  if (role !== "physician" || model.clinic.policies.routing.type === "physician-pool") return shared;
  const minutes = new Array<number>(count).fill(0);
  model.clinic.specialties.forEach((_, specialty) => {
    if (physicianTeamOf(model.clinic.teams, specialty) !== team) return;
    const all = total(work.physicianMinutes[specialty]!, window);
    physicianShares(model, specialty).forEach((share, ordinal) => {
      minutes[ordinal]! += all * share;
    });
  });
  const sum = minutes.reduce((all, one) => all + one, 0);
  return minutes.map((one) => (sum > 0 ? one / sum : 1 / count));
}

function personLoads(
  expected: ExpectedHours,
  window: DayStretch,
  perWeek: number,
  means: Omit<PersonLoad, "ordinal" | "load">,
  perPerson: number,
  messageParts: (shared: readonly number[]) => readonly number[],
): PersonLoad[] {
  const count = expected.people.length;
  const times = expected.people.map((person) => ({
    hours: total(person.hours, window) * perWeek,
    evenings: total(person.evenings, window) * perWeek,
  }));
  const alike = expected.groups.length === 1 || means.hours + means.evenings === 0;
  const shared = times.map(({ hours, evenings }) =>
    alike ? 1 / count : (hours + evenings) / (means.hours + means.evenings),
  );
  const parts = messageParts(shared);
  return times.map(({ hours, evenings }, ordinal) => {
    const messages = means.messages * parts[ordinal]!;
    const calls = means.calls * shared[ordinal]!;
    const otherWork = (means.otherWork - perPerson) * shared[ordinal]! + perPerson / count;
    const load = ratio(messages + calls + otherWork, hours + evenings);
    return { ordinal, messages, calls, otherWork, hours, evenings, load };
  });
}

/** Whether messages are the business of one physician a day. */
function oneInboxPhysician({ clinic }: Model, team: number): boolean {
  return clinic.teams[team]!.role === "physician" && clinic.policies.routing.type === "rotating-physician";
}

function oneAwayLoad(
  { clinic }: Model,
  team: number,
  whole: WeekLoad,
  { groups }: ExpectedHours,
  window: DayStretch,
): number {
  const { count, role, absence } = clinic.teams[team]!;
  if (count === 0 || absence.vacationWeeks === 0 || absence.cover === "float") return whole.load;
  if (whole.work === 0) return 0;
  if (count === 1) return Number.POSITIVE_INFINITY;
  const ownLines = role === "physician" && clinic.policies.routing.type === "own-physician";
  if (ownLines && absence.cover === "none") return Number.POSITIVE_INFINITY;
  const there = groups.map((group) => ({ people: group.count, hours: total(group.ifThere, window) }));
  if (ownLines && absence.cover === "buddy") {
    const least = there.reduce((lowest, { hours }) => Math.min(lowest, hours), Number.POSITIVE_INFINITY);
    return ratio(2 * whole.work, count * least);
  }
  const most = there.reduce((longest, group) => (group.hours > longest.hours ? group : longest));
  const left = there.reduce(
    (sum, group) => sum + (group === most ? group.people - 1 : group.people) * group.hours,
    0,
  );
  return Math.max(whole.load, ratio(whole.work, left));
}

function ratio(work: number, hours: number): number {
  return work === 0 ? 0 : work / hours;
}

function total(byDay: Float64Array, { from, to }: DayStretch): number {
  let sum = 0;
  for (let day = from; day < to; day += 1) sum += byDay[day]!;
  return sum;
}
