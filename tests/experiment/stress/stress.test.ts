import { describe, expect, test } from "vitest";
import {
  createInlineExecutor,
  looksOf,
  type StressReport,
  stress,
  stressId,
  stressNames,
  stressScenarios,
} from "../../../src/experiment/index.ts";
import { measureStress } from "../../../src/experiment/stress/measure-stress.ts";
import { compile, type Model, runReplication } from "../../../src/model/index.ts";
import type { Scenario } from "../../../src/scenario/index.ts";
import { changed } from "../alternatives.ts";
import { tiny } from "../tiny-results.ts";
import { drainingClinic } from "./draining-clinic.ts";

function planned(scenario: Scenario, only: readonly string[] = [], recoverWithin = 28) {
  const { base, stresses, leftOut, issues } = stressScenarios(scenario, only);
  expect(issues).toEqual([]);
  const offsets = { atStart: 0, changes: [] };
  const { seed, replications } = scenario.clinic.run;
  return {
    models: [base, ...stresses.map((each) => each.scenario)].map(({ clinic }) => compile(clinic, [])),
    plan: {
      engine: "engine",
      seed,
      replications: Array.from({ length: replications }, (_, i) => i + 1),
      base: { name: "as it is", scenario: base.canonicalText, offsets },
      stresses: stresses.map(({ name, doc, from, to, scenario: { canonicalText } }) => {
        return { name, doc, from, to, scenario: canonicalText, offsets };
      }),
      leftOut,
      recoverWithin,
    },
  };
}

async function reportOf(
  scenario: Scenario,
  only: readonly string[] = [],
  recoverWithin = 28,
): Promise<StressReport> {
  const { plan, models } = planned(scenario, only, recoverWithin);
  return stress(plan, models, createInlineExecutor());
}

const NAMES = {
  weekend: "Monday after a long weekend",
  vacation: "two-week vacation: nurse",
  sick: "sick call: nurse",
  outage: "portal outage of a day",
};

describe("a clinic that drains by 30 messages a day, 150 of them left on the Monday of a stress", async () => {
  const { stresses } = await reportOf(drainingClinic());
  const of = (name: string) => stresses.find((each) => each.name === name)!;
  const more = (name: string) => of(name).path.map((point) => Math.round(point.more.estimate));

  test("lags by 30 for a sick call, until a day after it would have been empty: a week after the call", () => {
    expect(of(NAMES.sick)).toMatchObject({ from: "2026-02-23", to: "2026-02-23" });
    expect(more(NAMES.sick).slice(0, 9)).toEqual([0, 30, 30, 30, 30, 30, 0, 0, 0]);
    expect(of(NAMES.sick).recovery).toMatchObject({ estimate: 7, low: 7, high: 7, verdict: "passes" });
    expect(of(NAMES.sick).peak).toMatchObject({ date: "2026-02-24", estimate: 150, base: 120, highest: 150 });
  });

  test("stands still for a two-week vacation, and needs a week to drain when it is over", () => {
    expect(more(NAMES.vacation).slice(0, 17)).toEqual([
      0, 30, 60, 90, 120, 150, 150, 150, 150, 150, 150, 120, 90, 60, 30, 0, 0,
    ]);
    expect(of(NAMES.vacation).recovery).toMatchObject({ estimate: 7, low: 7, high: 7 });
    expect(of(NAMES.vacation).peak).toMatchObject({ date: "2026-03-02", estimate: 150, base: 0 });
    expect(of(NAMES.vacation).peak.more.estimate).toBe(150);
  });

  test("lags by a day's work after a long weekend, whose end is the Monday", () => {
    expect(of(NAMES.weekend)).toMatchObject({ from: "2026-02-20", to: "2026-02-22" });
    expect(of(NAMES.weekend).recovery).toMatchObject({ estimate: 8, low: 8, high: 8 });
  });

  test("does not notice that nobody can write", () => {
    expect(of(NAMES.outage)).toMatchObject({ recovery: { estimate: 0 }, verdict: "passes" });
    expect(more(NAMES.outage).every((each) => each === 0)).toBe(true);
  });

  test("fails a stress whose recovery takes longer than is allowed, and passes where it takes as long", async () => {
    const [within] = (await reportOf(drainingClinic(), [NAMES.sick], 7)).stresses;
    const [longer] = (await reportOf(drainingClinic(), [NAMES.sick], 6)).stresses;
    expect([within!.verdict, longer!.verdict]).toEqual(["passes", "fails"]);
  });

  test("does not recover within the watch when the nurse stays away, and says so", async () => {
    const gone = { "staff.nurse.people": { Ann: { away: ["2026-02-23 to 2027-12-31"] } } };
    const stresses = { "she leaves": { from: "2026-02-23", to: "2026-02-23", changes: gone } };
    const report = await reportOf(drainingClinic({ stresses }), ["she leaves"]);
    expect(report.stresses[0]).toMatchObject({
      recovery: { estimate: Infinity, low: Infinity, verdict: "fails" },
      verdict: "fails",
    });
  });
});

