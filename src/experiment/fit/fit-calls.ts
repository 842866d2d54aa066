import type { Calendar } from "../../model/index.ts";
import type { ExtractCalls } from "../extract/extract-calls.ts";
import { type Bounds, UNKNOWN } from "./bounds.ts";
import { wilson } from "./clustered-share.ts";
import { type DelayFit, fitDelay } from "./fit-delay.ts";
import { meanBounds } from "./mean-bounds.ts";

/** What is learned of the telephone calls of a specialty. */
export interface CallsFit {
  readonly calls: number;
  /** Local days from the first call of the file to the one after the last. */
  readonly covers: { readonly from: number; readonly to: number };
  /** Business days that were watched. */
  readonly days: number;
  readonly perBusinessDay: Bounds;
  /** Of those of which it is told. */
  readonly answered: Bounds;
  /** [min] Undefined where too little is told. */
  readonly minutes: DelayFit | undefined;
  /** [min] How long callers wait; those who were answered are censored then. */
  readonly patience: DelayFit | undefined;
  /** Of most who answer: place in `ROLES`; −1: not told. */
  readonly role: number;
}

const FEWEST_CALLS = 50;
const FEWEST_DAYS = 20;
/** [min] A law of positive times has no place for none. */
const SHORTEST = 0.05;

/** Of the calls on business days of `span`, as far as the file goes; undefined of fewer than 50, or of fewer than 20 days. */
export function fitCalls(
  calls: ExtractCalls,
  specialty: number,
  calendar: Calendar,
  span: { readonly from: number; readonly to: number },
): CallsFit | undefined {
  const all = Array.from(calls.at.keys()).map((i) => ({ i, day: calendar.dayOf(calls.at[i]!) }));
  const told = all.filter(({ day }) => day >= span.from && day < span.to);
  const [first, last] = [told[0]?.day ?? 0, told.at(-1)?.day ?? -1];
  const own = told.filter(({ i, day }) => calls.specialty[i] === specialty && calendar.isOpenDay(day));
  const byDay = new Map<number, number>();
  for (let day = first; day <= last; day += 1) if (calendar.isOpenDay(day)) byDay.set(day, 0);
  for (const { day } of own) byDay.set(day, byDay.get(day)! + 1);
  if (own.length < FEWEST_CALLS || byDay.size < FEWEST_DAYS) return undefined;
  const of = (column: Float64Array, is: (i: number) => boolean) =>
    Float64Array.from(
      own.filter(({ i }) => is(i) && column[i]! >= 0),
      ({ i }) => Math.max(SHORTEST, column[i]!),
    );
  const isAnswered = (i: number) => calls.answered[i] === 1;
  const isLost = (i: number) => calls.answered[i] === 0;
  const answered = own.filter(({ i }) => isAnswered(i)).length;
  const known = answered + own.filter(({ i }) => isLost(i)).length;
  return {
    calls: own.length,
    covers: { from: first, to: last + 1 },
    days: byDay.size,
    perBusinessDay: meanBounds([...byDay.values()]),
    answered: known === 0 ? UNKNOWN : wilson(answered / known, known),
    minutes: fitDelay(
      { came: of(calls.minutes, isAnswered), watched: new Float64Array(0) },
      { always: true },
    ),
    patience: fitDelay(
      { came: of(calls.waited, isLost), watched: of(calls.waited, isAnswered) },
      { always: true },
    ),
    role: commonest(own.map(({ i }) => calls.role[i]!)),
  };
}

function commonest(roles: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const role of roles) if (role >= 0) counts.set(role, (counts.get(role) ?? 0) + 1);
  let best = -1;
  for (const [role, count] of counts) if (best < 0 || count > counts.get(best)!) best = role;
  return best;
}
