import { describe, expect, test } from "vitest";
import {
  type Clinic,
  compile,
  type Impatience,
  type OtherWork,
  responseDefinitions,
  type VisitRecord,
} from "../../src/model/index.ts";
import { CLINIC, record, SPECIALTY, TOPIC, thread, withSpecialty } from "./plain-clinic.ts";
import { runOf, stretch, valuesOf, WORK } from "./recorded.ts";

const NONE = Number.NaN;
const at = (day: number, hour: number, minute = 0) => day * 1440 + hour * 60 + minute;
const fixed = { type: "fixed", value: 60 } as const;

/** A week of warm-up, five weeks, a week of run-out. */
const plain: Clinic = { ...CLINIC, run: { ...CLINIC.run, warmUpDays: 7, lengthDays: 35, runOutDays: 7 } };
const phone: OtherWork = {
  name: "phone",
  team: 0,
  perBusinessDay: 1,
  perPerson: false,
  minutes: fixed,
  interrupts: true,
  order: "with messages",
};
const impatience: Impatience = {
  chaser: { probability: 1, after: fixed, duplicates: 0.5 },
  call: { probability: 1, after: fixed },
  emergency: { probability: 1, after: fixed },
};
const clinic = withSpecialty(
  {
    impatience,
    otherWork: [phone],
    calls: { source: 0, minutes: fixed },
    topics: [{ ...TOPIC, unsuitable: 0.1 }],
    slots: { "in person": { perBusinessDay: 1, notice: 0 }, video: { perBusinessDay: 1, notice: 0 } },
  },
  plain,
);
const namesOf = (of: Clinic) => responseDefinitions(compile(of, [])).map(({ name }) => name);

describe("patients who wait", () => {
  const waiting = thread(0, at(8, 9), [{ chaserDelay: 60 }]);
  const settled = thread(1, at(8, 9));
  const again = { opensThread: false, sent: at(8, 11) };
  const calledAt = (id: number, time: number) => ({
    item: { id, specialty: 0, source: 0, team: 0, person: -1, at: time, minutes: 3, patience: 9 },
    started: time + 2,
    ended: time + 5,
    lost: false,
  });
  const run = runOf(clinic, {
    messages: [
      record(waiting, at(9, 9), { emergency: at(8, 20) }),
      record(waiting, NONE, { ...again, cause: "chaser", closed: at(8, 12), firstRead: at(8, 12) }),
      record(waiting, at(8, 13), { ...again, cause: "duplicate", physicianTouches: 1 }),
      record(settled, at(8, 12), { firstRead: NONE, settledByCall: true, nurseTouches: 0 }),
    ],
    work: [
      { ...calledAt(WORK + 64, at(8, 12)), about: { thread: settled, round: 0 } },
      // Of somebody turned away, and of the world.
      { ...calledAt(WORK + 32, at(8, 12)), about: { thread: waiting, round: 0 } },
      calledAt(0, at(8, 13)),
      { ...calledAt(WORK, at(2, 12)), about: { thread: waiting, round: 0 } },
    ],
  });
  const values = valuesOf(run);

  test("write again, call and seek help elsewhere, each counted by the week", () => {
    expect(values.chasers_per_week).toBe(1 / 5);
    expect(values.duplicates_per_week).toBe(1 / 5);
    expect(values.calls_about_messages_per_week).toBe(1 / 5);
    expect(values.emergency_visits_per_week).toBe(1 / 5);
    expect(values.settled_in_call_share).toBe(1 / 2);
  });

  test("send no messages of their own by it: neither waits nor shares count them", () => {
    expect([...run.samples.first_reply_wall_h]).toEqual([3, 24]);
    // What a call settles has been read by then.
    expect([...run.samples.first_read_wall_h]).toEqual([3, 24]);
    expect(run.samples.later_reply_wall_h).toHaveLength(0);
    expect([...run.samples.resolution_wall_d]).toEqual([3 / 24, 1]);
    expect(values.nurse_closed_share).toBe(1);
    expect(values.unanswered_share).toBe(0);
    // They reach the clinic all the same.
    expect(values.messages_per_week).toBe(4 / 5);
    expect(values.new_threads_per_week).toBe(2 / 5);
  });

  test("are told of only where they may do so", () => {
    const told = ["chasers_per_week", "calls_about_messages_per_week", "emergency_visits_per_week"];
    expect(namesOf(clinic)).toEqual(expect.arrayContaining(told));
    expect(namesOf(plain).filter((name) => told.includes(name))).toEqual([]);
    const withoutPhone = withSpecialty({ impatience }, plain);
    expect(namesOf(withoutPhone)).not.toContain("calls_about_messages_per_week");
  });
});

