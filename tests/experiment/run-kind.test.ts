import { describe, expect, test } from "vitest";
import { type RunKind, runKindOf, sanityOf } from "../../src/experiment/index.ts";
import { compile, type ReplicationResult } from "../../src/model/index.ts";
import { createStream } from "../../src/random/index.ts";
import { patchScenario } from "../../src/scenario/index.ts";
import { tiny } from "./tiny-results.ts";

/** A clinic like the tiny one that is watched for a year after four weeks, changed by paths. */
function modelWith(patch: Parameters<typeof patchScenario>[1] = {}) {
  const year = { "run.warmUp": "4 weeks", "run.length": "52 weeks", "run.runOut": "2 weeks" };
  const { scenario, issues } = patchScenario(tiny, { ...year, ...patch });
  if (scenario === undefined) throw new Error(JSON.stringify(issues));
  return compile(scenario.clinic, []);
}

/** Ten replications with so many open messages in week w of the run, and noise. */
function runs(level: (week: number) => number, count = 10): readonly ReplicationResult[] {
  return Array.from({ length: count }, (_, i) => {
    const { uniform } = createStream(1, i, "noise");
    const weeklyOpen = Float64Array.from({ length: 58 }, (_, week) => level(week) + 6 * uniform());
    const littlesLaw = { openMinutes: 0, stayMinutes: 0, sent: 1, sentMinutes: 0, residual: 0 };
    return { replication: i + 1, diagnostics: { weeklyOpen, littlesLaw } } as unknown as ReplicationResult;
  });
}

function kindOf(patch: Parameters<typeof patchScenario>[1] = {}, results = runs(() => 40)): RunKind {
  const model = modelWith(patch);
  return runKindOf(model, results, sanityOf(model, results));
}

describe("the kind of a run", () => {
  test("is steady where every week is asked the same and can give it", () => {
    expect(kindOf()).toMatchObject({
      type: "steady-state",
      because: [],
      overloaded: [],
      closedDates: 0,
      openingBacklog: 0,
      warmUp: { days: 28, verdict: "enough", of: 56 },
    });
  });

  const demand = "specialties.clinic.demand";
  test.each([
    ["growth", { [`${demand}.growth`]: { rate: "10% per year", from: "2026-01-05" } }],
    ["timeline", { [`${demand}.timeline`]: [{ from: "2026-05-01", to: "2026-06-30", factor: 1.2 }] }],
    ["months", { [`${demand}.profile.monthOfYear`]: [1, 1, 1, 1, 1, 1, 0.5, 1, 1, 1, 1, 1] }],
  ] as const)("is terminating with %s, and there is nothing to warm up to", (because, patch) => {
    expect(kindOf(patch)).toMatchObject({
      type: "terminating",
      because: [because],
      warmUp: { verdict: "none", of: 0 },
    });
  });

  test.each([
    ["growth that begins later", { [`${demand}.growth`]: { rate: "10% per year", from: "2029-01-05" } }],
    ["no growth", { [`${demand}.growth`]: { rate: "0% per year", from: "2026-01-05" } }],
    ["a factor of 1", { [`${demand}.timeline`]: [{ from: "2026-05-01", to: "2026-06-30", factor: 1 }] }],
    ["months that are alike", { [`${demand}.profile.monthOfYear`]: new Array(12).fill(3) }],
  ] as const)("is not changed by %s", (_, patch) => {
    expect(kindOf(patch).type).toBe("steady-state");
  });

  test("is terminating with holidays, but the weeks without one can tell of the warm-up", () => {
    const { type, because, closedDates, warmUp } = kindOf({ "calendar.holidays": "CA-ON" });
    expect([type, because]).toEqual(["terminating", ["closed dates"]]);
    expect(closedDates).toBeGreaterThan(8);
    expect(warmUp.verdict).toBe("enough");
    // Each of nine holidays takes its own week and the one after; some share them.
    expect(warmUp.of).toBeGreaterThanOrEqual(56 - 2 * closedDates);
    expect(warmUp.of).toBeLessThan(56 - closedDates);
  });

  test("is terminating with duties on dates, which take their weeks from those that can tell", () => {
    const duties = ["2026-05-04 to 2026-05-08 09:00-10:00", "2026-06-01 09:00-10:00"];
    expect(kindOf({ "staff.nurse.duties": duties })).toMatchObject({
      type: "terminating",
      because: ["dated duties"],
      warmUp: { verdict: "enough", of: 52 },
    });
    const always = ["2026-01-01 to 2026-12-31 09:00-10:00"];
    expect(kindOf({ "staff.nurse.duties": always }).warmUp.verdict).toBe("unseen");
  });

  test("names a team that cannot keep up, and claims no steady state", () => {
    const kind = kindOf({ "specialties.clinic.patients": 900, "staff.nurse.count": 9 });
    expect(kind).toMatchObject({ type: "terminating", because: ["overload"], warmUp: { verdict: "none" } });
    expect(kind.overloaded).toMatchObject([{ team: "physician" }]);
    expect(kind.overloaded[0]!.load).toBeGreaterThan(1);
    expect(kind.overloaded[0]).not.toHaveProperty("person");
  });

  test("names a physician whose own hours are too few, though the team's are not", () => {
    const kind = kindOf({
      "specialties.clinic.patients": 300,
      "staff.nurse.count": 3,
      "staff.physician.count": 4,
      "staff.physician.people": { "Dr. Short": { inbox: ["Mon 15:00-15:30"] } },
    });
    expect(kind.overloaded).toMatchObject([{ team: "physician", person: "Dr. Short" }]);
    expect(kind.because).toEqual(["overload"]);
  });
});

