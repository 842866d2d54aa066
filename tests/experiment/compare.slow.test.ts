import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Comparison,
  type ComparisonRow,
  compare,
  createInlineExecutor,
  createPerformer,
  type Executor,
  ReplicationError,
} from "../../src/experiment/index.ts";
import { compile, type ReplicationResult, runReplication } from "../../src/model/index.ts";
import { countWins, meanInterval, pairedRatio } from "../../src/stats/index.ts";
import { allJobs } from "./all-jobs.ts";
import { changed, comparisonOf, placeOf, pretending, watched } from "./alternatives.ts";
import { tinyResults } from "./tiny-results.ts";

const COUNT = 10;
const SHARE = "promise_two_days_share";
const EVENINGS = "physician_after_hours_min_per_week";
const patches = {
  "second nurse": { "staff.nurse.count": 2 },
  "long days": { "staff.nurse.shifts": ["Mon-Fri 09:00-16:00"] },
};
const primary = [SHARE, "backlog_monday_open", "oldest_open_message_d"];
const { plan, models } = comparisonOf(patches, COUNT, { primary });
const comparison = await compare(plan, models, createInlineExecutor());
const rowOf = (of: Comparison, alternative: string, response: string): ComparisonRow =>
  of.alternatives.find(({ name }) => name === alternative)!.rows.find((row) => row.response === response)!;

const base = tinyResults(COUNT);
const nurses = (() => {
  const model = compile(changed(patches["second nurse"]).clinic, []);
  return base.map(({ replication }) => runReplication(model, { seed: 7, replication, keep: "responses" }));
})();
const column = (
  results: readonly ReplicationResult[],
  key: "values" | "numerators" | "denominators",
  name: string,
) => results.map((result) => result[key][placeOf(name)]!);

