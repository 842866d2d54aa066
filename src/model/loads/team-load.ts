import type { Model } from "../compile.ts";
import { leaveOf } from "../draws/person-days.ts";
import { worldPlanOf } from "../draws/world-plan.ts";
import { type DayStretch, weeksOfWindow, windowDays } from "../window-stretches.ts";
import type { ExpectedHours } from "./expected-hours.ts";
import type { ExpectedWork } from "./expected-work.ts";
import { capacityParts, loadOf, type PersonLoad, personLoads } from "./person-loads.ts";
import { type PhysicianShares, sharedWorkers } from "./person-shares.ts";
import { totalOf } from "./total-of.ts";

/** Expected minutes of one week of the window, and what they ask of those who are there. */
export interface WeekLoad extends DayStretch {
  /** [min] At speed 1. */
  readonly work: number;
  /** [min] Hours and evenings. */
  readonly hours: number;
  /** See `TeamLoad.load`. */
  readonly load: number;
}

/** What is asked of a team in the mean, and what it has to give. Means per week [min] are taken over the window. */
export interface TeamLoad {
  /** Index into `clinic.teams`. */
  readonly team: number;
  /** [min a week] At speed 1. */
  readonly messages: number;
  readonly calls: number;
  readonly otherWork: number;
  /** [min a week] Hours for messages after expected absence, holidays and overruns. */
  readonly hours: number;
  /** [min a week] Evenings, if every one that is begun is used to its cap. */
  readonly evenings: number;
  /**
   * Work over what can be done, evenings included, by everybody at their speed: 1 or more cannot be kept up. With an inbox
   * physician of the day, the greater of that and messages over what one person can do. 0 where there is no work, Infinity where there is nobody to do it.
   */
  readonly load: number;
  /** In the order of the weeks of the window. */
  readonly weeks: readonly WeekLoad[];
  /** The week of the highest load. */
  readonly peak: WeekLoad;
  /**
   * Load in a mean week in which one person is on vacation, of whoever carries it: the colleagues, the buddy, the line that
   * nobody works (Infinity); of several, the worst such week. As `load` where nobody takes vacations or a float covers them.
   */
  readonly oneAwayLoad: number;
  /** Shared work in parts as each can do it; a physician's own patients by what they write, where the panel is known, else by the shares of the panel. */
  readonly people: readonly PersonLoad[];
}

/** `shares`: by specialty. */
export function teamLoad(
  model: Model,
  team: number,
  work: ExpectedWork,
  hours: ExpectedHours,
  shares: readonly PhysicianShares[],
): TeamLoad {
  const { messageMinutes, callMinutes, otherMinutes, perPersonMinutes } = work.teams[team]!;
  const atOnce = sharedWorkers(model, team);
  const weekLoad = (stretch: DayStretch): WeekLoad => {
    const messages = totalOf(messageMinutes, stretch);
    const minutes = messages + totalOf(callMinutes, stretch) + totalOf(otherMinutes, stretch);
    const there = totalOf(hours.hours, stretch) + totalOf(hours.evenings, stretch);
    const load = loadOf(minutes, totalOf(hours.capacity, stretch));
    const takeTurns = atOnce < hours.people.length;
    const alone = takeTurns ? loadOf(messages, atOnce * totalOf(hours.ofOne, stretch)) : 0;
    return { ...stretch, work: minutes, hours: there, load: Math.max(load, alone) };
  };
  const window = windowDays(model);
  const perWeek = 7 / (window.to - window.from);
  const whole = weekLoad(window);
  const weeks = weeksOfWindow(model).map(weekLoad);
  const means = {
    messages: totalOf(messageMinutes, window) * perWeek,
    calls: totalOf(callMinutes, window) * perWeek,
    otherWork: totalOf(otherMinutes, window) * perWeek,
    hours: totalOf(hours.hours, window) * perWeek,
    evenings: totalOf(hours.evenings, window) * perWeek,
  };
  const perPerson = totalOf(perPersonMinutes, window) * perWeek;
  const parts = messageParts(model, team, work, hours, shares);
  const people = personLoads(hours, window, { ...means, perPerson }, parts);
  return {
    team,
    ...means,
    load: whole.load,
    weeks,
    peak: weeks.reduce((highest, week) => (week.load > highest.load ? week : highest)),
    oneAwayLoad: oneAwayLoad(model, team, whole, hours, people),
    people,
  };
}

/** Parts of the team's messages that fall to each person, by ordinal. */
function messageParts(
  model: Model,
  team: number,
  work: ExpectedWork,
  hours: ExpectedHours,
  shares: readonly PhysicianShares[],
): readonly number[] {
  const window = windowDays(model);
  const alike = capacityParts(hours, window);
  if (!model.teams[team]!.hasOwnLines) return alike;
  const minutes = alike.map(() => 0);
  shares.forEach((ofSpecialty, specialty) => {
    if (worldPlanOf(model).specialties[specialty]!.physicianTeam !== team) return;
    const all = totalOf(work.physicianMinutes[specialty]!, window);
    ofSpecialty.shares.forEach((share, ordinal) => {
      minutes[ordinal]! += all * share;
    });
  });
  const sum = minutes.reduce((all, one) => all + one, 0);
  return sum > 0 ? minutes.map((one) => one / sum) : alike;
}

function oneAwayLoad(
  model: Model,
  team: number,
  whole: WeekLoad,
  hours: ExpectedHours,
  people: readonly PersonLoad[],
): number {
  const spec = model.clinic.teams[team]!;
  const { cover } = spec.absence;
  const takers = people.filter(({ ordinal }) => {
    const { vacationWeeks, away = [] } = leaveOf(spec, ordinal);
    return vacationWeeks > 0 || away.length > 0;
  });
  if (takers.length === 0 || cover === "float") return whole.load;
  if (whole.work === 0) return 0;
  const ownLines = waitsForOnePerson(model, team) && takers.some(({ messages }) => messages > 0);
  if (people.length === 1 || (ownLines && cover === "none")) return Number.POSITIVE_INFINITY;
  const window = windowDays(model);
  const perWeek = 7 / (window.to - window.from);
  const there = hours.people.map(({ speed, ifThere }) => speed * totalOf(ifThere, window) * perWeek);
  const workOf = ({ messages, calls, otherWork }: PersonLoad) => messages + calls + otherWork;
  const all = there.reduce((sum, one) => sum + one, 0);
  const loads = takers.map((taker) => {
    const { ordinal } = taker;
    if (!ownLines || cover === "pool") return loadOf(whole.work * perWeek, all - there[ordinal]!);
    const buddy = (ordinal + 1) % people.length;
    return loadOf(workOf(taker) + workOf(people[buddy]!), there[buddy]!);
  });
  const worst = loads.reduce((highest, load) => Math.max(highest, load), 0);
  return ownLines && cover === "buddy" ? worst : Math.max(whole.load, worst);
}

/** Whether messages of the team's patients wait in lines of one person each, for as long as it takes. */
function waitsForOnePerson(model: Model, team: number): boolean {
  const { count } = model.clinic.teams[team]!;
  const everybody = { count, isAway: () => false, burden: () => 0 };
  return model.specialties.some(({ routing }, specialty) => {
    if (worldPlanOf(model).specialties[specialty]!.physicianTeam !== team || routing.looksAround)
      return false;
    return routing.releaseAfter === Number.POSITIVE_INFINITY && routing.personFor(0, everybody) >= 0;
  });
}
