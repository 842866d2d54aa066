import { describe, expect, test } from "vitest";
import {
  type Clinic,
  compile,
  measureResponses,
  responseDefinitions,
  type ServicePromise,
} from "../../src/model/index.ts";
import { diagnostics } from "../../src/model/responses/diagnostics.ts";
import { named } from "./named-person.ts";
import { CLINIC, NURSE, PHYSICIAN, record, thread, week, withSpecialty } from "./plain-clinic.ts";
import { runOf, stretch, valuesOf } from "./recorded.ts";

const NONE = Number.NaN;
const at = (day: number, hour: number, minute = 0): number => day * 1440 + hour * 60 + minute;

const promise: ServicePromise = {
  name: "An open hour!",
  of: "every patient message that needs a reply",
  within: { clock: "open", minutes: 60 },
  starts: "when sent",
  target: 0.5,
  risk: 0.05,
};

/** The window: Monday 12 January (day 7) to Sunday 15 February (day 41), five weeks; a week before and one after. */
const clinic: Clinic = {
  ...CLINIC,
  run: { ...CLINIC.run, warmUpDays: 7, lengthDays: 35, runOutDays: 7 },
  promises: [
    promise,
    { ...promise, name: "first", of: "first message of every thread" },
    { ...promise, name: "urgent", of: "urgent messages" },
  ],
};

const a = thread(0, at(7, 8), [{ followUpDelay: 100 }, { needsReply: false }]);
const b = { ...thread(1, at(7, 16), [{ followUpDelay: 9 }, { followUpDelay: 9 }, {}]), urgent: true };
const c = thread(2, at(11, 18), [{ needsVisit: true }]);
const d = thread(3, at(16, 12));
const e = thread(4, at(6, 20));
const byPhysician = { closedByTeam: 1, physicianTouches: 1, nurseTouches: 1 };
const messages = [
  record(e, at(7, 9)),
  record(a, at(7, 9)),
  record(b, at(8, 9), byPhysician),
  record(a, NONE, {
    round: 1,
    sent: at(8, 10),
    firstRead: at(8, 11),
    closed: at(8, 11),
    closedByTeam: 0,
    opensThread: false,
  }),
  record(b, at(9, 11), { round: 1, sent: at(9, 9), opensThread: false }),
  record(c, at(14, 10), { physicianTouches: 1, nurseTouches: 2 }),
  record(b, at(42, 9), { round: 2, sent: at(41, 12) }),
  record(d, NONE),
];
/** Hours of opening between the first message and the last closing of each thread. */
const RESOLVED = [1, 2, 9 + 3, 1 + 9 + 3, Number.POSITIVE_INFINITY];
const run = runOf(clinic, { messages });
const values = valuesOf(run);

