import { describe, expect, test } from "vitest";
import { type Extract, recordedAbsences, recordedMessages } from "../../../src/experiment/index.ts";
import { pooledLeftOut } from "../../../src/experiment/replay/pooled-left-out.ts";
import { unjudgedParts } from "../../../src/experiment/replay/unjudged-parts.ts";
import { compile, ROLES } from "../../../src/model/index.ts";
import { CLINIC, withSpecialty } from "../../model/plain-clinic.ts";

interface Row {
  readonly thread: number;
  readonly sent: number;
  readonly replied?: number;
  readonly closed?: number;
  readonly topic?: number;
  readonly sender?: number;
  readonly specialty?: number;
}

const TOPIC = CLINIC.specialties[0]!.topics[0]!.name;

/** Ten days in UTC of a log that tells closings, unless it is said that it does not. */
function extractOf(rows: readonly Row[], more: Partial<Extract> & { readonly share?: number } = {}): Extract {
  const small = (of: (row: Row) => number) => Int8Array.from(rows, of);
  const { share = 1, ...rest } = more;
  return {
    form: "messages",
    start: CLINIC.run.start,
    timeZone: CLINIC.calendar.timeZone,
    offsets: { atStart: 0, changes: [] },
    end: 10 * 1440,
    names: { specialties: ["the clinic"], topics: [TOPIC, "parking"], staff: ["nurse 1"] },
    counts: {
      days: 10,
      rows: rows.length,
      messages: rows.length,
      patients: 3,
      byHour: [new Float64Array(240)],
      byTopic: [new Float64Array(20)],
      staffByHour: [new Float64Array(240)],
      missing: {},
    },
    sample: {
      share,
      patient: Int32Array.from(rows, ({ thread }) => thread),
      thread: Int32Array.from(rows, ({ thread }) => thread),
      specialty: Int16Array.from(rows, ({ specialty = 0 }) => specialty),
      topic: Int16Array.from(rows, ({ topic = 0 }) => topic),
      sender: small(({ sender = 0 }) => sender),
      staff: Int16Array.from(rows, ({ replied }) => (replied === undefined ? -1 : 0)),
      role: small(({ replied }) => (replied === undefined ? -1 : 2)),
      urgent: small(() => -1),
      sent: Float64Array.from(rows, ({ sent }) => sent),
      firstRead: new Float64Array(rows.length).fill(Number.NaN),
      replied: Float64Array.from(rows, ({ replied = Number.NaN }) => replied),
      closed: Float64Array.from(rows, ({ closed = Number.NaN }) => closed),
    },
    touches: {} as Extract["touches"],
    reading: {} as Extract["reading"],
    faults: [],
    fields: ["sent", "replied", "closed"],
    ...rest,
  };
}

const MODEL = compile(CLINIC, []);
const CHASING = compile(
  withSpecialty(
    {
      impatience: {
        chaser: { probability: 1, after: { type: "fixed", value: 60 }, duplicates: 0 },
      },
    } as Parameters<typeof withSpecialty>[0],
    CLINIC,
  ),
  [],
);
const ROWS: readonly Row[] = [
  { thread: 0, sent: 100, replied: 900, closed: 900 },
  { thread: 0, sent: 500, closed: 900 },
  { thread: 0, sent: 2000, closed: 2100 },
  { thread: 1, sent: 50, topic: 1 },
  { thread: 2, sent: 14_000, replied: 15_000, closed: 15_000, topic: -1 },
  { thread: 2, sent: 14_100, sender: 1 },
];