describe("avoidable work", () => {
  const elsewhere = thread(1, at(8, 9), [{ unsuitable: true }]);
  const message = (subject: number, minutes: number, patch = {}) =>
    stretch(0, 0, at(9, 9), at(9, 9, minutes), { subject, ...patch });
  const values = valuesOf(
    runOf(
      { ...clinic, policies: { ...clinic.policies, triage: { ...triageOf(clinic), bounces: 0.1 } } },
      {
        messages: [record(thread(0, at(8, 9)), at(9, 9)), record(elsewhere, at(9, 9))],
        stretches: [
          message(0, 30),
          message(0, 1, { cause: "chaser" }),
          message(1, 2, { cause: "duplicate" }),
          message(1, 4),
          message(0, 8, { activity: "return", team: 1 }),
          message(WORK, 16, { activity: "call" }),
          // Of a patient turned away, and of the world: neither is.
          message(WORK + 32, 32, { activity: "call" }),
          message(3, 64, { activity: "call" }),
          // Cut at the end of the window.
          stretch(0, 0, at(42, 0) - 5, at(42, 0) + 60, { cause: "chaser" }),
        ],
      },
    ),
  );

  test("is told by kind and in all, within the window", () => {
    expect(values.chaser_min_per_week).toBe((1 + 5) / 5);
    expect(values.duplicate_min_per_week).toBe(2 / 5);
    expect(values.redirect_min_per_week).toBe(4 / 5);
    expect(values.return_min_per_week).toBe(8 / 5);
    expect(values.message_call_min_per_week).toBe(16 / 5);
    expect(values.avoidable_min_per_week).toBeCloseTo((6 + 2 + 4 + 8 + 16) / 5, 12);
  });

  test("is told of only as far as there can be any", () => {
    expect(namesOf(plain).filter((name) => /avoidable|redirect|return_min/.test(name))).toEqual([]);
    const misdirected = withSpecialty({ topics: [{ ...TOPIC, unsuitable: 0.1 }] }, plain);
    expect(namesOf(misdirected).filter((name) => /avoidable|redirect|chaser/.test(name))).toEqual([
      "avoidable_min_per_week",
      "redirect_min_per_week",
    ]);
  });
});

describe("visits", () => {
  const visit = (booked: number, day: number, patch: Partial<VisitRecord> = {}): VisitRecord => ({
    thread: thread(0, at(8, 9)),
    round: 0,
    mode: "video",
    reason: "after writing",
    booked,
    day,
    ...patch,
  });
  const run = runOf(clinic, {
    visits: [
      visit(at(8, 10), 8),
      visit(at(8, 23), 11),
      visit(at(9, 9), 39, { mode: "in person" }),
      visit(at(30, 9), -1),
      // Booked before the window.
      visit(at(6, 9), 20),
    ],
  });
  const values = valuesOf(run);

  test("are counted by mode where they get a slot, with the days they lie ahead", () => {
    expect(values.visits_video_per_week).toBe(2 / 5);
    expect(values.visits_in_person_per_week).toBe(1 / 5);
    expect([...run.samples.visit_lead_d]).toEqual([0, 3, 30, Number.POSITIVE_INFINITY]);
    expect(values.visit_lead_median_d).toBe((3 + 30) / 2);
    expect(values.visit_lead_p90_d).toBe(Number.POSITIVE_INFINITY);
    expect(values.visits_without_slot_share).toBe(1 / 4);
  });

  test("are told of only where there are slots", () => {
    expect(namesOf(plain).filter((name) => /^visits?_(?!needed)/.test(name))).toEqual([]);
    expect(namesOf(clinic)).not.toContain("visits_phone_per_week");
  });
});