describe("the warm-up", () => {
  test("is short where open messages settle only later, from few or from many, and ends with a week", () => {
    const fromFew = kindOf(
      {},
      runs((week) => (week < 9 ? 4 * week : 40)),
    ).warmUp;
    expect(fromFew).toMatchObject({ days: 28, verdict: "short" });
    expect(fromFew.weeks).toBeGreaterThanOrEqual(7);
    expect(fromFew.weeks).toBeLessThanOrEqual(11);
    expect(
      kindOf(
        {},
        runs((week) => (week < 9 ? 160 - 13 * week : 40)),
      ).warmUp.verdict,
    ).toBe("short");
    const long = { "run.warmUp": "12 weeks", "run.length": "44 weeks" };
    expect(
      kindOf(
        long,
        runs((week) => (week < 9 ? 4 * week : 40)),
      ).warmUp,
    ).toMatchObject({
      days: 84,
      verdict: "enough",
      weeks: fromFew.weeks,
    });
  });

  test("is not judged by what holidays do", () => {
    const holidays = { "calendar.holidays": "CA-ON" } as const;
    const model = modelWith(holidays);
    const hasHoliday = (week: number) =>
      [0, 1, 2, 3, 4, 5, 6].some((day) => week >= 0 && model.calendar.isClosed(7 * week + day));
    const busyAfter = runs((week) => (hasHoliday(week) || hasHoliday(week - 1) ? 120 : 40));
    // The run begins in a week with a holiday: by the ordinary weeks, nothing has to be left out.
    expect(kindOf(holidays, busyAfter).warmUp).toMatchObject({ verdict: "enough", weeks: 0 });
    expect(kindOf({}, busyAfter).warmUp.weeks).toBeGreaterThanOrEqual(2);
  });

  test("cannot be told where nothing settles in the first half of the run", () => {
    const warmUp = kindOf(
      {},
      runs((week) => 3 * week),
    ).warmUp;
    expect(warmUp).toMatchObject({ verdict: "unsettled" });
    expect(warmUp).not.toHaveProperty("weeks");
  });

  test("is not judged by few replications or few weeks", () => {
    expect(
      kindOf(
        {},
        runs(() => 40, 4),
      ).warmUp.verdict,
    ).toBe("unseen");
    expect(kindOf({ "run.length": "6 weeks" }).warmUp.verdict).toBe("unseen");
  });
});
