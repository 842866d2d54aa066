import { describe, expect, test } from "vitest";
import {
  type Clinic,
  compile,
  type FrontDoorPolicy,
  type MessageRecord,
  responseDefinitions,
  type ServicePromise,
} from "../../src/model/index.ts";
import { diagnostics } from "../../src/model/responses/diagnostics.ts";
import { CLINIC, record, thread } from "./plain-clinic.ts";
import { runOf, valuesOf } from "./recorded.ts";

const NONE = Number.NaN;
const at = (day: number, hour: number) => day * 1440 + hour * 60;

const twoDays: ServicePromise = {
  name: "two days",
  of: "every patient message that needs a reply",
  within: { clock: "wall", minutes: 2880 },
  starts: "when sent",
  target: 0.9,
  risk: 0.05,
};
const frontDoor: readonly FrontDoorPolicy[] = [
  { type: "fee", deters: 0, calls: 0, visits: 0 },
  { type: "length-limit", affects: 0, saves: 0 },
  { type: "thanks-filter", catches: 1, falseAlarm: 0 },
];
/** A week of warm-up, five weeks, a week of run-out; a fee and a filter that turn messages away. */
const clinic: Clinic = {
  ...CLINIC,
  run: { ...CLINIC.run, warmUpDays: 7, lengthDays: 35, runOutDays: 7 },
  policies: { ...CLINIC.policies, frontDoor },
  promises: [twoDays],
};

const turnedAway = (of: ReturnType<typeof thread>, by: number, patch: Partial<MessageRecord> = {}) =>
  record(of, NONE, { turnedAwayBy: by, ...patch });

const fee = (id: number, instead: "nothing" | "call" | "visit") =>
  turnedAway(thread(id, at(8, 10), [{ turnedAwayBy: 0, displacedTo: instead }]), 0);
/** Answered after an hour; its thank-you is kept out. */
const thanked = thread(0, at(8, 9), [{ followUpDelay: 5 }, { needsReply: false, turnedAwayBy: 2 }]);
const messages = [
  record(thanked, at(8, 10)),
  turnedAway(thanked, 2, { round: 1, sent: at(8, 12), opensThread: false }),
  record(thread(1, at(8, 9)), at(8, 12)),
  fee(2, "nothing"),
  fee(3, "call"),
  fee(4, "visit"),
  // Before the window.
  turnedAway(thread(5, at(2, 10), [{ turnedAwayBy: 0 }]), 0),
];
const run = runOf(clinic, { messages });
const values = valuesOf(run);

describe("what the front door turns away", () => {
  test("is counted by policy, and by what those patients do instead", () => {
    expect(values.turned_away_share).toBe(4 / 6);
    expect(values.turned_away_per_week).toBe(4 / 5);
    expect(values.turned_away_fee_per_week).toBe(3 / 5);
    expect(values.turned_away_thanks_filter_per_week).toBe(1 / 5);
    expect(values.turned_away_calling_per_week).toBe(1 / 5);
    expect(values.turned_away_visiting_per_week).toBe(1 / 5);
    // One whom the fee keeps away, and the thank-you.
    expect(values.turned_away_silent_per_week).toBe(2 / 5);
  });

  test("waits for ever if it needed a reply, and is no loss if it did not", () => {
    const forEver = Number.POSITIVE_INFINITY;
    expect([...run.samples.first_reply_wall_h]).toEqual([1, 3, forEver, forEver, forEver]);
    expect([...run.samples.first_read_wall_h]).toEqual([1, 3, forEver, forEver, forEver]);
    expect([...run.samples.resolution_wall_d]).toEqual([1 / 24, 3 / 24, forEver, forEver, forEver]);
    expect(values.unanswered_share).toBe(3 / 5);
  });

  test("has not kept a promise, and leaves nothing undecided", () => {
    expect(values.promise_two_days_share).toBe(2 / 5);
    const late = fee(0, "nothing");
    const over = runOf(
      { ...clinic, run: { ...clinic.run, runOutDays: 0 } },
      { messages: [{ ...late, sent: at(41, 9) }] },
    );
    expect(diagnostics(over).undecided).toEqual([0]);
  });

  test("is no message that came in, and none that waits", () => {
    expect(values.messages_per_week).toBe(2 / 5);
    expect(values.new_threads_per_week).toBe(2 / 5);
    expect(values.backlog_monday_open).toBe(0);
    expect(values.oldest_open_message_d).toBe(0);
    expect(diagnostics(run).littlesLaw).toMatchObject({ sent: 2, stayMinutes: 240 });
    expect(values.nurse_closed_share).toBe(1);
  });

  test("is told only of policies that may turn somebody away, and not at all without one", () => {
    const names = (policies: readonly FrontDoorPolicy[]) =>
      responseDefinitions(compile({ ...clinic, policies: { ...CLINIC.policies, frontDoor: policies } }, []))
        .map(({ name }) => name)
        .filter((name) => name.startsWith("turned_away"));
    expect(names([])).toEqual([]);
    expect(names(frontDoor.slice(1, 2))).toEqual([]);
    expect(names(frontDoor)).not.toContain("turned_away_length_limit_per_week");
    const cap = { type: "message-cap", messages: 3, within: 1440, calls: 0, visits: 0 } as const;
    expect(names([cap])).toContain("turned_away_message_cap_per_week");
  });
});

describe("a cap", () => {
  test("that turns chasers away is not counted among patients' own messages", () => {
    const cap = { type: "message-cap", messages: 1, within: 1440, calls: 0, visits: 0 } as const;
    const capped = { ...clinic, policies: { ...CLINIC.policies, frontDoor: [cap] } };
    const waiting = thread(0, at(8, 9), [{ chaserDelay: 60, cappedTo: "call" }]);
    const told = valuesOf(
      runOf(capped, {
        messages: [
          turnedAway(waiting, 0, { cause: "chaser", sent: at(8, 10), opensThread: false }),
          record(waiting, at(8, 12)),
        ],
      }),
    );
    expect(told.turned_away_per_week).toBe(0);
    expect(told.messages_per_week).toBe(1 / 5);
    expect(told.first_reply_median_wall_h).toBe(3);
  });
});
