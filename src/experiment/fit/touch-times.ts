import { ROLES, rankOf } from "../../model/index.ts";
import { quantile } from "../../stats/index.ts";
import { LONGEST_TOUCH } from "./fit-hours.ts";
import { CHASER, endOf, FIRST, type OwnMessages, THANKS } from "./own-messages.ts";
import type { Person } from "./staff-acts.ts";

/** Elapsed minutes of pieces of work, as far as the order of a person's acts tells them. */
export interface TouchTimes {
  /** Whether people of a role (place in `ROLES`) read the messages of a specialty first, and answer them at once. */
  readonly readsFirst: (specialty: number, role: number) => boolean;
  /** By role: minutes that nine of ten acts take at least, as far as their order tells. */
  readonly shortest: readonly number[];
  /** Of messages that need no reply: from their reading to their closing. */
  readonly reading: readonly Elapsed[];
  /** From the reading of a message to its reply, by those who read first. */
  readonly replying: readonly Elapsed[];
  /**
   * By those to whom messages are sent on: from one act to the next in a session, where the next message waited already. Work on something else in between
   * is in them, so that they bound minutes from above.
   */
  readonly following: readonly Elapsed[];
  /** From taking a message up to being done with it, where an extract tells both of the same person. */
  readonly exact: readonly Elapsed[];
}

export interface Elapsed {
  readonly role: number;
  readonly specialty: number;
  readonly topic: number;
  readonly minutes: number;
  /** Whether the message is not the first of its thread. */
  readonly isLater?: boolean;
}

/** [min] If half of a role's acts in a specialty end within this long of the reading of their message, its people read first there. */
const AT_ONCE = 30;
const FEWEST = 20;
/** Who may read first, in order: a log says when a message was read, not by whom, so of several only the first who answer at once are taken to have been it. */
const READERS = [
  [rankOf("clerk"), rankOf("medical-assistant")],
  [rankOf("nurse"), rankOf("nurse-practitioner")],
];

export function touchTimes(people: readonly Person[], own: OwnMessages): TouchTimes {
  const readsFirst = firstReaders(own);
  const following: Elapsed[] = [];
  const exact: Elapsed[] = [];
  for (const { role, acts } of people) {
    for (let i = 0; i < acts.length; i += 1) {
      const act = acts[i]!;
      const of = { role, specialty: act.specialty, topic: act.topic };
      if (act.replies && act.at > act.begun) exact.push({ ...of, minutes: act.at - act.begun });
      if (i === 0 || readsFirst(act.specialty, role)) continue;
      const minutes = act.at - acts[i - 1]!.at;
      const waited = act.read < acts[i - 1]!.at;
      if (waited && minutes > 0 && minutes <= 2 * LONGEST_TOUCH) following.push({ ...of, minutes });
    }
  }
  const reading: Elapsed[] = [];
  const replying: Elapsed[] = [];
  for (let i = 0; i < own.count; i += 1) {
    const role = own.role[i]!;
    const minutes = endOf(own, i) - own.read[i]!;
    if (role < 0 || !readsFirst(own.specialty[i]!, role) || !(minutes > 0)) continue;
    const kind = own.kind[i]!;
    const isReading = kind === THANKS || kind === CHASER;
    // Without closings nothing says when such a message was done; without replies, which of later ones got any.
    const { closings, replies } = own.tells;
    if (isReading ? !(closings && replies) : !replies && kind !== FIRST) continue;
    const list = isReading ? reading : replying;
    const isLater = kind !== FIRST;
    list.push({ role, specialty: own.specialty[i]!, topic: own.topic[i]!, minutes, isLater });
  }
  const shortest = ROLES.map((_, role) => {
    const times = following.filter((e) => e.role === role).map((e) => e.minutes);
    return times.length >= FEWEST ? Math.min(LONGEST_TOUCH / 4, quantileOf(times, 0.1)) : 0;
  });
  return { readsFirst, shortest, reading, replying, following, exact };
}

/** Who reads first, by specialty: whoever else answers a message there got it from them, and has not read it when it was first read. */
function firstReaders(own: OwnMessages): TouchTimes["readsFirst"] {
  const sinceReading = new Map<number, number[][]>();
  for (let i = 0; i < own.count; i += 1) {
    const minutes = endOf(own, i) - own.read[i]!;
    if (own.role[i]! < 0 || !(minutes > 0)) continue;
    const specialty = own.specialty[i]!;
    const byRole = sinceReading.get(specialty) ?? ROLES.map(() => []);
    byRole[own.role[i]!]!.push(minutes);
    sinceReading.set(specialty, byRole);
  }
  const first = new Map<number, readonly number[]>();
  for (const [specialty, byRole] of sinceReading) {
    const answersAtOnce = (role: number) =>
      byRole[role]!.length >= FEWEST && quantileOf(byRole[role]!, 0.5) <= AT_ONCE;
    first.set(
      specialty,
      READERS.map((roles) => roles.filter(answersAtOnce)).find((roles) => roles.length > 0) ?? [],
    );
  }
  return (specialty, role) => first.get(specialty)?.includes(role) ?? false;
}

function quantileOf(values: readonly number[], p: number): number {
  return quantile(Float64Array.from(values).sort(), p);
}
