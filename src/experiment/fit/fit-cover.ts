import type { Calendar } from "../../model/index.ts";
import type { Bounds } from "./bounds.ts";
import { wilson } from "./clustered-share.ts";
import type { AbsenceFit } from "./fit-absence.ts";
import { endOf, type OwnMessages } from "./own-messages.ts";
import type { Person } from "./staff-acts.ts";

/** Who answers the patients of somebody who is away. */
export interface CoverFit {
  /** Of messages to somebody who was away, which whoever works there answered in the end: those that a colleague did before the return. */
  readonly byColleagues: Bounds;
  readonly messages: number;
  /** `undefined`: too few to say. */
  readonly cover: "none" | "buddy" | "pool" | undefined;
}

/** [business days] Of an absence, and of those left of it when a message is sent so that a colleague had time for it. */
const LONG = 5;
const TIME_TO_ANSWER = 3;
const FEWEST = 20;
/** Of what colleagues answer during one absence, the share of one of them if it is for one to do. */
const ONE_COLLEAGUE = 0.8;

/**
 * Looks at messages of patients whose other messages one person of a team answered, all of them and two at least, sent while that person was away for five business days or
 * more, three of them still to come. Where a colleague answers most of them before the return, absence is covered; by one colleague (`buddy`), if in each
 * absence most of it was the same one. Undefined in a team of one.
 */
export function fitCover(
  team: readonly Person[],
  own: OwnMessages,
  calendar: Calendar,
  away: AbsenceFit["away"],
): CoverFit | undefined {
  if (team.length < 2) return undefined;
  const ordinal = new Map(team.map(({ staff }, i) => [staff, i]));
  const ends = away.map((days) => longAbsences(days, calendar));
  const replies = new Map<number, Reply[]>();
  for (let i = 0; i < own.count; i += 1) {
    const who = ordinal.get(own.staff[i]!);
    const at = endOf(own, i);
    if (who === undefined || Number.isNaN(at)) continue;
    const list = replies.get(own.patient[i]!) ?? [];
    list.push({ who, sent: calendar.dayOf(own.sent[i]!), done: calendar.dayOf(at) });
    replies.set(own.patient[i]!, list);
  }
  let [messages, covered] = [0, 0];
  const colleagues = new Map<string, number[]>();
  for (const list of replies.values()) {
    for (const { who, sent, done } of list) {
      const owner = ends.findIndex((each, person) => each.has(sent) && isOf(list, person, each));
      if (owner < 0) continue;
      const back = ends[owner]!.get(sent)!;
      messages += 1;
      if (who === owner || done >= back) continue;
      covered += 1;
      const key = `${owner} ${back}`;
      const counts = colleagues.get(key) ?? team.map(() => 0);
      counts[who]! += 1;
      colleagues.set(key, counts);
    }
  }
  if (messages === 0) return undefined;
  const byColleagues = wilson(covered / messages, messages);
  const most = [...colleagues.values()].reduce((sum, counts) => sum + Math.max(...counts), 0);
  const way = most >= ONE_COLLEAGUE * covered ? "buddy" : "pool";
  const isSure = messages >= FEWEST && (byColleagues.low > 0.5 || byColleagues.high < 0.5);
  return { byColleagues, messages, cover: isSure ? (byColleagues.low > 0.5 ? way : "none") : undefined };
}

interface Reply {
  readonly who: number;
  /** Local days. */
  readonly sent: number;
  readonly done: number;
}

/** Whether a patient is a person's: of the messages that were not sent during an absence of that person two at least were answered, all by that person. */
function isOf(list: readonly Reply[], person: number, absent: ReadonlyMap<number, number>): boolean {
  const others = list.filter(({ sent }) => !absent.has(sent));
  return others.length >= 2 && others.every(({ who }) => who === person);
}

/** Local days of absences of five business days or more on which three are still to come, and the first day back of each. */
function longAbsences(days: ReadonlySet<number>, calendar: Calendar): ReadonlyMap<number, number> {
  const back = new Map<number, number>();
  const sorted = [...days].sort((a, b) => a - b);
  let stretch: number[] = [];
  const end = (next: number) => {
    if (stretch.length >= LONG) {
      for (let day = stretch[0]!; day <= stretch.at(-TIME_TO_ANSWER)!; day += 1) back.set(day, next);
    }
  };
  for (const day of sorted) {
    const last = stretch.at(-1);
    const follows = last === undefined || !opensBetween(calendar, last, day);
    if (!follows) {
      end(nextOpen(calendar, last));
      stretch = [];
    }
    stretch.push(day);
  }
  const last = stretch.at(-1);
  if (last !== undefined) end(nextOpen(calendar, last));
  return back;
}

function opensBetween(calendar: Calendar, from: number, to: number): boolean {
  for (let day = from + 1; day < to; day += 1) if (calendar.isOpenDay(day)) return true;
  return false;
}

function nextOpen(calendar: Calendar, day: number): number {
  let next = day + 1;
  while (next < calendar.days && !calendar.isOpenDay(next)) next += 1;
  return next;
}
