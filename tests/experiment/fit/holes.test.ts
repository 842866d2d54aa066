import { describe, expect, test } from "vitest";
import { fitAbsence } from "../../../src/experiment/fit/fit-absence.ts";
import { holesOf } from "../../../src/experiment/fit/holes.ts";
import type { Person } from "../../../src/experiment/fit/staff-acts.ts";
import { composeScenario, fitExtract } from "../../../src/experiment/index.ts";
import { Calendar } from "../../../src/model/index.ts";
import { createDistribution, createStream } from "../../../src/random/index.ts";
import { CLINIC } from "../../model/plain-clinic.ts";
import { reading } from "../../node/extract/written.ts";

describe("stretches without a message", () => {
  const days = (count: number, of: (day: number) => number) =>
    Float64Array.from({ length: count }, (_, day) => of(day));

  test("are holes from a week on, where ten messages would have been usual, between the first and the last", () => {
    const between = (day: number, from: number, to: number) => day >= from && day < to;
    expect(holesOf(days(100, (d) => (between(d, 40, 61) ? 0 : 5)))).toEqual([{ from: 40, to: 61 }]);
    expect(holesOf(days(100, (d) => (between(d, 40, 46) ? 0 : 5)))).toEqual([]);
    expect(holesOf(days(100, (d) => (d % 20 === 0 ? 3 : 0)))).toEqual([]);
    expect(holesOf(days(100, (d) => (between(d, 20, 80) ? 5 : 0)))).toEqual([]);
    expect(holesOf(days(30, () => 0))).toEqual([]);
  });
});

/** A year of two messages of each thread; Poisson's days, so that there are no busy ones beyond chance; without those sent on days that are left out. */
function log(isLeftOut: (day: number) => boolean): string {
  const stream = createStream(8, 0, "a year of days");
  const law = createDistribution({ type: "poisson", mean: 6 });
  const rows: string[] = [];
  for (let day = 0; day < 364; day += 1) {
    const date = new Date(Date.UTC(2026, 0, 5 + day)).toISOString().slice(0, 10);
    const many = law.quantile(stream.uniform());
    for (let i = 0; i < many && !isLeftOut(day); i += 1) {
      const row = (sent: number) =>
        `t${day}-${i},p${(day * 31 + i * 17) % 400},${date} ${sent}:10,${date} ${sent + 1}:10,${date} ${sent + 1}:10,s1,RN`;
      rows.push(row(10), row(13));
    }
  }
  return `thread_id,patient_id,sent,replied,closed,staff_id,staff_role\n${rows.join("\n")}\n`;
}

test("three weeks that are missing change neither volume nor busy days, and are said", async () => {
  const fitted = async (isLeftOut: (day: number) => boolean) => {
    const fit = fitExtract(await reading(log(isLeftOut), { now: Date.parse("2027-06-01") }), {
      calendar: CLINIC.calendar,
      accounts: { clinic: 900 },
    });
    return {
      specialty: fit.specialties[0]!,
      remarks: composeScenario(fit, { name: "Some", records: "made up" }).remarks,
    };
  };
  const whole = await fitted(() => false);
  const holed = await fitted((day) => day >= 150 && day < 171);
  expect(holed.specialty.volume.estimate / whole.specialty.volume.estimate).toBeCloseTo(1, 1);
  expect(Math.abs(holed.specialty.volume.estimate / whole.specialty.volume.estimate - 1)).toBeLessThan(0.02);
  expect(holed.specialty.dayFactor.cv.estimate).toBeLessThan(0.1);
  expect(holed.specialty.trend!.shape).toBe("steady");
  expect(holed.remarks.join("\n")).toContain(
    "no message of 2026-06-04 to 2026-06-24, which chance would not make: these 21 days",
  );
  expect(whole.remarks.join("\n")).not.toContain("no message of");
});

test("nobody is away on days of which the log tells nothing", () => {
  const calendar = new Calendar({ ...CLINIC.calendar, timeZone: "UTC" }, "2026-01-05", 364, []);
  const byDay = Float64Array.from({ length: 364 }, (_, day) =>
    day % 7 < 5 && (day < 150 || day >= 171) ? 8 : 0,
  );
  const nurse = { staff: 0, role: 2, acts: [], byDay, total: 1, bySpecialty: Float64Array.of(1) } as Person;
  const span = { from: 0, to: 364 };
  const weeks = (isTold?: (day: number) => boolean) =>
    fitAbsence([nurse], calendar, span, [span], isTold).vacationWeeks.estimate;
  expect(weeks()).toBeGreaterThan(2);
  expect(weeks((day) => day < 150 || day >= 171)).toBe(0);
});