describe("truly urgent messages", () => {
  const urgent = (id: number, turnedAwayBy = -1) => ({
    ...thread(id, at(8, 9), [{ turnedAwayBy }]),
    urgent: true,
  });
  const turnedAway = urgent(3, 0);
  const frontDoor = [{ type: "fee", deters: 0.1, calls: 0, visits: 0 }] as const;
  const run = runOf(
    { ...plain, policies: { ...plain.policies, frontDoor } },
    {
      messages: [
        record(urgent(0), at(8, 18), { firstRead: at(8, 12) }),
        // Four hours to the minute are not beyond four hours.
        record(urgent(1), at(8, 13)),
        record(urgent(2), at(9, 13)),
        record(turnedAway, NONE, { turnedAwayBy: 0 }),
        record(thread(4, at(8, 9)), at(20, 9)),
      ],
    },
  );
  const values = valuesOf(run);

  test("are unread until somebody takes them up, and for ever if turned away", () => {
    expect([...run.samples.urgent_read_wall_h]).toEqual([3, 4, 28, Number.POSITIVE_INFINITY]);
    expect(values.urgent_read_median_wall_h).toBe((4 + 28) / 2);
    expect(values.urgent_read_p90_wall_h).toBe(Number.POSITIVE_INFINITY);
    expect(values.urgent_unread_4h_share).toBe(2 / 4);
    // Five weeks are 35 days of 365.2425 / 12 a month.
    expect(values.urgent_unread_4h_per_month).toBeCloseTo((2 * 365.2425) / 12 / 35, 12);
  });

  test("are told of only where there are any", () => {
    const calm = withSpecialty({ topics: [{ ...TOPIC, urgent: 0 }] }, plain);
    expect(namesOf(calm).filter((name) => name.startsWith("urgent"))).toEqual([]);
  });
});

describe("several specialties", () => {
  const second = { ...SPECIALTY, name: "Skin & hair" };
  const both: Clinic = {
    ...plain,
    specialties: [plain.specialties[0]!, second],
    teams: plain.teams.map((team) => ({ ...team, serves: [0, 1] })),
  };
  const values = valuesOf(
    runOf(both, {
      messages: [
        record(thread(0, at(8, 9)), at(8, 10)),
        record(thread(1, at(8, 9)), at(8, 11)),
        record({ ...thread(2, at(8, 9)), specialty: 1 }, at(8, 12), { closedByTeam: 1, physicianTouches: 1 }),
        record({ ...thread(3, at(8, 9)), specialty: 1 }, NONE),
      ],
    }),
  );

  test("are told apart in what patients get, and together in all", () => {
    expect(values.messages_per_week_rheumatology).toBe(2 / 5);
    expect(values.messages_per_week_skin_hair).toBe(2 / 5);
    expect(values.first_reply_median_business_h).toBe((2 + 3) / 2);
    expect(values.first_reply_median_business_h_rheumatology).toBe((1 + 2) / 2);
    expect(values.first_reply_p90_business_h_rheumatology).toBeLessThanOrEqual(2);
    expect(values.first_reply_p90_business_h_skin_hair).toBe(Number.POSITIVE_INFINITY);
    expect(values.unanswered_share_rheumatology).toBe(0);
    expect(values.unanswered_share_skin_hair).toBe(1 / 2);
    expect(values.nurse_closed_share_rheumatology).toBe(1);
    expect(values.nurse_closed_share_skin_hair).toBe(0);
  });

  test("of which there is one leave nothing to tell apart", () => {
    expect(namesOf(plain).filter((name) => name.includes("rheumatology"))).toEqual([]);
  });
});

function triageOf({ policies: { triage } }: Clinic) {
  if (triage.type !== "nurse-first") throw new Error("the plain clinic has nurses first");
  return triage;
}