describe("responses of eight messages, worked out by hand", () => {
  test("volume counts what is sent in the window, whatever becomes of it", () => {
    expect(values.messages_per_week).toBe(7 / 5);
    expect(values.new_threads_per_week).toBe(5 / 5);
    expect(values.visits_needed_per_week).toBe(1 / 5);
  });

  test("waits run on both clocks, and for ever where nobody answered", () => {
    // Opening hours: 1, 2, 2, 1 and never; on the clock: 1, 17, 64, 21 and never.
    expect(values.first_reply_median_business_h).toBe(2);
    expect(values.first_reply_p90_business_h).toBe(Number.POSITIVE_INFINITY);
    expect(values.first_reply_median_wall_h).toBe(21);
    expect(values.first_reply_p90_wall_h).toBe(Number.POSITIVE_INFINITY);
    expect([...run.samples.first_reply_wall_h]).toEqual([1, 17, 21, 64, Number.POSITIVE_INFINITY]);
    expect(values.later_reply_median_business_h).toBe(2);
    expect(values.later_reply_p90_business_h).toBe(2);
    expect([...run.samples.later_reply_wall_h]).toEqual([2]);
    expect(values.later_reply_median_wall_h).toBe(2);
    expect(values.later_reply_p90_wall_h).toBe(2);
  });

  test("a thread is resolved with its last message, and a late follow-up is a thread of its own", () => {
    const hours = [...run.samples.resolution_wall_d].map((days) => days * 24);
    expect(hours).toEqual([21, 27, 43, 64, Number.POSITIVE_INFINITY]);
    expect(values.resolution_median_wall_d).toBe(43 / 24);
    expect([...run.samples.resolution_business_h]).toEqual(RESOLVED);
    expect(values.resolution_median_business_h).toBe(RESOLVED[2]);
    expect(values.resolution_p90_business_h).toBe(Number.POSITIVE_INFINITY);
  });

  test("every message is read once, thank-yous too, by both clocks", () => {
    expect([...run.samples.first_read_wall_h]).toEqual([1, 1, 2, 17, 21, 64, Number.POSITIVE_INFINITY]);
    expect([...run.samples.first_read_business_h]).toEqual([1, 1, 1, 2, 2, 2, Number.POSITIVE_INFINITY]);
    expect(values.first_read_median_wall_h).toBe(17);
    expect(values.first_read_p90_business_h).toBe(Number.POSITIVE_INFINITY);
  });

  test("a caller who gives up has waited for ever", () => {
    const phone = {
      name: "phone",
      team: 0,
      perBusinessDay: 1,
      perPerson: false,
      minutes: { type: "fixed", value: 1 },
      interrupts: true,
      order: "with messages",
    } as const;
    const rung = runOf(withSpecialty({ otherWork: [phone] }, clinic), { calls: [3, 0, Number.NaN, 5, 1] });
    expect([...rung.samples.call_wait_min]).toEqual([0, 1, 3, 5, Number.POSITIVE_INFINITY]);
    expect(valuesOf(rung).call_wait_median_min).toBe(3);
    expect(valuesOf(rung).calls_answered_share).toBe(4 / 5);
  });

  test("shares are of the messages that need a reply", () => {
    expect(values.unanswered_share).toBe(1 / 6);
    expect(values.nurse_closed_share).toBe(3 / 6);
    expect(values.nurse_replied_share).toBe(4 / 6);
  });

  test("a promise is kept up to its last minute, by message, by month and by week", () => {
    expect(values.promise_an_open_hour_share).toBe(2 / 6);
    expect(values.promise_an_open_hour_months_kept).toBe(1);
    expect(values.promise_an_open_hour_month_risk).toBe(1 / 2);
    expect(values.promise_an_open_hour_worst_week_share).toBe(0);
    expect(run.promises[0]!.weeks).toEqual([
      { made: 4, kept: 1 },
      { made: 1, kept: 0 },
      { made: 0, kept: 0 },
      { made: 0, kept: 0 },
      { made: 1, kept: 1 },
    ]);
    expect(values.promise_first_share).toBe(2 / 5);
    expect(values.promise_urgent_share).toBe(1 / 3);
  });

  test("the backlog is what is open as a week begins and ends, older messages too", () => {
    expect(values.backlog_monday_open).toBe((2 + 1 + 1 + 1 + 1) / 5);
    expect(values.backlog_friday_close).toBe((0 + 1 + 1 + 1 + 1) / 5);
    expect(values.oldest_open_message_d).toBe((at(35, 8) - at(16, 12)) / 1440);
    // Wednesday at noon to Monday: five hours, two days of nine, then two whole weeks.
    expect(values.oldest_open_message_business_h).toBe(5 + 2 * 9 + 2 * 45);
  });

  test("Little's law sets what was counted inside against what was written down of each message", () => {
    const open: readonly (readonly [number, number])[] = [
      [at(6, 20), 1],
      [at(7, 8), 2],
      [at(7, 9), 0],
      [at(7, 16), 1],
      [at(8, 9), 0],
      [at(8, 10), 1],
      [at(8, 11), 0],
      [at(9, 9), 1],
      [at(9, 11), 0],
      [at(11, 18), 1],
      [at(14, 10), 0],
      [at(16, 12), 1],
      [at(41, 12), 2],
      [at(42, 9), 1],
    ];
    const { littlesLaw } = diagnostics(runOf(clinic, { messages, open }));
    const end = at(49, 0);
    const windowEnd = at(42, 0);
    // In hours: e 9, a 1 and 1, b 17 and 2 and 12 (of 21), c 64, d to the end of the window.
    const inside = 9 + 1 + 1 + 17 + 2 + 12 + 64 + (windowEnd - at(16, 12)) / 60;
    const times = 1 + 1 + 17 + 2 + 21 + 64 + (end - at(16, 12)) / 60;
    expect(littlesLaw.openMinutes).toBe(inside * 60);
    expect(littlesLaw.stayMinutes).toBe(inside * 60);
    expect(littlesLaw.sent).toBe(7);
    expect(littlesLaw.sentMinutes).toBe(times * 60);
    expect(littlesLaw.residual).toBe(0);
    const lost = diagnostics(runOf(clinic, { messages: messages.slice(1), open }));
    expect(lost.littlesLaw.residual).toBeCloseTo(9 / inside, 12);
    const twice = diagnostics(runOf(clinic, { messages: [...messages, messages[0]!], open }));
    expect(twice.littlesLaw.residual).toBeCloseTo(-9 / (inside + 9), 12);
  });

  test("the weekly backlog is what is open as a week begins, warm-up and run-out too", () => {
    const { weeklyBacklog, weeklyBacklogAt, undecided } = diagnostics(run);
    expect([...weeklyBacklog]).toEqual([0, 2, 1, 1, 1, 1, 2]);
    expect(weeklyBacklogAt[1]).toBe(at(7, 8));
    expect(undecided).toEqual([0, 0, 0]);
  });
});

