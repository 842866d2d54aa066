import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Clinic, compile, responseDefinitions, type Team } from "../../src/model/index.ts";
import { gini, maxToMean } from "../../src/model/responses/spread.ts";
import { named } from "./named-person.ts";
import { CLINIC, NURSE, PHYSICIAN, record, thread, week, withDemand } from "./plain-clinic.ts";
import { runOf, stretch, valuesOf } from "./recorded.ts";

const at = (day: number, hour: number, minute = 0) => day * 1440 + hour * 60 + minute;

/** A week of warm-up, five weeks of 25 business days, a week of run-out: a nurse and two physicians, at noon and at four. */
const clinic: Clinic = { ...CLINIC, run: { ...CLINIC.run, warmUpDays: 7, lengthDays: 35, runOutDays: 7 } };
const namesOf = (of: Clinic) => responseDefinitions(compile(of, [])).map(({ name }) => name);
const minutes = (person: number, day: number, hour: number, length: number, patch = {}) =>
  stretch(1, person, at(day, hour), at(day, hour, length), patch);

describe("spread between colleagues", () => {
  test("is nothing among equals and (n − 1) / n where one has everything", () => {
    expect([gini([3, 3, 3]), maxToMean([3, 3, 3])]).toEqual([0, 1]);
    expect([gini([0, 0, 8, 0]), maxToMean([0, 0, 8, 0])]).toEqual([3 / 4, 4]);
    expect([gini([]), gini([0, 0]), maxToMean([]), maxToMean([0])]).toEqual(new Array(4).fill(Number.NaN));
  });

  test("is the mean absolute difference over twice the mean, whatever the order and the scale", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 30 }), (values) => {
        const sum = values.reduce((total, value) => total + value, 0);
        fc.pre(sum > 0);
        let differences = 0;
        for (const a of values) for (const b of values) differences += Math.abs(a - b);
        expect(gini(values)).toBeCloseTo(differences / (2 * values.length * sum), 12);
        expect(gini(values.map((value) => 3 * value).reverse())).toBeCloseTo(gini(values), 12);
      }),
      { seed: 20260105 },
    );
  });

  test("of messages goes by whose patients they are on the day, of minutes by post", () => {
    const of = (id: number, person: number, day = 8) => ({ ...thread(id, at(day, 9)), person });
    const half = named(PHYSICIAN, "half", { inbox: week([0, 1, 2, 3, 4], [720, 780]) });
    const team: Team = {
      ...PHYSICIAN,
      count: 3,
      people: [half],
      // From Monday 26 January, day 21, on.
      handovers: [{ date: "2026-01-26", from: 0, to: 2 }],
    };
    const values = valuesOf(
      runOf(
        { ...clinic, teams: [NURSE, team] },
        {
          messages: [
            record(of(0, 0), at(9, 9)),
            record(of(1, 0), at(9, 9)),
            record(of(2, 0, 21), at(22, 9)),
            record(of(3, 1), at(9, 9)),
            record(of(4, 1), at(9, 9), { cause: "chaser" }),
          ],
          // Five hours a week against ten: twenty minutes by post as against thirty and none.
          stretches: [
            minutes(0, 8, 12, 10),
            minutes(1, 8, 12, 30),
            minutes(1, 9, 12, 99, { activity: "call" }),
          ],
        },
      ),
    );
    // Two, one and one.
    expect(values.panel_messages_max_to_mean).toBeCloseTo(2 / (4 / 3), 12);
    expect(values.panel_messages_gini).toBeCloseTo((2 * (1 + 1)) / (2 * 3 * 4), 12);
    const byPost = [10 / (300 / 2250), 30 / (600 / 2250), 0];
    expect(values.message_minutes_max_to_mean).toBeCloseTo((3 * byPost[1]!) / (byPost[0]! + byPost[1]!), 12);
    expect(values.message_minutes_gini).toBeCloseTo(gini(byPost), 12);
  });

  test("is told of every physicians' team of two or more, by name where there are several", () => {
    const other = { ...PHYSICIAN, name: "Skin" };
    const spread = (teams: readonly Team[]) =>
      namesOf({ ...clinic, teams }).filter((name) => name.startsWith("panel_messages_gini"));
    expect(spread([NURSE, { ...PHYSICIAN, count: 1 }])).toEqual([]);
    expect(spread([NURSE, PHYSICIAN])).toEqual(["panel_messages_gini"]);
    expect(spread([NURSE, PHYSICIAN, other, { ...other, name: "Solo", count: 1 }])).toEqual([
      "panel_messages_gini_rheumatologist",
      "panel_messages_gini_skin",
    ]);
  });
});

