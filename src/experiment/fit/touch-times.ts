import { rankOf, ROLES } from "../../model/index.ts";
import { LONGEST_TOUCH } from "./fit-hours.ts";
import { CHASER, endOf, type OwnMessages, THANKS } from "./own-messages.ts";
import type { Person } from "./staff-acts.ts";

/** Elapsed minutes of pieces of work, as far as the order of a person's acts tells them. */
export interface TouchTimes {
  /** By role: whether its people read messages first, and answer them at once. */
  readonly readsFirst: readonly boolean[];
  /** By role: minutes by which the usual act is over. */
  readonly usual: readonly number[];
  /** Of messages that need no reply: from their reading to their closing. */
  readonly reading: readonly Elapsed[];
  /** From the reading of a message to its reply, by those who read first. */
  readonly replying: readonly Elapsed[];
  /** By those to whom messages are sent on: from one act to the next in a session, where the next message waited already. */
  readonly following: readonly Elapsed[];
}

export interface Elapsed {
  readonly role: number;
  readonly specialty: number;
  readonly topic: number;
  readonly minutes: number;
}

/** [min] If half of a role's acts end within this long of the reading of their message, its people read first. */
const AT_ONCE = 30;
const FEWEST = 20;
const USUAL_IF_UNKNOWN = 5;
const PHYSICIAN = rankOf("physician");

export function touchTimes(people: readonly Person[], own: OwnMessages): TouchTimes {
  const sinceReading = ROLES.map((_, role) =>
    people
      .filter((person) => person.role === role)
      .flatMap(({ acts }) => acts.map(({ at, read }) => at - read))
      .filter((minutes) => minutes > 0),
  );
  const readsFirst = sinceReading.map((times) => times.length >= FEWEST && median(times) <= AT_ONCE);
  const following: Elapsed[] = [];
  for (const { role, acts } of people) {
    if (readsFirst[role] === true && role !== PHYSICIAN) continue;
    for (let i = 1; i < acts.length; i += 1) {
      const [before, act] = [acts[i - 1]!, acts[i]!];
      const minutes = act.at - before.at;
      if (minutes > 0 && minutes <= 2 * LONGEST_TOUCH && act.read < before.at) {
        following.push({ role, specialty: act.specialty, topic: act.topic, minutes });
      }
    }
  }
  const reading: Elapsed[] = [];
  const replying: Elapsed[] = [];
  for (let i = 0; i < own.count; i += 1) {
    const role = own.role[i]!;
    const minutes = endOf(own, i) - own.read[i]!;
    if (role < 0 || readsFirst[role] !== true || !(minutes > 0)) continue;
    const kind = own.kind[i]!;
    const list = kind === THANKS || kind === CHASER ? reading : replying;
    list.push({ role, specialty: own.specialty[i]!, topic: own.topic[i]!, minutes });
  }
  const usual = ROLES.map((_, role) => {
    const at = readsFirst[role] === true ? sinceReading[role]! : following.filter((e) => e.role === role).map((e) => e.minutes);
    return at.length >= FEWEST ? Math.min(LONGEST_TOUCH / 4, median(at)) : USUAL_IF_UNKNOWN;
  });
  return { readsFirst, usual, reading, replying, following };
}

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[sorted.length >> 1]!;
}