describe("responses of nothing", () => {
  test("are 0 or not defined, never an error", () => {
    const nothing = runOf(clinic, {});
    const empty = valuesOf(nothing);
    const { denominators } = measureResponses(nothing);
    const undefinedOnes = responseDefinitions(nothing.model).filter(({ name, estimand }, i) => {
      const isExpected = estimand.type === "quantile" || denominators[i] === 0;
      if (isExpected) expect(empty[name], name).toBeNaN();
      return !isExpected && Number.isNaN(empty[name]!);
    });
    expect(undefinedOnes.map(({ name }) => name)).toEqual([
      "promise_an_open_hour_months_kept",
      "promise_an_open_hour_worst_week_share",
      "promise_first_months_kept",
      "promise_first_worst_week_share",
      "promise_urgent_months_kept",
      "promise_urgent_worst_week_share",
      "panel_messages_max_to_mean",
      "panel_messages_gini",
      "message_minutes_max_to_mean",
      "message_minutes_gini",
    ]);
    expect(empty.messages_per_week).toBe(0);
    expect(empty.oldest_open_message_d).toBe(0);
    expect(empty.backlog_monday_open).toBe(0);
    expect(diagnostics(runOf(clinic, {})).littlesLaw.residual).toBe(0);
  });

  test("a message still open before its time is up counts as not kept, and is told apart", () => {
    const late = { ...promise, within: { clock: "wall", minutes: 14 * 1440 } } as const;
    const written = [record(thread(0, at(30, 9)), NONE), record(thread(1, at(40, 9)), NONE)];
    const over = runOf({ ...clinic, promises: [late] }, { messages: written });
    expect(valuesOf(over).promise_an_open_hour_share).toBe(0);
    expect(diagnostics(over).undecided).toEqual([1]);
  });
});

describe("months of the window", () => {
  test("are judged one by one, short ends joined to their neighbours", () => {
    const model = compile({ ...clinic, run: { ...clinic.run, warmUpDays: 20, lengthDays: 100 } }, []);
    // 25 January to 4 May: seven days of January join February, four of May join April.
    const sent = [at(21, 9), at(30, 9), at(60, 9), at(100, 9), at(119, 9)];
    const written = sent.map((t, i) => record(thread(i, t), i === 2 ? NONE : t + 1));
    const months = runOf(model.clinic, { messages: written }).promises[0]!.months;
    expect(months).toEqual([
      { made: 2, kept: 2 },
      { made: 1, kept: 0 },
      { made: 2, kept: 2 },
    ]);
  });
});