describe("unpaid minutes of physicians", () => {
  const first = thread(0, at(8, 9), [{ followUpDelay: 9 }, { followUpDelay: 9 }, {}]);
  const answer = { closedByTeam: 1, physicianTouches: 1 };
  const messages = [
    record(first, at(8, 13), answer),
    record(first, at(9, 13), { ...answer, round: 1, sent: at(9, 9), opensThread: false }),
    record(first, at(30, 13), { ...answer, round: 2, sent: at(30, 9) }),
    record(thread(1, at(6, 9)), at(7, 1), answer),
  ];
  const on = (subject: number, round: number) => ({ subject, round });
  const stretches = [
    // Three minutes at noon, four in the evening on the same thread: seven, in hours and after.
    minutes(0, 8, 12, 3, on(0, 0)),
    minutes(0, 9, 19, 4, on(0, 1)),
    // So late that it is a thread of its own: two minutes.
    minutes(1, 30, 12, 2, on(0, 2)),
    // Ten minutes across the beginning of the window, at night.
    stretch(1, 1, at(7, 0) - 6, at(7, 0) + 4, on(1, 0)),
    // Other people, and other work.
    stretch(0, 0, at(8, 12), at(8, 13), on(0, 0)),
    minutes(0, 10, 12, 50, { activity: "other work" }),
  ];
  const unpaid = (billing: Clinic["policies"]["billing"]) =>
    valuesOf(runOf({ ...clinic, policies: { ...clinic.policies, billing } }, { messages, stretches }))
      .physician_unpaid_min_per_week! *
    2 *
    5;

  test("are all of them where nothing is paid", () => {
    expect(unpaid({ type: "unpaid" })).toBeCloseTo(3 + 4 + 2 + 4, 12);
  });

  test("are those after hours where hours are paid", () => {
    expect(unpaid({ type: "salaried" })).toBeCloseTo(4 + 4, 12);
  });

  test("are those of threads too short to be billed, each thread counted from its own first message", () => {
    const billed = (least: number) => unpaid({ type: "time-threshold", least, within: 7 * 1440 });
    expect(billed(5)).toBeCloseTo(2, 12);
    // The ten minutes are billed whole; four of them are in the window.
    expect(billed(8)).toBeCloseTo(3 + 4 + 2, 12);
    expect(billed(11)).toBeCloseTo(3 + 4 + 2 + 4, 12);
    // Only the first message counts: three of seven minutes are billed.
    expect(unpaid({ type: "time-threshold", least: 3, within: 60 })).toBeCloseTo(4 + 2, 12);
  });

  test("and after-hours minutes of other posts make up the unpaid hours", () => {
    const late = [...stretches, stretch(0, 0, at(8, 20), at(8, 21), on(0, 0))];
    const values = valuesOf(runOf(clinic, { messages, stretches: late }));
    expect(values.unpaid_hours_per_week).toBeCloseTo((13 + 60) / 60 / 5, 12);
    // 45 hours of the nurse's post, and what physicians worked in the window on anything but messages.
    expect(values.paid_hours_per_week).toBeCloseTo(45 + 50 / 60 / 5, 12);
  });
});

