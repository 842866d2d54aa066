import { type CalendarSpec, type Clinic, ROLES, type Scope, scopeOf } from "../../model/index.ts";
import { createDistribution } from "../../random/index.ts";
import type { TeamFit } from "./fit.ts";
import type { CallsFit } from "./fit-calls.ts";
import { reader } from "./fit-topics.ts";
import type { Interruptions } from "./interruptions.ts";
import type { TouchTimes } from "./touch-times.ts";

/** Calls that interrupt messages, where no file tells of them. */
export interface AssumedCalls {
  readonly perBusinessDay: number;
  /** [min] */
  readonly mean: number;
  readonly sd: number;
}

/** What is known of the calls that one team takes for one specialty. */
export interface KnownCalls {
  /** From a file; absent: none was given. */
  readonly told: CallsFit | undefined;
  readonly assumed: AssumedCalls | undefined;
}

/** [min] To find one's place again: as in the evidence. */
const RE_READ = 1;

/** The calls of the specialty of that name in a scenario, or of its first; undefined where none interrupts messages. */
export function assumedCalls({ specialties }: Clinic, name: string): AssumedCalls | undefined {
  const specialty =
    specialties.find((each) => each.name.toLowerCase() === name.toLowerCase()) ?? specialties[0]!;
  const source = specialty.otherWork.find(({ interrupts, perPerson }) => interrupts && !perPerson);
  if (source === undefined) return undefined;
  const { mean, variance } = createDistribution(source.minutes);
  return { perBusinessDay: source.perBusinessDay, mean, sd: Math.sqrt(variance) };
}

/**
 * How often the `people` of a team are called away, if calls come at any open minute alike and only to them; undefined where nothing is known of calls. A call goes to a colleague who is
 * free: the chance that all others of n are busy, who are so for a share of their time of which nothing is known, is 1 ∕ n in the mean.
 */
export function interruptionsOf(
  calls: readonly KnownCalls[],
  people: number,
  { open }: Pick<CalendarSpec, "open">,
): Interruptions | undefined {
  const minutes = open
    .map((day) => day.reduce((sum, { from, to }) => sum + to - from, 0))
    .filter((m) => m > 0);
  const aDay = minutes.reduce((sum, m) => sum + m, 0) / Math.max(1, minutes.length);
  const known = calls.flatMap(({ told, assumed }): AssumedCalls[] => {
    if (told === undefined) return assumed === undefined ? [] : [assumed];
    const law = told.minutes?.best ?? assumed;
    const answered = Number.isNaN(told.answered.estimate) ? 1 : told.answered.estimate;
    return law === undefined
      ? []
      : [{ perBusinessDay: told.perBusinessDay.estimate * answered, mean: law.mean, sd: law.sd }];
  });
  const count = known.reduce((sum, each) => sum + each.perBusinessDay, 0);
  if (!(count > 0) || !(aDay > 0) || !(people > 0)) return undefined;
  const mean = known.reduce((sum, each) => sum + each.perBusinessDay * each.mean, 0) / count;
  const squares =
    known.reduce((sum, each) => sum + each.perBusinessDay * (each.sd * each.sd + each.mean * each.mean), 0) /
    count;
  const most = count / aDay / people;
  return { rate: most / people, most, mean: mean + RE_READ, sd: Math.sqrt(squares - mean * mean) };
}

/** Calls that come to the teams of a specialty whose people are of a scope; those of which nobody knows whose they are, to who reads first there. */
export function interruptionsBy(
  teams: readonly Pick<TeamFit, "role" | "serves" | "onRolls">[],
  specialties: readonly string[],
  calls: readonly KnownCalls[],
  spec: CalendarSpec,
  readsFirst: TouchTimes["readsFirst"],
): (specialty: number, scope: Scope) => Interruptions | undefined {
  return (specialty, scope) => {
    const mine = teams.filter(
      ({ role, serves }) => scopeOf(role) === scope && serves.includes(specialties[specialty]!),
    );
    const taken = calls.filter(
      ({ told }, s) =>
        mine.some(({ serves }) => serves.includes(specialties[s]!)) &&
        scope === (told === undefined || told.role < 0 ? reader(readsFirst, s) : scopeOf(ROLES[told.role]!)),
    );
    const people = mine.reduce((sum, { onRolls }) => sum + onRolls, 0);
    return interruptionsOf(taken, Math.max(1, people), spec);
  };
}
