import { describe, expect, test } from "vitest";
import {
  type Clinic,
  compile,
  regimeModels,
  regimesOfWindow,
  runReplication,
} from "../../src/model/index.ts";
import { observedByAll } from "../../src/model/observed-by-all.ts";
import { CLINIC, DEMAND, NURSE, PHYSICIAN, SPECIALTY } from "./plain-clinic.ts";

const RUN = { seed: 4, replication: 2, keep: "responses" } as const;

/** The window is 12 January to 8 March 2026, days 7 to 63. */
function clinicWith(timeline: Clinic["specialties"][number]["demand"]["timeline"]): Clinic {
  return {
    ...CLINIC,
    specialties: [
      {
        ...SPECIALTY,
        demand: { ...DEMAND, rate: 4 / 525_600, timeline },
        openingBacklog: { messages: 10, age: 1440 },
      },
    ],
    teams: [
      { ...NURSE, absence: { ...NURSE.absence, sickDays: 20 } },
      {
        ...PHYSICIAN,
        absence: { ...PHYSICIAN.absence, vacationWeeks: 6, cover: "buddy" },
        evenings: [
          {
            days: [true, true, true, true, false, false, true],
            from: 1140,
            upTo: 60,
            probability: 0.5,
          },
        ],
      },
    ],
    promises: [
      {
        name: "two days",
        of: "every patient message that needs a reply",
        within: { clock: "business-day-end", days: 2 },
        starts: "when sent",
        target: 0.9,
        risk: 0.05,
      },
    ],
  };
}

const busier = [{ from: "2026-01-28", to: "2026-02-18", factor: 1.5 }];
const stretches = (timeline: typeof busier) =>
  regimesOfWindow(compile(clinicWith(timeline), [])).map(({ from, to, factors }) => [from, to, ...factors]);

describe("the regimes of a window", () => {
  test("are the stretches between changes of a factor", () => {
    expect(stretches([])).toEqual([[7, 63, 1]]);
    expect(stretches(busier)).toEqual([
      [7, 23, 1],
      [23, 45, 1.5],
      [45, 63, 1],
    ]);
  });

  test("multiply where entries overlap, end with the window, and are one where entries cancel or lie outside", () => {
    const later = { from: "2026-02-10", to: "2026-12-31", factor: 2 };
    expect(stretches([...busier, later])).toEqual([
      [7, 23, 1],
      [23, 36, 1.5],
      [36, 45, 3],
      [45, 63, 2],
    ]);
    expect(stretches([{ from: "2026-01-01", to: "2026-01-11", factor: 3 }])).toEqual([[7, 63, 1]]);
    expect(stretches([...busier, { ...busier[0]!, factor: 1 / 1.5 }])).toEqual([[7, 63, 1]]);
  });

  test("are not told apart where there is one, or so many that it would not pay", () => {
    const every = (days: number) =>
      Array.from({ length: Math.floor(56 / days) }, (_, i) => {
        const date = new Date(Date.UTC(2026, 0, 12 + i * days)).toISOString().slice(0, 10);
        return { from: date, to: date, factor: 1 + i / 10 };
      });
    const count = (timeline: typeof busier) => regimeModels(compile(clinicWith(timeline), [])).length;
    expect([count([]), count(busier), count(every(10)), count(every(7))]).toEqual([0, 3, 9, 0]);
  });
});

describe("what is measured of a regime", () => {
  const model = compile(clinicWith(busier), []);
  const whole = runReplication(model, RUN);

  test("is what a window of just these days measures of the same run", () => {
    const { run } = CLINIC;
    const days = run.warmUpDays + run.lengthDays + run.runOutDays;
    expect(whole.regimes).toHaveLength(3);
    whole.regimes.forEach((regime, i) => {
      const { from, to } = regimesOfWindow(model)[i]!;
      const alone = compile(
        {
          ...model.clinic,
          run: { ...run, warmUpDays: from, lengthDays: to - from, runOutDays: days - to },
        },
        [],
      );
      const { values, numerators, denominators, samples } = runReplication(alone, RUN);
      expect(regime).toEqual({ values, numerators, denominators, samples });
    });
  });

  test("adds up to the window", () => {
    const waits = whole.regimes.reduce((sum, { samples }) => sum + samples.first_reply_wall_h.length, 0);
    expect(waits).toBe(whole.samples.first_reply_wall_h.length);
  });
});

describe("the mean number of open messages by week", () => {
  test("adds up, over the weeks of the window, to what is counted there", () => {
    const model = compile(clinicWith([]), []);
    const { diagnostics } = runReplication(model, RUN);
    const { weeklyOpen, littlesLaw } = diagnostics;
    expect(weeklyOpen).toHaveLength(11);
    const inWindow = weeklyOpen.subarray(1, 9).reduce((sum, mean) => sum + mean * 10_080, 0);
    expect(inWindow).toBeCloseTo(littlesLaw.openMinutes, 6);
    expect(weeklyOpen.every((mean) => mean > 0)).toBe(true);
  });

  test("counts the hours of a week in which the clock changes", () => {
    const change = { at: 10 * 1440 + 120, jump: 60 };
    const { weeklyOpen, littlesLaw } = runReplication(compile(clinicWith([]), [change]), RUN).diagnostics;
    const lengths = weeklyOpen.map((_, week) => (week === 1 ? 10_020 : 10_080));
    const inWindow = weeklyOpen.reduce(
      (sum, mean, week) => (week >= 1 && week < 9 ? sum + mean * lengths[week]! : sum),
      0,
    );
    expect(inWindow).toBeCloseTo(littlesLaw.openMinutes, 6);
  });
});

describe("several observers", () => {
  test("are told the same, in their order, and what none listens to is not told", () => {
    const heard: string[] = [];
    const one = {
      openChanged: (time: number, open: number) => void heard.push(`one ${time} ${open}`),
      dutyChanged: (time: number) => void heard.push(`duty ${time}`),
    };
    const two = { openChanged: (time: number, open: number) => void heard.push(`two ${time} ${open}`) };
    const all = observedByAll([one, two]);
    all.openChanged?.(3, 4);
    all.dutyChanged?.(5, 0, 1);
    expect(heard).toEqual(["one 3 4", "two 3 4", "duty 5"]);
    expect(all.lineChanged).toBeUndefined();
  });
});