describe("a comparison", () => {
  test("runs every alternative in the same worlds", async () => {
    const { executor, jobs } = watched();
    await compare(plan, models, executor);
    const worlds = (scenario: string) =>
      jobs.filter((job) => job.scenario === scenario).map(({ seed, replication }) => [seed, replication]);
    for (const { scenario } of plan.alternatives) {
      expect(worlds(scenario)).toEqual(plan.replications.map((replication) => [7, replication]));
    }
    expect(jobs).toHaveLength(3 * COUNT);
  });

  test("takes the mean of paired differences with Student's interval", () => {
    const name = "backlog_friday_close";
    const own = column(nurses, "values", name);
    const other = column(base, "values", name);
    const { estimate, low, high, sd, n } = meanInterval(own.map((value, i) => value - other[i]!));
    const row = rowOf(comparison, "second nurse", name);
    expect(row).toMatchObject({ difference: estimate, sd, n });
    expect([row.low, row.high]).toEqual([expect.closeTo(low, 9), expect.closeTo(high, 9)]);
    expect(row).toMatchObject(countWins(own, other, "lower"));
    expect(row).not.toHaveProperty("joint");
  });

  test("takes the difference of ratios of totals for a share", () => {
    const terms = (results: readonly ReplicationResult[]) => ({
      numerators: column(results, "numerators", SHARE),
      denominators: column(results, "denominators", SHARE),
    });
    const { estimate, sd, varianceRatio } = pairedRatio(terms(nurses), terms(base));
    const row = rowOf(comparison, "second nurse", SHARE);
    expect(row).toMatchObject({ difference: estimate, sd, varianceRatio, primary: true });
    expect(row.own.estimate - row.base.estimate).toBeCloseTo(row.difference, 12);
  });

  test("gives what decides wider intervals, which hold together, and the others their own", () => {
    expect(comparison.primary).toEqual(primary);
    expect(comparison.jointConfidence).toBeGreaterThan(0.95);
    for (const { rows } of comparison.alternatives) {
      for (const { primary, joint, low, high, sd } of rows) {
        expect(joint !== undefined).toBe(primary);
        if (joint === undefined || sd === 0) continue;
        expect(joint.low).toBeLessThan(low);
        expect(joint.high).toBeGreaterThan(high);
      }
    }
  });

  test("does not depend on the order in which results come in, nor on who ran what", async () => {
    const perform = createPerformer();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.double({ noNaN: true }), { minLength: 3 * COUNT, maxLength: 3 * COUNT }),
        async (keys) => {
          const jumbled: Executor = {
            async run(jobs, onResult) {
              const order = (await allJobs(jobs))
                .map((job, i) => ({ job, key: keys[i]! }))
                .sort((a, b) => a.key - b.key);
              // Copies, as from another machine.
              for (const { job } of order) await onResult({ ...job }, structuredClone(perform(job)));
            },
          };
          expect(await compare(plan, models, jumbled)).toEqual(comparison);
        },
      ),
      { numRuns: 2 },
    );
  });

  test("hands on results alternative by alternative, in order of replication", async () => {
    const seen: [number, readonly number[]][] = [];
    await compare(plan, models, createInlineExecutor(), {
      results: (alternative, results) =>
        void seen.push([alternative, results.map(({ replication }) => replication)]),
    });
    expect(seen).toEqual([0, 1, 2].map((alternative) => [alternative, plan.replications]));
  });

  test("finds nothing between a clinic and itself, and runs it once", async () => {
    const itself = comparisonOf({ "no change": {}, "nor here": { "staff.nurse.count": 1 } }, 4);
    const { executor, jobs } = watched();
    const found = await compare(itself.plan, itself.models, executor);
    expect(jobs).toHaveLength(4);
    for (const { rows } of found.alternatives) {
      for (const row of rows.filter(({ difference }) => !Number.isNaN(difference))) {
        expect(row).toMatchObject({ difference: 0, conclusion: "same", wins: 0, losses: 0 });
      }
    }
  });

  test("of one world has differences and no intervals, and concludes nothing", async () => {
    const one = comparisonOf(patches, 1);
    const found = await compare(one.plan, one.models, createInlineExecutor());
    for (const { rows } of found.alternatives) {
      for (const row of rows) expect([row.low, row.high, row.conclusion]).toEqual([NaN, NaN, "unclear"]);
    }
    expect(rowOf(found, "second nurse", "paid_fte_nurse").difference).toBeGreaterThan(0);
    expect(found.cautions.map(({ code }) => code)).toContain("few-replications");
  });

  test("leaves out what not all alternatives have alike, and says so", async () => {
    const other = comparisonOf(
      {
        "dollars elsewhere": { "staff.nurse.costPerHour": "9 EUR", "staff.physician.costPerHour": "9 EUR" },
        "no promise": { "promises.two days": null },
      },
      3,
      { primary: [EVENINGS] },
    );
    const found = await compare(other.plan, other.models, createInlineExecutor());
    expect(found.leftOut).toContainEqual({ response: SHARE, having: ["as it is", "dollars elsewhere"] });
    expect(found.leftOut.map(({ response }) => response)).toContain("cost_per_week");
    const [first, second] = found.alternatives.map(({ rows }) => rows.map(({ response }) => response));
    expect(first).toEqual(second);
    expect(first).not.toContain(SHARE);
  });

  test("is told what makes it less than fair", async () => {
    const unfair = comparisonOf(
      {
        "another year": { "run.start": "2027-02-15" },
        "a weaker promise": { "promises.two days.within": "end of business day 5", "run.runOut": "2 weeks" },
      },
      3,
    );
    const { cautions } = await compare(unfair.plan, unfair.models, createInlineExecutor());
    expect(cautions.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["other-weeks", "other-promise"]),
    );
    expect(cautions[0]!.message).toContain("“another year”");
    expect(comparison.cautions.map(({ code }) => code)).not.toContain("other-weeks");
  });

  test("rejects with the replication that could not be run", async () => {
    const failing: Executor = { run: () => Promise.reject(new ReplicationError(7, 2, new Error("no"))) };
    await expect(compare(plan, models, failing)).rejects.toThrow(ReplicationError);
  });
});

describe("a response without end", () => {
  const P90 = "first_reply_p90_business_h";
  const two = comparisonOf(patches, 10, { primary: [P90, EVENINGS] });
  const scenarioOf = (name: string) => two.plan.alternatives.find((each) => each.name === name)!.scenario;
  /** Waits that grow by a little from world to world; in those alternatives and worlds nobody is answered. */
  const withoutEnd = (names: readonly string[], isEndless: (world: number) => boolean) =>
    pretending((result, job) => {
      const endless = names.some((name) => scenarioOf(name) === job.scenario) && isEndless(job.replication);
      const wait = (i: number) =>
        endless ? Infinity : i + ((job.replication * 7) % 10) + job.scenario.length * 1e-3;
      return {
        ...result,
        values: result.values.with(placeOf(P90), endless ? Infinity : job.replication),
        samples: {
          ...result.samples,
          first_reply_business_h: Float64Array.from({ length: 20 }, (_, i) => wait(i)),
        },
      };
    });

  test("with one side is surely worse, and surely better with the other", async () => {
    const worse = await compare(
      two.plan,
      two.models,
      withoutEnd(["second nurse"], () => true),
    );
    expect(rowOf(worse, "second nurse", P90)).toMatchObject({
      difference: Infinity,
      conclusion: "worse",
      losses: 10,
      endless: 10,
    });
    const better = await compare(
      two.plan,
      two.models,
      withoutEnd(["as it is"], () => true),
    );
    expect(rowOf(better, "second nurse", P90)).toMatchObject({
      difference: -Infinity,
      conclusion: "better",
      wins: 10,
    });
    expect(better.cautions[0]!.message).toMatch(/^first reply.* has no end in up to 10 of the worlds/);
  });

  test("with both has no difference, and one cannot tell", async () => {
    const both = await compare(
      two.plan,
      two.models,
      withoutEnd(["as it is", "second nurse"], () => true),
    );
    const row = rowOf(both, "second nurse", P90);
    expect(row).toMatchObject({ difference: NaN, conclusion: "unclear", ties: 10 });
    expect(row).not.toHaveProperty("more");
  });

  test("in some worlds leaves a difference whose interval may have no end, and is said", async () => {
    const some = await compare(
      two.plan,
      two.models,
      withoutEnd(["second nurse"], (world) => world <= 2),
    );
    const row = rowOf(some, "second nurse", P90);
    expect(row.endless).toBe(2);
    expect(row.joint!.high).toBe(Infinity);
    expect(some.cautions.map(({ code }) => code)).toContain("without-end");
  });
});

