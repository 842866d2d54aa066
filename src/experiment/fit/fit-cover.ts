import type { Calendar } from "../../model/index.ts";
import type { Bounds } from "./bounds.ts";
import { clusteredShare } from "./clustered-share.ts";
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
  /** Whether it was told if one colleague covers or several; `buddy` is taken where it was not. */
  readonly isWayTold: boolean;
}

/** [business days] Of an absence, and of those left of it when a message is sent so that a colleague had time for it. */
const LONG = 5;
const TIME_TO_ANSWER = 3;
const FEWEST = 20;
/** Messages of an absence that tell whether one colleague answered them: of fewer, one did most by chance. */
const FEWEST_EACH = 5;
/** Of what colleagues answer during one absence, the share of one of them if it is for one to do. */
const ONE_COLLEAGUE = 0.8;

/**
 * Looks at messages of patients whose other messages one person of a team answered, all of them and two at least, sent while that person was away for five business days or
 * more, three of them still to come. Where a colleague answers most of them before the return, absence is covered; by one colleague (`buddy`), if of what was answered in absences
 * with five such messages or more, twenty in all, four fifths were done by who did most in each. Messages of one absence are alike, and go together. Undefined in a team of one.
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
  const absences = new Map<string, { messages: number; readonly byColleague: number[] }>();
  for (const list of replies.values()) {
    for (const { who, sent, done } of list) {
      const owner = ends.findIndex((each, person) => each.has(sent) && isOf(list, person, each));
      if (owner < 0) continue;
      const back = ends[owner]!.get(sent)!;
      const key = `${owner} ${back}`;
      const absence = absences.get(key) ?? { messages: 0, byColleague: team.map(() => 0) };
      absences.set(key, absence);
      absence.messages += 1;
      if (who !== owner && done < back) absence.byColleague[who]! += 1;
    }
  }
  const all = [...absences.values()].map((absence) => absence.messages);
  const messages = all.reduce((sum, each) => sum + each, 0);
  if (messages === 0) return undefined;
  const covered = [...absences.values()].map(({ byColleague }) => byColleague.reduce((sum, n) => sum + n, 0));
  const byColleagues = clusteredShare(covered, all);
  const way = wayOf([...absences.values()].map(({ byColleague }) => byColleague));
  const isSure = messages >= FEWEST && (byColleagues.low > 0.5 || byColleagues.high < 0.5);
  const cover = !isSure ? undefined : byColleagues.high < 0.5 ? "none" : (way ?? "buddy");
  return { byColleagues, messages, cover, isWayTold: cover === "none" || way !== undefined };
}

/** Whether one colleague covers or several, by what each did in each absence; undefined where that is too little to say. In a team of two there is one. */
function wayOf(absences: readonly (readonly number[])[]): "buddy" | "pool" | undefined {
  if (absences[0]?.length === 2) return "buddy";
  const telling = absences
    .map((counts) => ({ sum: counts.reduce((sum, n) => sum + n, 0), most: Math.max(...counts) }))
    .filter(({ sum }) => sum >= FEWEST_EACH);
  const total = telling.reduce((sum, each) => sum + each.sum, 0);
  if (total < FEWEST) return undefined;
  return telling.reduce((sum, each) => sum + each.most, 0) >= ONE_COLLEAGUE * total ? "buddy" : "pool";
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
