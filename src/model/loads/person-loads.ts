import type { DayStretch } from "../window-stretches.ts";
import type { ExpectedHours } from "./expected-hours.ts";
import { totalOf } from "./total-of.ts";

/** What is asked of one person in the mean, at speed 1, and what that person has to give, per week [min]. */
export interface PersonLoad {
  readonly ordinal: number;
  readonly messages: number;
  readonly calls: number;
  readonly otherWork: number;
  readonly hours: number;
  readonly evenings: number;
  /** Work over what can be done in hours and evenings. */
  readonly load: number;
}

/** Work of a team, per week [min]. */
interface WorkPerWeek {
  readonly messages: number;
  readonly calls: number;
  readonly otherWork: number;
  /** Of other work, what comes to each person alike. */
  readonly perPerson: number;
}

/** Parts of what a team can do that each person can, by ordinal; equal ones where nobody can do anything. */
export function capacityParts({ groups, people }: ExpectedHours, window: DayStretch): readonly number[] {
  if (groups.length <= 1) return people.map(() => 1 / people.length);
  const capacity = people.map(({ speed, hours, evenings }) => {
    return speed * (totalOf(hours, window) + totalOf(evenings, window));
  });
  const sum = capacity.reduce((total, one) => total + one, 0);
  return capacity.map((one) => (sum > 0 ? one / sum : 1 / people.length));
}

/** What falls to each person: messages in `parts`, all other shared work in parts as each can do it. */
export function personLoads(
  expected: ExpectedHours,
  window: DayStretch,
  work: WorkPerWeek,
  parts: readonly number[],
): PersonLoad[] {
  const perWeek = 7 / (window.to - window.from);
  const shared = capacityParts(expected, window);
  return expected.people.map((person, ordinal) => {
    const hours = totalOf(person.hours, window) * perWeek;
    const evenings = totalOf(person.evenings, window) * perWeek;
    const messages = work.messages * parts[ordinal]!;
    const calls = work.calls * shared[ordinal]!;
    const otherWork = (work.otherWork - work.perPerson) * shared[ordinal]! + work.perPerson / parts.length;
    const load = loadOf(messages + calls + otherWork, person.speed * (hours + evenings));
    return { ordinal, messages, calls, otherWork, hours, evenings, load };
  });
}

/** Work over what can be done; 0 where there is none. */
export function loadOf(work: number, capacity: number): number {
  return work === 0 ? 0 : work / capacity;
}