describe("staff", () => {
  const stretches = [
    // Cut at the beginning of the window, of which the nurse's shift has passed: Monday at midnight.
    stretch(0, 0, at(7, 0) - 10, at(7, 0) + 20),
    stretch(0, 0, at(7, 9), at(7, 10)),
    stretch(0, 0, at(7, 16, 50), at(7, 17, 10), { activity: "call" }),
    stretch(1, 0, at(7, 12), at(7, 12, 30)),
    stretch(1, 0, at(7, 19), at(7, 19, 45), { activity: "other work", evening: true }),
    stretch(1, 1, at(17, 12, 50), at(17, 13, 10)),
    // Across the boundary of two weeks, on a Sunday night.
    stretch(1, 1, at(13, 23, 50), at(14, 0, 10)),
  ];
  const worked = valuesOf(runOf(clinic, { stretches }));

  test("minutes count within the window, by what they were and when", () => {
    expect(worked.nurse_message_min_per_day).toBe((20 + 60) / 25);
    expect(worked.nurse_other_min_per_day).toBe(20 / 25);
    expect(worked.nurse_after_hours_min_per_week).toBe((20 + 10) / 5);
    expect(worked.physician_message_min_per_day).toBe((30 + 20 + 20) / 2 / 25);
    expect(worked.physician_other_min_per_day).toBe(45 / 2 / 25);
    expect(worked.physician_after_hours_min_per_week).toBe((45 + 20) / 2 / 5);
    expect(worked.physician_after_hours_worst_min_per_week).toBe(45 / 5);
  });

  test("utilisation is of the hours that are left after absence", () => {
    expect(worked.utilisation_triage_nurse).toBeCloseTo((60 + 10) / (25 * 540), 12);
    const away = valuesOf(runOf(clinic, { stretches, absent: [[0, 0, 8, 9, 10]] }));
    expect(away.utilisation_triage_nurse).toBeCloseTo((60 + 10) / (22 * 540), 12);
    expect(worked.utilisation_rheumatologist).toBeCloseTo((30 + 10) / (2 * 25 * 120), 12);
  });

  test("hours in which nothing was done count: weeks without work, and people who had none at all", () => {
    const once = valuesOf(runOf(clinic, { stretches: [stretch(0, 0, at(7, 9), at(7, 18))] }));
    // Eight hours within hers on one day of 25, and not the whole of the one day, or week, that has a record.
    expect(once.utilisation_triage_nurse).toBeCloseTo(480 / (25 * 540), 12);
    expect(once.utilisation_rheumatologist).toBe(0);
    expect(once.physician_message_min_per_day).toBe(0);
  });

  test("days without a nurse are business days on which none has hours", () => {
    expect(worked.days_without_triage_nurse).toBe(0);
    const away = { absent: [[0, 0, 8, 9, 12, 13, 3]] as const };
    expect(valuesOf(runOf(clinic, away)).days_without_triage_nurse).toBe(2);
    const covered = { ...NURSE, absence: { ...NURSE.absence, cover: "float" as const } };
    const float = { ...clinic, teams: [covered, PHYSICIAN] };
    expect(valuesOf(runOf(float, away)).days_without_triage_nurse).toBe(0);
    const nobody = { ...clinic, teams: [{ ...NURSE, count: 0 }, PHYSICIAN] };
    expect(valuesOf(runOf(nobody, {})).days_without_triage_nurse).toBe(25);
  });

  test("posts are paid by the schedule and float cover on top, minutes as worked", () => {
    expect(worked.cost_per_week_triage_nurse).toBe(45 * 60);
    expect(worked.paid_fte_triage_nurse).toBe(2700 / 2250);
    expect(worked.posts_triage_nurse).toBe(1);
    const minutes = 30 + 45 + 20 + 20;
    expect(worked.cost_per_week_rheumatologist).toBeCloseTo(((minutes / 5) * 180) / 60, 12);
    expect(worked.paid_fte_rheumatologist).toBeCloseTo(minutes / 5 / 2250, 12);
    expect(worked.cost_per_week).toBeCloseTo(45 * 60 + (minutes / 5) * 3, 9);
    const covered = { ...NURSE, absence: { ...NURSE.absence, cover: "float" as const } };
    const float = { ...clinic, teams: [covered, PHYSICIAN] };
    const paid = valuesOf(runOf(float, { absent: [[0, 0, 8, 9, 13]] }));
    expect(paid.cost_per_week_triage_nurse).toBe((45 + 18 / 5) * 60);
    const mixed = { ...clinic, teams: [NURSE, { ...PHYSICIAN, currency: "EUR" }] };
    expect(Object.keys(valuesOf(runOf(mixed, {})))).not.toContain("cost_per_week");
  });
});