describe("messages and touches", () => {
  const messages = [
    record(thread(0, at(8, 9)), at(8, 10), { nurseTouches: 2, physicianTouches: 1 }),
    record(thread(0, at(8, 9)), Number.NaN, {
      cause: "chaser",
      opensThread: false,
      sent: at(8, 9, 30),
      closed: at(8, 10),
      nurseTouches: 1,
    }),
    record(thread(1, at(8, 9)), at(8, 12), { closedByTeam: 1, physicianTouches: 3 }),
  ];
  const values = valuesOf(
    runOf(clinic, {
      messages,
      stretches: [
        minutes(0, 8, 12, 5),
        // The same message again, by a colleague; a chaser of it; another message, before the window and in it.
        minutes(1, 8, 13, 5),
        minutes(1, 9, 12, 5, { cause: "chaser" }),
        minutes(0, 6, 12, 5, { subject: 1 }),
        minutes(0, 10, 12, 5, { subject: 1 }),
        // On a Saturday, and across midnight to Monday.
        minutes(0, 12, 10, 30, { subject: 1 }),
        stretch(1, 1, at(13, 23, 50), at(14, 0, 20), { subject: 1 }),
      ],
      interruptions: [
        [at(6, 12), 0],
        [at(8, 12), 0],
        [at(9, 12), 0],
      ],
    }),
  );

  test("a physician handles count once, when somebody first takes them up", () => {
    expect(values.physician_messages_per_day).toBe(2 / 2 / 25);
    expect(values.nurse_messages_per_day).toBe(0);
  });

  test("of a thread add up over its messages, chasers included", () => {
    expect(values.physician_touches_per_thread).toBe((1 + 3) / 2);
    expect(values.nurse_touches_per_thread).toBe((2 + 1 + 1) / 2);
  });

  test("at weekends end at midnight", () => {
    expect(values.physician_weekend_min_per_week).toBe((30 + 10) / 2 / 5);
  });

  test("put aside for a call are told of teams that calls reach", () => {
    const calls = {
      name: "calls",
      team: 0,
      perBusinessDay: 1,
      perPerson: false,
      minutes: { type: "fixed", value: 1 },
      interrupts: true,
      order: "with messages",
    } as const;
    const rung = { ...clinic, specialties: [{ ...clinic.specialties[0]!, otherWork: [calls] }] };
    const interruptions = [
      [at(6, 12), 0],
      [at(8, 12), 0],
      [at(9, 12), 0],
    ] as const;
    expect(valuesOf(runOf(rung, { interruptions })).interruptions_per_day_triage_nurse).toBe(2 / 25);
    expect(namesOf(clinic).filter((name) => name.startsWith("interruptions"))).toEqual([]);
    expect(namesOf(rung).filter((name) => name.startsWith("interruptions"))).toHaveLength(1);
  });
});

describe("roles", () => {
  const roles = (teams: readonly Team[]) =>
    namesOf({ ...clinic, teams })
      .filter((name) => name.endsWith("_message_min_per_day"))
      .map((name) => name.slice(0, -"_message_min_per_day".length));

  test("are told of where there are people of them, and no others", () => {
    expect(roles([NURSE, PHYSICIAN])).toEqual(["physician", "nurse"]);
    const desk = { ...NURSE, name: "desk", role: "clerk" } as const;
    const resident = { ...NURSE, name: "residents", role: "resident", stages: ["draft"] } as const;
    const practitioner = { ...NURSE, name: "np", role: "nurse-practitioner" } as const;
    expect(roles([desk, resident, practitioner, PHYSICIAN, { ...NURSE, count: 0 }])).toEqual([
      "physician",
      "resident",
      "nurse_practitioner",
      "clerk",
    ]);
    expect(namesOf(clinic)).not.toContain("clerk_closed_share");
    expect(namesOf({ ...clinic, teams: [desk, NURSE, PHYSICIAN] })).toContain("clerk_closed_share");
  });

  test("are counted with their group in who closes alone", () => {
    const desk = { ...NURSE, name: "desk", role: "clerk" } as const;
    const pharmacist = { ...NURSE, name: "pharmacy", role: "pharmacist" } as const;
    const teams = [desk, NURSE, PHYSICIAN, pharmacist];
    const closed = (id: number, closedByTeam: number, physicianTouches = 0) =>
      record(thread(id, at(8, 9)), at(8, 10), { closedByTeam, physicianTouches });
    const values = valuesOf(
      runOf(
        { ...clinic, teams },
        { messages: [closed(0, 0), closed(1, 1), closed(2, 1, 1), closed(3, 2, 1), closed(4, 3)] },
      ),
    );
    expect(values.clerk_closed_share).toBe(1 / 5);
    expect(values.nurse_closed_share).toBe(2 / 5);
    expect(values.nurse_replied_share).toBe(3 / 5);
  });

  test("that fill several teams are told team by team as well", () => {
    const skin = { ...PHYSICIAN, name: "Skin", count: 1 };
    const teams = [NURSE, PHYSICIAN, skin];
    const worked = valuesOf(
      runOf(
        { ...clinic, teams },
        { stretches: [minutes(0, 8, 12, 50), stretch(2, 0, at(8, 12), at(8, 13))] },
      ),
    );
    expect(worked.physician_message_min_per_day).toBeCloseTo(110 / 3 / 25, 12);
    expect(worked.physician_message_min_per_day_rheumatologist).toBe(50 / 2 / 25);
    expect(worked.physician_message_min_per_day_skin).toBe(60 / 25);
  });
});

