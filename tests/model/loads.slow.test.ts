import { describe, expect, test } from "vitest";
import {
  type Clinic,
  compile,
  drawWorld,
  type OfferedLoads,
  offeredLoads,
  type Policies,
  type RoutingPolicy,
  type Team,
  type TriagePolicy,
} from "../../src/model/index.ts";
import { named } from "./named-person.ts";
import { CLINIC, NEVER, NURSE, PHYSICIAN, SPECIALTY, TOPIC, WEEKDAYS, week } from "./plain-clinic.ts";
import { meanOf, sdOf } from "./statistics.ts";
import { READING, WHOLE, WHOLE_POLICIES, wholeClinic } from "./whole-clinic.ts";
import { type WorkedWeek, workedMinutes } from "./worked-minutes.ts";

const clinic: Clinic = {
  ...CLINIC,
  calendar: { ...CLINIC.calendar, closedDates: ["2026-02-16", "2026-04-03", "2026-05-18"] },
  run: { ...CLINIC.run, warmUpDays: 14, lengthDays: 182, runOutDays: 14 },
  specialties: [
    {
      ...SPECIALTY,
      demand: {
        rate: 8 / 525_600,
        counts: "all patient messages",
        heterogeneity: { shape: 0.5, panel: "fixed" },
        dayFactor: { cv: 0.2, carryOver: 0.3 },
        growth: { ratePerYear: 0.2, from: "2026-02-01" },
        timeline: [{ from: "2026-03-01", to: "2026-03-31", factor: 1.3 }],
        profile: {
          hourOfDay: [0, 0, 0, 0, 0, 0, 1, 2, 4, 8, 8, 6, 5, 6, 6, 5, 4, 3, 3, 2, 2, 2, 1, 0],
          dayOfWeek: [5, 4, 4, 4, 3, 1, 1],
          monthOfYear: [2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
        },
      },
      topics: [
        { ...TOPIC, share: 0.6 },
        { ...TOPIC, share: 0.4, lowestRole: { clerk: 0, nurse: 0.2, physician: 0.8 } },
      ],
      otherWork: [
        {
          name: "calls",
          team: 0,
          perBusinessDay: 5,
          perPerson: false,
          minutes: { type: "exponential", mean: 9 },
          interrupts: true,
          patience: { type: "fixed", value: 100_000 },
          order: "with messages",
        },
        {
          name: "results",
          team: 1,
          perBusinessDay: 6,
          perPerson: true,
          minutes: { type: "exponential", mean: 2 },
          interrupts: false,
          order: "after messages",
        },
      ],
    },
  ],
  teams: [
    {
      ...NURSE,
      count: 2,
      duties: week([1], [780, 900]),
      absence: { vacationWeeks: 5, vacationStretch: 2, sickDays: 10, cover: "none" },
    },
    {
      ...PHYSICIAN,
      count: 3,
      clinic: week([0, 1], [780, 960]),
      overrun: { type: "exponential", mean: 20 },
      absence: { vacationWeeks: 6, vacationStretch: 1, sickDays: 4, cover: "buddy" },
      evenings: [
        { days: WEEKDAYS.map(() => true).concat(false, false), from: 1140, upTo: 60, probability: 0.5 },
      ],
    },
  ],
};
const model = compile(clinic, []);
const loads = offeredLoads(model);

describe("offered loads", () => {
  const worked = workedMinutes(model, 17, 24);

  const cases = [0, 1].flatMap((team) =>
    (["messages", "calls", "otherWork", "hours"] as const).map((what) => ({ team, what })),
  );

  test.each(cases)("are what the simulation works: team $team, $what", ({ team, what }) => {
    const simulated = worked.map(({ teams }) => teams[team]![what]);
    const expected = loads.teams[team]![what];
    const error = (4 * sdOf(simulated)) / Math.sqrt(simulated.length);
    expect(Math.abs(meanOf(simulated) - expected)).toBeLessThanOrEqual(error);
    expect(error).toBeLessThanOrEqual(expected * 0.05);
  });

  test("are of the messages that are sent", () => {
    const sent = worked.map(({ messages }) => messages);
    const error = (4 * sdOf(sent)) / Math.sqrt(sent.length);
    expect(Math.abs(meanOf(sent) - loads.messagesPerWeek)).toBeLessThan(error);
    expect(error).toBeLessThan(loads.messagesPerWeek * 0.03);
  });

  test("peak in the week with the highest load, here one with a holiday in a busy month", () => {
    const { weeks: all, peak } = loads.teams[0]!;
    expect(all).toHaveLength(26);
    expect(peak.load).toBe(Math.max(...all.map(({ load }) => load)));
    expect(peak.load).toBeGreaterThan(loads.teams[0]!.load * 1.1);
    expect(peak.work / peak.hours).toBe(peak.load);
  });
});

describe("loads where anything may happen to a message, and nobody waits", () => {
  const calm = (triage: TriagePolicy["type"], patch: Partial<Policies> = {}) => {
    const specialties = [{ ...WHOLE, impatience: {} }];
    return compile({ ...wholeClinic(triage, patch), specialties }, []);
  };
  /** How far what was seen is from what is said of it, in standard errors; the furthest of all teams. */
  const apart = ({ teams, messagesPerWeek, threadsPerWeek }: OfferedLoads, worked: readonly WorkedWeek[]) => {
    const errors = (value: number, of: (week: WorkedWeek) => number) => {
      const seen = worked.map(of);
      const error = sdOf(seen) / Math.sqrt(seen.length);
      return Math.abs(meanOf(seen) - value) / Math.max(error, 1e-9);
    };
    return Math.max(
      errors(messagesPerWeek, ({ messages }) => messages),
      errors(threadsPerWeek, ({ threads }) => threads),
      ...teams.map(({ messages }, team) => errors(messages, (week) => week.teams[team]!.messages)),
    );
  };

  test.each(["clerk-first", "none"] as const)("are what is worked: %s", (triage) => {
    const model = calm(triage);
    expect(apart(offeredLoads(model), workedMinutes(model, 5, 8))).toBeLessThan(4);
  });

  test("are what is worked, and would be found out if any policy were left out of them", () => {
    const model = calm("nurse-first");
    const worked = workedMinutes(model, 5, 20);
    expect(apart(offeredLoads(model), worked)).toBeLessThan(4);
    const { frontDoor } = WHOLE_POLICIES;
    const none = { type: "none" } as const;
    const without: Readonly<Record<string, Partial<Policies>>> = {
      sorting: { sorting: none },
      protocol: { protocol: none },
      conversion: { conversion: none },
      drafts: { drafts: none },
      strangers: { routing: { type: "own-physician" } },
      asks: { triage: { type: "nurse-first", ...READING, asks: 0 } },
      bounces: { triage: { type: "nurse-first", ...READING, bounces: 0 } },
      savings: { triage: { type: "nurse-first", ...READING, saves: 0 } },
      preparing: { triage: { type: "nurse-first", ...READING, prepare: { type: "fixed", value: 0 } } },
      ...Object.fromEntries(
        frontDoor.map((door) => [door.type, { frontDoor: frontDoor.filter((other) => other !== door) }]),
      ),
    };
    const unseen = Object.entries(without).filter(
      ([_, patch]) => apart(offeredLoads(calm("nurse-first", patch)), worked) < 4,
    );
    expect(unseen.map(([name]) => name)).toEqual([]);
  });
});

describe("loads of a plain clinic, worked out by hand", () => {
  // 1000 patients, one thread a year each, 1000 / 365 × 7 a week; 45 nurse hours and 2 × 10 physician hours.
  const plain = (patch: Partial<Clinic> = {}) =>
    offeredLoads(
      compile(
        {
          ...CLINIC,
          specialties: [
            { ...SPECIALTY, topics: [{ ...TOPIC, followUp: { ...TOPIC.followUp, probability: 0 } }] },
          ],
          ...patch,
        },
        [],
      ),
    );
  const threads = (1000 / 365) * 7;

  test("follow the ways of the triage policy", () => {
    const [nurse, physician] = plain().teams;
    expect(nurse!.messages).toBeCloseTo(threads * (2 + 0.6 * 5 + 0.4 * 1), 8);
    expect(physician!.messages).toBeCloseTo(threads * (0.6 * 0.2 * 0.5 * 4 + 0.4 * 0.75 * 4), 8);
    expect(nurse!.load).toBeCloseTo(nurse!.messages / (45 * 60), 12);
    const direct = plain({ policies: { ...CLINIC.policies, triage: { type: "none" } } });
    expect(direct.teams[0]!.load).toBe(0);
    expect(direct.teams[1]!.messages).toBeCloseTo(threads * 4, 8);
    expect(direct.teams[1]!.load).toBeCloseTo((threads * 4) / (2 * 600), 12);
  });

  test("know who carries the work when one person is away", () => {
    const absence = { ...PHYSICIAN.absence, vacationWeeks: 4 };
    const away = (
      cover: typeof absence.cover,
      policy: Exclude<RoutingPolicy["type"], "covering-physician" | "rotating-physician">,
    ) => {
      const physician = { ...PHYSICIAN, absence: { ...absence, cover } };
      const routing = policy === "own-then-pool" ? { type: policy, after: 600 } : { type: policy };
      const policies = { ...CLINIC.policies, routing };
      const load = plain({ teams: [NURSE, physician], policies }).teams[1]!;
      return load.oneAwayLoad / (load.messages / 1200);
    };
    expect(away("none", "own-physician")).toBe(Number.POSITIVE_INFINITY);
    expect(away("buddy", "own-physician")).toBeCloseTo(2, 10);
    expect(away("pool", "own-physician")).toBeCloseTo(2, 10);
    expect(away("none", "physician-pool")).toBeCloseTo(2, 10);
    expect(away("float", "own-physician")).toBeCloseTo(1, 10);
    expect(away("none", "own-then-pool")).toBeCloseTo(2, 10);
    expect(away("none", "least-loaded")).toBeCloseTo(2, 10);
    const alone = { ...NURSE, absence: { ...absence, cover: "none" } } as const;
    expect(plain({ teams: [alone, PHYSICIAN] }).teams[0]!.oneAwayLoad).toBe(Number.POSITIVE_INFINITY);
    expect(plain().teams[0]!.oneAwayLoad).toBe(plain().teams[0]!.load);
  });

  test("fall on each person alike, or as a physician's own patients write where the panel is known", () => {
    const { people, messages } = loads.teams[1]!;
    const parts = people.map((person) => person.messages / messages);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 12);
    const panel = drawWorld(model, clinic.run.seed, 0).threads;
    parts.forEach((part, ordinal) => {
      const share = panel.filter(({ person }) => person === ordinal).length / panel.length;
      expect(Math.abs(share - part)).toBeLessThan(0.04);
    });
    expect(Math.max(...parts.map((part) => Math.abs(part - 1 / 3)))).toBeGreaterThan(0.005);
    const [nurse, physician] = plain().teams;
    expect(nurse!.people.map(({ load }) => load)).toEqual([nurse!.load]);
    expect(physician!.people.map(({ load }) => load)).toEqual([physician!.load, physician!.load]);
  });

  // A colleague with 2 hours a week beside one with 10: 9 to 10 on Mondays and Tuesdays.
  const unequal = {
    ...PHYSICIAN,
    people: [named(PHYSICIAN, "part-timer", { inbox: week([0, 1], [540, 600]) })],
  };
  const loadOf = (type: "own-physician" | "physician-pool", patch: Partial<typeof PHYSICIAN> = {}) =>
    plain({
      teams: [NURSE, { ...unequal, ...patch }],
      policies: { ...CLINIC.policies, routing: { type } },
    }).teams[1]!;

  test("take everybody's own hours, and share what is shared as the hours are", () => {
    const pooled = loadOf("physician-pool");
    expect(pooled.hours).toBeCloseTo(720, 10);
    expect(pooled.people.map(({ hours }) => hours)).toEqual([120, 600]);
    expect(pooled.load).toBeCloseTo(pooled.messages / 720, 12);
    for (const { load } of pooled.people) expect(load).toBeCloseTo(pooled.load, 12);
    const own = loadOf("own-physician").people;
    expect(own[0]!.messages).toBe(own[1]!.messages);
    expect(own[0]!.load).toBeCloseTo(5 * own[1]!.load, 12);
  });

  test("are those of the worst absence where hours differ", () => {
    const absence = { ...PHYSICIAN.absence, vacationWeeks: 4 } as const;
    const pooled = loadOf("physician-pool", { absence });
    expect(pooled.oneAwayLoad).toBeCloseTo(pooled.messages / 120, 10);
    const buddy = loadOf("own-physician", { absence: { ...absence, cover: "buddy" } });
    expect(buddy.oneAwayLoad).toBeCloseTo(pooled.oneAwayLoad, 10);
  });

  test("count what somebody does in an hour, not the hour", () => {
    const base = plain();
    const { load, hours } = plain({ teams: [NURSE, { ...PHYSICIAN, speed: 0.5 }] }).teams[1]!;
    expect(load).toBeCloseTo(2 * base.teams[1]!.load, 12);
    expect(hours).toBe(base.teams[1]!.hours);
    const people = [named(PHYSICIAN, "quick", { speed: 3 })];
    const own = plain({ teams: [NURSE, { ...PHYSICIAN, people }] }).teams[1]!;
    expect(own.people.map((person) => person.load / base.teams[1]!.load)).toEqual([
      expect.closeTo(1 / 3, 12),
      expect.closeTo(1, 12),
    ]);
    expect(own.load).toBeCloseTo(base.teams[1]!.load / 2, 12);
    const pooled = plain({
      teams: [NURSE, { ...PHYSICIAN, people }],
      policies: { ...CLINIC.policies, routing: { type: "physician-pool" } },
    }).teams[1]!;
    expect(pooled.people[0]!.messages).toBeCloseTo(3 * pooled.people[1]!.messages, 10);
  });

  test("take every evening as used to its cap, or to midnight", () => {
    const weekdays = [true, true, true, true, true, false, false];
    const evenings = [
      { days: weekdays, from: 1140, upTo: 45, probability: 0.3 },
      {
        days: [true, false, false, false, false, false, false],
        from: 1380,
        upTo: Infinity,
        probability: 0.5,
      },
    ];
    const load = plain({ teams: [NURSE, { ...PHYSICIAN, evenings }] }).teams[1]!;
    expect(load.evenings).toBeCloseTo(2 * (5 * 0.3 * 45 + 0.5 * 60), 10);
    expect(load.load).toBeCloseTo(load.messages / (1200 + load.evenings), 12);
  });

  test("fall on those who have, are given or cover the patients", () => {
    const partsOf = (patch: Partial<Team>, routing: RoutingPolicy = { type: "own-physician" }) => {
      const teams = [NURSE, { ...PHYSICIAN, count: 4, ...patch }];
      const load = plain({ teams, policies: { ...CLINIC.policies, routing } }).teams[1]!;
      return load.people.map(({ messages }) => messages / load.messages);
    };
    const people = [
      named(PHYSICIAN, "half", { panelShare: 0.5 }),
      named(PHYSICIAN, "none", { panelShare: 0 }),
    ];
    const shares = [0.2, 0, 0.4, 0.4].map((share) => expect.closeTo(share, 12));
    expect(partsOf({ people })).toEqual(shares);
    // The window is days 7 to 63; on day 35, its middle, the first one's patients become the second one's.
    const handovers = [{ date: "2026-02-09", from: 0, to: 1 }];
    expect(partsOf({ handovers })).toEqual(
      [0.125, 0.375, 0.25, 0.25].map((share) => expect.closeTo(share, 12)),
    );
    const covered = partsOf({}, { type: "covering-physician", inboxes: 3 });
    expect(covered).toEqual([0.75, 0, 0, 0.25].map((share) => expect.closeTo(share, 12)));
    expect(partsOf({}, { type: "least-loaded" })).toEqual([0, 1, 2, 3].map(() => expect.closeTo(0.25, 12)));
  });

  test("include what follows visits and results, and flares", () => {
    const topics = [{ ...TOPIC, followUp: { ...TOPIC.followUp, probability: 0 } }];
    const delay = { type: "fixed", value: 60 } as const;
    const triggers = [{ name: "results", perBusinessDay: 8, probability: 0.25, delay, topic: 0 }];
    const flares = { perPatientYear: 0.5, messages: 4, over: 10_000, topic: 0 };
    const expected = plain().threadsPerWeek;
    const more = plain({ specialties: [{ ...SPECIALTY, topics, triggers, flares }] });
    expect(more.threadsPerWeek).toBeCloseTo(expected + 5 * 8 * 0.25 + (1000 * 0.5 * 4 * 7) / 365.2425, 8);
    expect(more.teams[0]!.messages / more.threadsPerWeek).toBeCloseTo(
      plain().teams[0]!.messages / expected,
      10,
    );
  });

  test("lose duties on their dates", () => {
    // Of the 56 days of the window, one week's Mondays to Fridays: 5 × 60 min of 12 to 13 from each of two.
    const datedDuties = [{ from: "2026-02-02", to: "2026-02-08", hours: [{ from: 600, to: 800 }] }];
    const { hours, weeks } = plain({ teams: [NURSE, { ...PHYSICIAN, datedDuties }] }).teams[1]!;
    expect(hours).toBeCloseTo(1200 - 600 / 8, 10);
    expect(weeks.filter((one) => one.hours < 1199).map((one) => [one.from, one.hours])).toEqual([[28, 600]]);
  });

  test("lose a person's own leave, by dates and by weeks", () => {
    const leave = { away: [{ from: "2026-02-02", to: "2026-02-08" }] };
    const dated = plain({ teams: [NURSE, { ...PHYSICIAN, people: [named(PHYSICIAN, "away", leave)] }] });
    expect(dated.teams[1]!.people.map(({ hours }) => hours)).toEqual([525, 600]);
    // 13 of the 52 weeks of the year; the other one has none.
    const people = [named(PHYSICIAN, "traveller", { vacationWeeks: 13 })];
    const weekly = plain({ teams: [NURSE, { ...PHYSICIAN, people }] }).teams[1]!;
    expect(weekly.people.map(({ hours }) => hours)).toEqual([450, 600]);
    expect(weekly.oneAwayLoad).toBe(Number.POSITIVE_INFINITY);
  });

  test("an inbox physician of the day carries everybody's messages", () => {
    const policies = { ...CLINIC.policies, routing: { type: "rotating-physician", turn: 1 } } as const;
    const load = plain({ policies }).teams[1]!;
    expect(load.load).toBeCloseTo(load.messages / 600, 10);
  });

  test("are infinite where there is work and nobody, and 0 where there is neither", () => {
    const idle = { ...NURSE, shifts: NEVER };
    expect(plain({ teams: [idle, PHYSICIAN] }).teams[0]!.load).toBe(Number.POSITIVE_INFINITY);
    const [nurse, physician] = plain({ teams: [{ ...NURSE, count: 0 }, PHYSICIAN] }).teams;
    expect(nurse!.load).toBe(0);
    expect(physician!.messages).toBeCloseTo(threads * 4, 8);
  });
});