describe("a part-timer", () => {
  // Two hours on Mondays and Tuesdays, on Mondays after the clinic has closed, beside a colleague of 45 hours.
  const shifts = week([0], [1020, 1140]).map((day, i) => (i === 1 ? [{ from: 480, to: 600 }] : day));
  const absence = { ...NURSE.absence, cover: "float" } as const;
  const partTimer = named(NURSE, "part-timer", { shifts, duties: week([1], [480, 540]) });
  const people = [partTimer];
  const team = { ...NURSE, count: 2, absence, people };
  const two = { ...clinic, teams: [team, PHYSICIAN] };

  test("is paid for two hours twice a week, duties too, and so is whoever stands in", () => {
    const paid = valuesOf(
      runOf(two, {
        absent: [
          [0, 0, 7, 8, 9],
          [0, 1, 8],
        ],
      }),
    );
    expect(paid.paid_fte_triage_nurse).toBeCloseTo((49 * 60 + (120 + 120 + 540) / 5) / 2250, 12);
    expect(paid.cost_per_week_triage_nurse).toBeCloseTo(49 * 60 + (120 + 120 + 540) / 5, 9);
  });

  test("works after hours when not scheduled, whatever the colleagues' hours", () => {
    const evening = (person: number) => stretch(0, person, at(7, 17), at(7, 20));
    const worked = (person: number) => valuesOf(runOf(two, { stretches: [evening(person)] }));
    expect(worked(0).nurse_after_hours_min_per_week).toBe(60 / 2 / 5);
    expect(worked(1).nurse_after_hours_min_per_week).toBe(180 / 2 / 5);
    // Of 120 minutes on Mondays and 60 on Tuesdays.
    expect(worked(0).utilisation_triage_nurse).toBeCloseTo(120 / (5 * (180 + 2700)), 12);
  });

  test("alone leaves the clinic without a nurse on all other days", () => {
    const alone = { ...clinic, teams: [{ ...team, count: 1 }, PHYSICIAN] };
    expect(valuesOf(runOf(alone, {})).days_without_triage_nurse).toBe(15);
    const datedDuties = [{ from: "2026-01-13", to: "2026-01-13", hours: [{ from: 0, to: 1440 }] }];
    const busy = { ...team, count: 1, people: [{ ...partTimer, datedDuties }] };
    expect(valuesOf(runOf({ ...clinic, teams: [busy, PHYSICIAN] }, {})).days_without_triage_nurse).toBe(16);
  });
});

describe("definitions", () => {
  const definitions = responseDefinitions(compile(clinic, []));

  test("have names of their own, in snake case, and say what they are", () => {
    const names = definitions.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9]+(_[a-z0-9]+)*$/);
    for (const { unit, label, doc, formula } of definitions) {
      for (const text of [unit, label, doc, formula]) expect(text.length).toBeGreaterThan(0);
    }
    const alike = [promise, { ...promise, name: "an open hour?" }, { ...promise, name: "…" }];
    const others = responseDefinitions(compile({ ...clinic, promises: alike }, []));
    expect(others.filter(({ group }) => group === "promises").map(({ name }) => name)).toEqual(
      ["an_open_hour", "an_open_hour_2", "3"].flatMap((slug) =>
        ["share", "months_kept", "month_risk", "worst_week_share"].map((what) => `promise_${slug}_${what}`),
      ),
    );
  });

  test("have a range, in which every value lies that is not infinite", () => {
    const { values: measured } = measureResponses(run);
    definitions.forEach(({ name, unit, range: [least, most] }, i) => {
      expect(least < most, name).toBe(true);
      expect(most === 1, name).toBe(unit === "share" || unit === "Gini");
      if (!Number.isFinite(measured[i]!)) return;
      expect(measured[i]! >= least && measured[i]! <= most, name).toBe(true);
    });
    const rangeOf = (wanted: string) => definitions.find(({ name }) => name === wanted)!.range;
    expect(rangeOf("promise_first_months_kept")).toEqual([0, 2]);
    expect(rangeOf("days_without_triage_nurse")).toEqual([0, 25]);
  });

  test("name minutes that are paid what they are, and posts posts", () => {
    const labelOf = (wanted: string) => definitions.find(({ name }) => name === wanted)!.label;
    expect(labelOf("paid_fte_triage_nurse")).toBe("paid full-time posts of triage-nurse");
    expect(labelOf("paid_fte_rheumatologist")).toBe("worked full-time equivalents of rheumatologist");
  });

  test("leave a first table that fits on a page", () => {
    expect(definitions.filter(({ headline }) => headline).length).toBeLessThanOrEqual(36);
  });

  test("ratios, and nothing else, come with numerator and denominator", () => {
    const { numerators, denominators, values: measured } = measureResponses(run);
    definitions.forEach(({ estimand }, i) => {
      expect(Number.isNaN(denominators[i]!)).toBe(estimand.type !== "ratio");
      if (estimand.type === "ratio") expect(measured[i]).toBe(numerators[i]! / denominators[i]!);
    });
  });
});