describe("recorded messages", () => {
  test("need a reply if they have one or were never closed; what is answered after the end is open", () => {
    const { arrivals, outcomes, leftOut } = recordedMessages(extractOf(ROWS), MODEL);
    expect([...arrivals.sent]).toEqual([100, 500, 2000, 50, 14_000]);
    expect([...arrivals.needsReply]).toEqual([1, 0, 0, 1, 1]);
    expect([...arrivals.topic]).toEqual([0, 0, 0, -1, -1]);
    expect([...outcomes.replied]).toEqual([900, Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
    expect(leftOut).toEqual({
      specialties: [],
      chasers: 0,
      frontDoors: [],
      topics: [{ name: "parking", messages: 1 }],
      withoutTopic: 1,
      neverClosed: 0,
      roles: [],
      withoutRole: 0,
    });
  });

  test("leave out who asks again while a message is open, where the model's patients do so themselves", () => {
    const { arrivals, leftOut } = recordedMessages(extractOf(ROWS), CHASING);
    expect([...arrivals.sent]).toEqual([100, 2000, 50, 14_000]);
    expect(leftOut.chasers).toBe(1);
  });

  test("without closings, one that nobody answered for longer than a thread stays open needs no reply", () => {
    const { closeThreadAfter } = MODEL.specialties[0]!.policies;
    const days = Math.ceil(closeThreadAfter / 1440) + 5;
    const long = extractOf(
      [
        { thread: 0, sent: 10 },
        { thread: 1, sent: (days - 1) * 1440 },
      ],
      {
        end: days * 1440,
        fields: ["sent", "replied"],
      },
    );
    const longer = { ...long, counts: { ...long.counts, days } };
    expect([...recordedMessages(longer, MODEL).arrivals.needsReply]).toEqual([0, 1]);
    expect(recordedMessages(longer, MODEL).leftOut.neverClosed).toBe(1);
  });

  test("are refused where not all patients are there", () => {
    expect(() => recordedMessages(extractOf(ROWS, { share: 0.4 }), MODEL)).toThrow("40 % of the patients");
  });

  test("leave out specialties that the scenario does not have, and are refused where these are most", () => {
    const own = MODEL.clinic.specialties[0]!.name;
    const names = { specialties: [own, "cardiology"], topics: [TOPIC, "parking"], staff: ["nurse 1"] };
    const others = (count: number): readonly Row[] =>
      Array.from({ length: count }, (_, i) => ({ thread: 10 + i, sent: 300 + i, specialty: 1 }));
    const { arrivals, outcomes, leftOut } = recordedMessages(
      extractOf([...ROWS, ...others(5)], { names }),
      MODEL,
    );
    expect([...arrivals.sent]).toEqual([100, 500, 2000, 50, 14_000]);
    expect([...arrivals.thread]).toEqual([0, 0, 0, 1, 2]);
    expect(outcomes.replied).toHaveLength(5);
    expect(leftOut.specialties).toEqual([{ name: "cardiology", messages: 5 }]);
    expect(() => recordedMessages(extractOf([...ROWS, ...others(6)], { names }), MODEL)).toThrow(
      /most messages of the extract are of specialties that the scenario does not have, such as "cardiology"/,
    );
    const parts = unjudgedParts(leftOut);
    expect(parts.map(({ what }) => what)).toEqual([
      "minutes of work, calls, visits and cost",
      "what the clinic does for “cardiology”",
    ]);
    expect(parts.every(({ isPart }) => isPart)).toBe(true);
    expect(pooledLeftOut({ ...leftOut, specialties: [{ name: "x", messages: 4 }] }).specialties).toEqual([
      { name: "x", messages: Number.NaN },
    ]);
  });

  test("say which messages asked again, left out or not, and whether closings are told", () => {
    for (const model of [MODEL, CHASING]) {
      const { outcomes, tellsClosing } = recordedMessages(extractOf(ROWS), model);
      expect([...outcomes.chasers]).toEqual([500]);
      expect(tellsClosing).toBe(true);
    }
    expect(recordedMessages(extractOf(ROWS, { fields: ["sent", "replied"] }), MODEL).tellsClosing).toBe(
      false,
    );
  });

  test("say what is paired by being the only one, and roles that nobody in the scenario has", () => {
    const names = { specialties: ["cardiology"], topics: [TOPIC, "parking"], staff: ["nurse 1"] };
    const other = extractOf(ROWS, { names, fields: ["sent", "replied", "closed", "specialty"] });
    const name = MODEL.clinic.specialties[0]!.name;
    expect(recordedMessages(other, MODEL).leftOut.taken).toEqual({ recorded: "cardiology", scenario: name });
    const same = { ...names, specialties: [name.toUpperCase()] };
    expect(recordedMessages({ ...other, names: same }, MODEL).leftOut.taken).toBeUndefined();
    // A log without a column of specialties disagrees with nothing.
    expect(recordedMessages(extractOf(ROWS, { names }), MODEL).leftOut.taken).toBeUndefined();
    const resident = ROLES.indexOf("resident");
    const { sample } = other;
    const role = sample.role.map((each) => (each < 0 ? each : resident));
    expect(recordedMessages({ ...other, sample: { ...sample, role } }, MODEL).leftOut.roles).toEqual([
      { role: "resident", replies: 1 },
    ]);
    const untold = sample.role.map(() => -1);
    const { leftOut } = recordedMessages({ ...other, sample: { ...sample, role: untold } }, MODEL);
    expect(leftOut).toMatchObject({ roles: [], withoutRole: 1 });
  });

  test("tell no count of one to four messages", () => {
    const { leftOut } = recordedMessages(extractOf(ROWS), CHASING);
    expect(leftOut).toMatchObject({ chasers: 1, withoutTopic: 1, neverClosed: 0 });
    const told = pooledLeftOut({ ...leftOut, neverClosed: 5 });
    expect(told).toMatchObject({ chasers: Number.NaN, withoutTopic: Number.NaN, neverClosed: 5 });
    expect(told.topics).toEqual([{ name: "parking", messages: Number.NaN }]);
  });

  test("a thread of more than 20 messages goes on as another", () => {
    const rows = Array.from({ length: 45 }, (_, i) => ({ thread: 0, sent: 10 * i, replied: 10 * i + 5 }));
    const { thread } = recordedMessages(extractOf(rows), MODEL).arrivals;
    expect([0, 1, 2].map((each) => thread.filter((own) => own === each).length)).toEqual([20, 20, 5]);
  });
});

describe("recorded absences", () => {
  test("are stretches of silence on which replies were to be expected, and no others", () => {
    const model = compile(
      { ...CLINIC, run: { ...CLINIC.run, warmUpDays: 0, lengthDays: 140, runOutDays: 0 } },
      [],
    );
    const { calendar } = model;
    const business = Array.from({ length: 140 }, (_, day) => day).filter((day) => calendar.isOpenDay(day));
    const away = new Set(business.slice(40, 50));
    const role = model.clinic.teams.map((team) => team.role);
    const rank = role.includes("nurse") ? 2 : 0;
    const days = business.filter((day, i) => !away.has(day) && i !== 10).flatMap((day) => [day, day, day]);
    const recorded = {
      ...recordedMessages(extractOf([]), model),
      outcomes: {
        replied: Float64Array.from(days, (day) => calendar.dayStart(day) + 600),
        role: new Int8Array(days.length).fill(rank),
        person: new Int32Array(days.length),
        chasers: new Float64Array(0),
      },
      days: 140,
    };
    const found = recordedAbsences(model, recorded);
    expect(found.known).toBe(1);
    const silent = found.away.flat().find((each) => each !== undefined)!;
    for (const day of business) expect(silent[day]).toBe(away.has(day) ? 1 : 0);
  });
});
