import { describe, expect, test } from "vitest";
import { compare, type SelectionTerms } from "../../src/experiment/index.ts";
import { createStream, normalQuantile } from "../../src/random/index.ts";
import { comparisonOf, placeOf, pretending, watched } from "./alternatives.ts";

const BACKLOG = "backlog_monday_open";
const patches = {
  a: { "staff.nurse.count": 2 },
  b: { "staff.nurse.count": 3 },
  c: { "staff.nurse.count": 4 },
};
const terms: SelectionTerms = { response: BACKLOG, indifference: 1, probability: 0.95, atMost: 1000 };

/** The alternatives' backlogs: these means, and the noise of each world, mostly common to all. */
function worlds(means: readonly number[], more: Partial<SelectionTerms> = {}, noise = normal) {
  const { plan, models } = comparisonOf(patches, 12, {
    primary: [BACKLOG],
    selection: { ...terms, ...more },
  });
  const watch = watched(
    pretending((result, { scenario, replication }) => {
      const which = plan.alternatives.findIndex((each) => each.scenario === scenario);
      const value = means[which]! + 20 + noise(replication, "all") + 0.5 * noise(replication, `${which}`);
      return { ...result, values: result.values.with(placeOf(BACKLOG), value) };
    }),
  );
  return { plan, models, ...watch };
}

function normal(world: number, name: string): number {
  return 4 * normalQuantile(createStream(3, world, name).open());
}

describe("a selection", () => {
  test("finds the best and spends further worlds only on those that may be it, all in the same ones", async () => {
    const { plan, models, executor, jobs } = worlds([0, -2, 30, -1]);
    const { selection, base } = await compare(plan, models, executor);
    expect(selection!.left).toEqual(["a"]);
    expect(base).toBe("as it is");
    const spent = Object.fromEntries(selection!.spent.map(({ name, replications }) => [name, replications]));
    expect(spent.b).toBe(12);
    expect(spent.a).toBeGreaterThan(20);
    plan.alternatives.forEach(({ name, scenario }) => {
      const run = jobs.filter((job) => job.scenario === scenario).map(({ replication }) => replication);
      expect(run).toEqual(Array.from({ length: spent[name]! }, (_, i) => i + 1));
    });
    expect(selection).not.toHaveProperty("why");
  });

  test("leaves the comparison as it is without one", async () => {
    const { plan, models, executor } = worlds([0, -2, 30, -1]);
    const { selection: _, ...rest } = await compare(plan, models, executor);
    const { selection: _terms, ...alone } = plan;
    expect(await compare(alone, models, executor)).toEqual(rest);
  });

  test("hands on what it runs, and says beforehand how much", async () => {
    const { plan, models, executor } = worlds([0, -2, 30, -1]);
    let announced = 0;
    const rows = new Map<number, number[]>();
    const { selection } = await compare(plan, models, executor, {
      growing: (count) => {
        announced += count;
      },
      results: (alternative, results) => {
        rows.set(alternative, [...(rows.get(alternative) ?? []), ...results.map((each) => each.replication)]);
      },
    });
    const further = selection!.spent.reduce((sum, { replications }) => sum + replications - 12, 0);
    expect(announced).toBe(further);
    selection!.spent.forEach(({ replications }, i) => {
      expect(rows.get(i)).toEqual(Array.from({ length: replications }, (_, world) => world + 1));
    });
  });

  test("gives up in time, and says between whom", async () => {
    const { plan, models, executor } = worlds([0, -2, 30, -1.9], { indifference: 0.01, atMost: 40 });
    const { selection } = await compare(plan, models, executor);
    expect(selection!.left).toContain("a");
    expect(selection!.left.length).toBeGreaterThan(1);
    expect(selection!.why).toMatch(
      /^it was to end after 40 replications of each, and [\d]+ could be needed$/,
    );
    expect(Math.max(...selection!.spent.map(({ replications }) => replications))).toBe(40);
  });

  test("needs means, and says whose response has none", async () => {
    const endless = (world: number, name: string) =>
      world === 5 && name === "2" ? Infinity : normal(world, name);
    const { plan, models, executor } = worlds([0, -2, 30, -1], {}, endless);
    const { selection } = await compare(plan, models, executor);
    expect(selection!.left).toHaveLength(4);
    expect(selection!.why).toContain("in some world of “b” it has no end");
    const later = (world: number, name: string) =>
      world === 15 && name === "1" ? Infinity : normal(world, name);
    const other = worlds([0, -2, 30, -1], {}, later);
    expect((await compare(other.plan, other.models, other.executor)).selection!.why).toContain("“a”");
  });

  test("of skew differences is not relied on without a word", async () => {
    const skew = (world: number, name: string) =>
      name === "all" ? 0 : world % 12 === 3 ? 40 : 0.1 * normal(world, name);
    const { plan, models, executor } = worlds([0, -0.2, 30, -0.1], { atMost: 100 }, (world, name) =>
      name === "1" ? skew(world, name) : normal(world, name),
    );
    const { selection } = await compare(plan, models, executor);
    expect(selection!.why).toBeDefined();
  });
});
