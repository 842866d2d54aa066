import { describe, expect, test } from "vitest";
import { FIRST, type OwnMessages } from "../../../src/experiment/fit/own-messages.ts";
import type { Act, Person } from "../../../src/experiment/fit/staff-acts.ts";
import { touchTimes } from "../../../src/experiment/fit/touch-times.ts";
import { rankOf } from "../../../src/model/index.ts";

const HOUR = 60;
const [CLERK, NURSE] = [rankOf("clerk"), rankOf("nurse")];
const [NURSE_FIRST, CLERK_FIRST] = [0, 1];

interface Told {
  readonly role: number;
  readonly specialty: number;
  /** [min] From the first reading, by whomever, to the reply. */
  readonly took: number;
}

/** A message every hour, each read at the full hour. */
function logOf(messages: readonly Told[]): OwnMessages {
  const column = (of: (m: Told, i: number) => number) => Float64Array.from(messages, of);
  return {
    tells: { closings: true, replies: true },
    count: messages.length,
    kind: new Int8Array(messages.length).fill(FIRST),
    role: Int8Array.from(messages, ({ role }) => role),
    specialty: Int16Array.from(messages, ({ specialty }) => specialty),
    topic: new Int16Array(messages.length),
    read: column((_, i) => i * HOUR),
    replied: column(({ took }, i) => i * HOUR + took),
    closed: column(({ took }, i) => i * HOUR + took),
  } as unknown as OwnMessages;
}

const many = (n: number, told: Told) => Array.from({ length: n }, () => told);
const nurseReads = many(200, { role: NURSE, specialty: NURSE_FIRST, took: 6 });
const clerkReads = many(50, { role: CLERK, specialty: CLERK_FIRST, took: 3 });

describe("from the first reading to the reply are the minutes of whoever replies", () => {
  /** The clerk sends on, and the nurse answers 20 or 40 minutes after the clerk's reading. */
  const sentOn = [
    ...many(60, { role: NURSE, specialty: CLERK_FIRST, took: 20 }),
    ...many(20, { role: NURSE, specialty: CLERK_FIRST, took: 40 }),
  ];
  const own = logOf([...nurseReads, ...clerkReads, ...sentOn]);

  test("only where they read first: not where a clerk read and sent on, though nurses of another specialty do", () => {
    const { replying, readsFirst } = touchTimes([], own);
    expect([readsFirst(NURSE_FIRST, NURSE), readsFirst(CLERK_FIRST, CLERK)]).toEqual([true, true]);
    expect([readsFirst(CLERK_FIRST, NURSE), readsFirst(NURSE_FIRST, CLERK)]).toEqual([false, false]);
    const minutes = (role: number, specialty: number) =>
      replying.filter((e) => e.role === role && e.specialty === specialty).map((e) => e.minutes);
    expect(minutes(NURSE, NURSE_FIRST)).toEqual(Array.from({ length: 200 }, () => 6));
    expect(minutes(CLERK, CLERK_FIRST)).toEqual(Array.from({ length: 50 }, () => 3));
    expect(minutes(NURSE, CLERK_FIRST)).toEqual([]);
  });

  test("of a nurse who serves both, from act to act where the clerk reads, and not where she does", () => {
    const act = (at: number, specialty: number): Act => ({
      at,
      read: -1,
      begun: Number.NaN,
      specialty,
      topic: 0,
      replies: true,
    });
    const acts = [act(0, NURSE_FIRST), act(7, NURSE_FIRST), act(16, CLERK_FIRST)];
    const nurse: Person = {
      staff: 0,
      role: NURSE,
      acts,
      byDay: new Float64Array(1),
      total: 3,
      bySpecialty: Float64Array.of(2, 1),
    };
    expect(touchTimes([nurse], own).following).toEqual([
      { role: NURSE, specialty: CLERK_FIRST, topic: 0, minutes: 9 },
    ]);
  });
});
