import { describe, expect, test } from "vitest";
import type { ExtractSample } from "../../../src/experiment/extract/extract.ts";
import { fitChasers, fitThreads } from "../../../src/experiment/fit/fit-threads.ts";
import { whatLogTells } from "../../../src/experiment/fit/log-tells.ts";
import {
  CHASER,
  DUPLICATE,
  FIRST,
  FOLLOW_UP,
  ownMessages,
  THANKS,
} from "../../../src/experiment/fit/own-messages.ts";
import { Calendar } from "../../../src/model/index.ts";
import { CLINIC } from "../../model/plain-clinic.ts";

const DAY = 1440;
const DAYS = 120;
const END = DAYS * DAY;
const NONE = Number.NaN;
const calendar = new Calendar({ ...CLINIC.calendar, timeZone: "UTC" }, "2026-01-05", DAYS, []);

/** Patient, thread, days of sending, reply and closing. */
type Row = readonly [number, number, number, number, number];

function sampleOf(rows: readonly Row[]): ExtractSample {
  const filled = (value: number) => rows.map(() => value);
  const times = (column: 2 | 3 | 4) => Float64Array.from(rows, (row) => row[column] * DAY);
  return {
    share: 1,
    patient: Int32Array.from(rows, ([patient]) => patient),
    thread: Int32Array.from(rows, ([, thread]) => thread),
    specialty: Int16Array.from(filled(0)),
    topic: Int16Array.from(filled(0)),
    sender: Int8Array.from(filled(0)),
    staff: Int16Array.from(filled(0)),
    role: Int8Array.from(filled(2)),
    urgent: Int8Array.from(filled(0)),
    sent: times(2),
    firstRead: times(3),
    replied: times(3),
    closed: times(4),
  };
}

/** A question, thanks; a question, a chaser that the same reply answers, and one with a reply of its own; a question of today. Fifteen of each: too few for a law of delays. */
const rows = Array.from({ length: 15 }, (_, k) => k).flatMap((k): readonly Row[] => [
  [k, 3 * k, 1 + k, 2 + k, 2 + k],
  [k, 3 * k, 3 + k, NONE, 4 + k],
  [k, 3 * k + 1, 10 + k, 14 + k, 14 + k],
  [k, 3 * k + 1, 12 + k, NONE, 14 + k],
  [k, 3 * k + 1, 13 + k, 15 + k, 15 + k],
  [k, 3 * k + 2, DAYS - 1, NONE, NONE],
]);
const whole = sampleOf(rows);
const empty = () => new Float64Array(rows.length).fill(NONE);
const withoutClosings = { ...whole, closed: empty() };
const withoutReplies = { ...whole, replied: empty() };
const all = () => true;

describe("a log that tells of closings", () => {
  const own = ownMessages(whole, calendar, END);
  test("tells thanks from what waits, and a chaser from one that is answered for itself", () => {
    expect([...own.kind.subarray(0, 6)]).toEqual([FIRST, THANKS, FIRST, CHASER, DUPLICATE, FIRST]);
    expect(fitThreads(own, all).thanks.estimate).toBe(1);
    expect(fitChasers(own, all).duplicates.estimate).toBe(0.5);
  });

  test("has one reply to two messages answer the first, not the chaser for itself", () => {
    const replied = whole.replied.map((time, i) => (i % 6 === 3 ? whole.replied[i - 1]! : time));
    expect(ownMessages({ ...whole, replied }, calendar, END).kind[3]).toBe(CHASER);
  });
});

describe("a log without closings", () => {
  test("takes a later message that is long over without a reply as needing none, and what is new as waiting still", () => {
    const { tells, kind } = ownMessages(withoutClosings, calendar, END);
    expect([tells.replies, tells.closings]).toEqual([true, false]);
    expect([...kind.subarray(0, 6)]).toEqual([FIRST, THANKS, FIRST, CHASER, DUPLICATE, FIRST]);
    const late = sampleOf([...rows, [50, 200, DAYS - 3, DAYS - 2, NONE], [50, 200, DAYS - 1, NONE, NONE]]);
    const { kind: ends } = ownMessages(
      { ...late, closed: new Float64Array(late.sent.length).fill(NONE) },
      calendar,
      END,
    );
    expect(ends.at(-1)).toBe(FOLLOW_UP);
  });

  test("says the same of next messages and of chasers as with them", () => {
    const [with_, without] = [whole, withoutClosings].map((sample) => ownMessages(sample, calendar, END));
    expect(fitThreads(without!, all).followUp.estimate).toBeCloseTo(
      fitThreads(with_!, all).followUp.estimate,
      6,
    );
    expect(fitThreads(without!, all).thanks.estimate).toBe(fitThreads(with_!, all).thanks.estimate);
    expect(fitChasers(without!, all).duplicates.estimate).toBe(0.5);
  });

  test("is one, too, if closings are there but of messages that were replied to", () => {
    const closed = Float64Array.from(whole.closed, (time, i) =>
      Number.isNaN(whole.replied[i]!) ? NONE : time,
    );
    expect(whatLogTells({ ...whole, closed }, END).closings).toBe(false);
  });
});

describe("a log without replies", () => {
  test("takes closings for them, and does not know who only thanked or was answered for itself", () => {
    const own = ownMessages(withoutReplies, calendar, END);
    expect(own.tells).toMatchObject({ replies: false, closings: true });
    expect(fitThreads(own, all).thanks.estimate).toBeNaN();
    expect(fitChasers(own, all).duplicates.estimate).toBeNaN();
    // Of 30 first messages that were closed, 15 had a next one: thanks, after which none came, are not among them.
    expect(fitThreads(own, all).followUp.estimate).toBeCloseTo(0.5, 1);
  });

  test("knows nothing of next messages if it has no closings either", () => {
    const own = ownMessages({ ...withoutReplies, closed: empty() }, calendar, END);
    expect(own.tells).toMatchObject({ replies: false, closings: false });
    expect(fitThreads(own, all).followUp.estimate).toBeNaN();
    expect(fitChasers(own, all).delay).toBeUndefined();
  });
});

test("a log in which each message is a thread, or each thread somebody else's, tells neither", () => {
  const each = Int32Array.from(rows, (_, i) => i);
  expect(whatLogTells({ ...whole, thread: each }, END)).toMatchObject({ threads: false, patients: true });
  expect(whatLogTells({ ...whole, patient: whole.thread }, END)).toMatchObject({
    threads: true,
    patients: false,
  });
  const own = ownMessages({ ...whole, thread: each }, calendar, END);
  expect(fitThreads(own, all).followUp.estimate).toBeNaN();
});

test("replies that were never closed, and no closing without a reply, look swapped", () => {
  const swapped = { ...whole, replied: whole.closed, closed: whole.replied };
  expect(whatLogTells(swapped, END).neverClosed).toBe(true);
  expect(whatLogTells(whole, END).neverClosed).toBe(false);
});