describe("conclusions", () => {
  /** Differences of the evenings from world to world; everything else is alike. */
  async function compared(
    differences: readonly number[],
    smallest?: { readonly amount: number; readonly relative: boolean },
  ): Promise<Comparison> {
    const one = comparisonOf({ "second nurse": patches["second nurse"] }, differences.length, {
      primary: [EVENINGS],
      smallestDifferences: smallest === undefined ? {} : { [EVENINGS]: smallest },
    });
    const executor = pretending((result, { scenario, replication }) => ({
      ...result,
      values: result.values.with(
        placeOf(EVENINGS),
        100 + (scenario === one.plan.alternatives[0]!.scenario ? 0 : differences[replication - 1]!),
      ),
    }));
    return compare(one.plan, one.models, executor);
  }
  const concluded = async (...asked: Parameters<typeof compared>) =>
    rowOf(await compared(...asked), "second nurse", EVENINGS);
  const around = (mean: number) => [-2, -1, -1, 0, 0, 0, 0, 1, 1, 2].map((each) => mean + each);
  const margin = { amount: 3, relative: false };

  test("call a difference for the better or the worse by what is better", async () => {
    expect(await concluded(around(-5))).toMatchObject({ conclusion: "better" });
    expect(await concluded(around(5))).toMatchObject({ conclusion: "worse" });
  });

  test("call one that is surely there but too small to matter no difference that matters", async () => {
    expect(await concluded(around(1.5))).toMatchObject({ conclusion: "worse" });
    expect(await concluded(around(1.5), margin)).toMatchObject({
      conclusion: "alike",
      smallestDifference: 3,
    });
    expect(await concluded(around(2.9), margin)).toMatchObject({ conclusion: "worse" });
  });

  test("take a smallest difference in per cent of the base", async () => {
    expect(await concluded(around(0), { amount: 0.03, relative: true })).toMatchObject({
      conclusion: "alike",
      smallestDifference: 3,
    });
  });

  test("say how many more worlds would tell, when they cannot", async () => {
    const unclear = await concluded(around(0.6));
    expect(unclear.conclusion).toBe("unclear");
    // (t + z)² sd² / difference², less the ten there are: (2.26 + 0.84)² × 1.33 / 0.36 − 10.
    expect(unclear.more).toBeGreaterThan(20);
    expect(unclear.more).toBeLessThan(32);
    expect(await concluded(around(0))).toMatchObject({ conclusion: "unclear", more: Infinity });
  });

  test("from skew differences are not relied on without a word, unless they would stand with far wider intervals", async () => {
    const skew = Array.from({ length: 30 }, (_, i) => (i === 0 ? 16 : 1) + 0.1 * (i % 3));
    const close = await compared(skew);
    expect(rowOf(close, "second nurse", EVENINGS).conclusion).toBe("worse");
    expect(close.cautions.map(({ code }) => code)).toContain("skew-differences");
    const far = await compared(skew.map((each) => each + 10));
    expect(far.cautions.map(({ code }) => code)).not.toContain("skew-differences");
    const even = await compared(Array.from({ length: 30 }, (_, i) => 0.5 + (i % 5) * 0.5));
    expect(even.cautions.map(({ code }) => code)).not.toContain("skew-differences");
  });

  test("need no interval where every world says the same", async () => {
    expect(await concluded(new Array<number>(6).fill(0))).toMatchObject({ conclusion: "same", ties: 6 });
    expect(await concluded(new Array<number>(6).fill(2))).toMatchObject({
      conclusion: "worse",
      low: 2,
      high: 2,
    });
  });
});