describe("a battery that may look again", () => {
  const looking = async (looks: readonly number[], recoverWithin: number) => {
    const { plan, models } = planned(drainingClinic(), [NAMES.sick], recoverWithin);
    const replications = Array.from({ length: looks.at(-1)! }, (_, i) => i + 1);
    const seen: number[] = [];
    const written: number[] = [];
    const report = await stress({ ...plan, replications, looks }, models, createInlineExecutor(), {
      looking: (worlds) => void seen.push(worlds),
      results: (_, results) => void written.push(results.length),
    });
    return { seen, written, report };
  };

  test("ends with the first look that tells, and hands over what it has run", async () => {
    const { seen, written, report } = await looking([2, 4, 8], 7);
    expect([seen, written, report.replications]).toEqual([[2], [2, 2], [1, 2]]);
    expect(report.stresses[0]!.verdict).toBe("passes");
  });

  test("goes on to the last where nothing tells, and says what all its worlds say at once", async () => {
    const { plan, models } = planned(tiny, [NAMES.sick]);
    const replications = [1, 2, 3, 4];
    // Of one world alone there is no interval.
    const run = (looks?: readonly number[]) =>
      stress({ ...plan, replications, ...(looks && { looks }) }, models, createInlineExecutor());
    const [once, twice] = [await run([4]), await run([1, 4])];
    expect(twice.replications).toEqual(replications);
    const told = ({ stresses }: StressReport) =>
      stresses.map(({ promises, peak, path }) => [promises.map(({ share }) => share), peak.estimate, path]);
    expect(told(twice)).toEqual(told(once));
  });

  test("decides each look more strictly than it reports, so that all of them together are as sure as one", async () => {
    const { report } = await looking([2, 4, 8], 7);
    expect([report.confidence, report.decidedAt]).toEqual([0.95, 1 - 0.05 / 3]);
    // A target within the interval that decides, and below the one that is reported.
    const { plan, models } = planned(changed({ "promises.two days.within": "6 open hours" }), [NAMES.sick]);
    const runs = models.map((model) =>
      [1, 2, 3].map((replication) => runReplication(model, { seed: 7, replication, keep: "days" })),
    );
    const told = (target: number, decidedAt: number) => {
      const model = models[1]!;
      const promises = model.clinic.promises.map((promise) => ({ ...promise, target }));
      const held = { ...model, clinic: { ...model.clinic, promises } };
      const terms = { seed: 7, confidence: 0.95, decidedAt, recoverWithin: 28 };
      return measureStress(plan.stresses[0]!, held, runs[1]!, runs[0]!, terms).promises[0]!;
    };
    const { low } = told(0.9, 0.95).share;
    const [once, often] = [told(low - 1e-6, 0.95), told(low - 1e-6, 0.995)];
    expect(often.share).toEqual(once.share);
    expect([once.verdict, often.verdict]).toEqual(["passes", "cannot tell"]);
  });

  test("doubles its worlds, up to what it may", () => {
    expect(looksOf(30)).toEqual([30, 60, 120, 240]);
    expect(looksOf(30, 100)).toEqual([30, 60, 100]);
    expect(looksOf(30, 30)).toEqual([30]);
    expect(looksOf(30, 1000)).toEqual([30, 60, 120, 240, 480, 1000]);
  });
});

describe("a battery", () => {
  test("says which stresses do not apply, and why", () => {
    const { leftOut } = stressScenarios(drainingClinic());
    expect(leftOut).toEqual([
      { name: "results released at once", why: "no topic is about results or tests" },
    ]);
    const noNurse = changed({ "staff.nurse": null, "specialties.clinic.otherWork": {} });
    expect(stressScenarios(noNurse).leftOut.map(({ name }) => name)).toContain("sick call of a nurse");
  });

  test("begins on the Monday of an ordinary week, away from holidays", () => {
    const christmas = changed({ "run.start": "2025-12-01", "calendar.holidays": "CA-ON" });
    const sick = stressScenarios(christmas).stresses.find(({ name }) => name === NAMES.sick)!;
    expect(sick.from).toBe("2026-01-12");
  });

  test("leaves the days before a stress as they were, in every world", () => {
    const { plan, models } = planned(tiny);
    const worlds = (model: Model) =>
      [1, 2].map((replication) => runReplication(model, { seed: 7, replication, keep: "days" }).paths!);
    const base = worlds(models[0]!);
    plan.stresses.forEach(({ name, from }, i) => {
      // A closed date more gives what it takes to all days of the year alike.
      if (name === NAMES.weekend) return;
      const before = models[0]!.calendar.dayOfDate(from);
      worlds(models[i + 1]!).forEach(({ open }, world) => {
        expect([name, open.slice(0, before)]).toEqual([name, base[world]!.open.slice(0, before)]);
      });
    });
    expect(plan.stresses.length).toBeGreaterThan(7);
  });

  test("gives the same report again, and another id for another limit", async () => {
    const only = [NAMES.sick, NAMES.outage];
    expect(await reportOf(tiny, only)).toEqual(await reportOf(tiny, only));
    const ids = [28, 14].map((days) => stressId(planned(tiny, only, days).plan));
    expect(ids[0]).not.toBe(ids[1]);
  });

  test("has distinct names, the scenario's own among them", () => {
    const own = { [NAMES.outage]: { from: "2026-03-09", to: "2026-03-09", changes: {} } };
    const names = stressNames(drainingClinic({ stresses: own }));
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain(`${NAMES.outage}, the scenario's own`);
  });
});