describe("cost per resolved thread", () => {
  test("is all cost over threads opened in the window and resolved, and not defined without any", () => {
    const messages = [
      record(thread(0, at(8, 9)), at(8, 10)),
      record(thread(1, at(8, 9)), at(43, 10)),
      record(thread(2, at(8, 9)), Number.NaN),
    ];
    const values = valuesOf(runOf(clinic, { messages }));
    // The nurse's post: 45 hours a week at 60.
    expect(values.cost_per_resolved_thread).toBe((45 * 60 * 5) / 2);
    expect(valuesOf(runOf(clinic, {})).cost_per_resolved_thread).toBeNaN();
  });
});

describe("recovery from a surge", () => {
  // Two weeks from day 14, and one that touches it: one surge, to the end of day 30, a Wednesday.
  const timeline = [
    { from: "2026-01-19", to: "2026-02-01", factor: 1.5 },
    { from: "2026-02-02", to: "2026-02-04", factor: 1.2 },
    { from: "2026-01-19", to: "2026-02-10", factor: 0.9 },
  ];
  const surged = withDemand({ timeline }, clinic);
  /** So many messages that are open from one morning to another. */
  const open = (count: number, from: number, to: number, firstId: number) =>
    Array.from({ length: count }, (_, i) => record(thread(firstId + i, at(from, 7)), at(to, 7)));
  const recovered = (written: Parameters<typeof runOf>[1]) =>
    valuesOf(runOf(surged, written)).recovery_median_d_2026_01_19!;

  test("is the time until no more is open than before, at an opening", () => {
    // Before: on ten mornings from day 0 one, on two of them three: 1.4 in the mean. After: three, two, then one on day 33.
    const before = [...open(1, 0, 14, 0), ...open(2, 10, 12, 1)];
    const after = [...open(1, 29, 40, 3), ...open(1, 29, 33, 4), ...open(1, 29, 32, 5)];
    expect(before.concat(after)).toHaveLength(6);
    // Days 33 and 34 are a weekend: Monday, day 35, at eight.
    expect(recovered({ messages: [...before, ...after] })).toBeCloseTo(35 + 8 / 24 - 31, 12);
    // Without the last two, Thursday morning.
    expect(recovered({ messages: [...before, ...after.slice(0, 1)] })).toBeCloseTo(8 / 24, 12);
  });

  test("never comes where the run ends first", () => {
    expect(recovered({ messages: open(2, 29, 60, 0) })).toBe(Number.POSITIVE_INFINITY);
  });

  test("is told of surges that end in the window only, and after which the run was watched for so long", () => {
    const told = (factors: typeof timeline) =>
      responseDefinitions(compile(withDemand({ timeline: factors }, clinic), [])).filter(({ name }) =>
        name.startsWith("recovery"),
      );
    const [only, ...others] = told(timeline);
    expect(others).toEqual([]);
    expect(only!.estimand).toMatchObject({ type: "quantile", p: 0.5, watched: 49 - 31 });
    expect(told([])).toEqual([]);
    expect(told([{ from: "2026-01-19", to: "2026-03-30", factor: 2 }])).toEqual([]);
    expect(told([{ from: "2026-01-06", to: "2026-01-08", factor: 2 }])).toEqual([]);
    // Nothing is known of the time before it.
    expect(told([{ from: "2026-01-05", to: "2026-01-20", factor: 2 }])).toEqual([]);
  });
});
