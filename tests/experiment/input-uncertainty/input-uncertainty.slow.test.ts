import { describe, expect, test } from "vitest";
import {
  checkDraws,
  drawPreparer,
  type Executor,
  inputUncertainty,
  type Job,
  type UncertaintyPlan,
  uncertainInputs,
  uncertaintyId,
} from "../../../src/experiment/index.ts";
import { compile, type ReplicationResult, responseDefinitions } from "../../../src/model/index.ts";
import { createStream, normalQuantile } from "../../../src/random/index.ts";
import type { JsonObject, Patch } from "../../../src/scenario/index.ts";
import { changed, placeOf, pretending } from "../alternatives.ts";
import { tinyModel } from "../tiny-results.ts";

const evidence = (ranges: JsonObject): Patch => ({
  evidence: Object.fromEntries(
    Object.entries(ranges).map(([path, range]) => [
      path,
      { grade: "assumed", why: "a guess", range, shape: "uniform" },
    ]),
  ),
});
const clock = async () => ({ atStart: 0, changes: [] });

/** Draws of `ranges` for the tiny clinic and changes to it. */
async function uncertain(
  ranges: JsonObject,
  patches: Readonly<Record<string, Patch>>,
  executor: Executor,
  {
    draws = 40,
    inner = 2,
    more = {},
  }: { draws?: number; inner?: number; more?: Partial<UncertaintyPlan> } = {},
) {
  const known = evidence(ranges);
  const scenarios = [{}, ...Object.values(patches)].map((patch) => changed({ ...known, ...patch }));
  const inputs = uncertainInputs(scenarios[0]!);
  const plan: UncertaintyPlan = {
    engine: "engine",
    seed: 7,
    draws,
    inner,
    inputs: inputs.inputs,
    alternatives: ["as it is", ...Object.keys(patches)].map((name, i) => ({
      name,
      scenario: scenarios[i]!.canonicalText,
      offsets: { atStart: 0, changes: [] },
    })),
    primary: [],
    smallestDifferences: {},
    ...more,
  };
  const preparer = drawPreparer(scenarios, inputs, plan.seed, clock);
  const checked = await checkDraws(preparer, draws);
  const models = scenarios.map((scenario) => compile(scenario.clinic, []));
  const result = await inputUncertainty(plan, models, checked, preparer, executor);
  return { result, plan, preparer, checked };
}

const definitions = responseDefinitions(tinyModel);
const [mean, ratio] = (["mean", "ratio"] as const).map(
  (type) => definitions.find(({ estimand }) => estimand.type === type)!.name,
) as [string, string];
const noiseOf = (replication: number, name: string) =>
  normalQuantile(createStream(99, replication, name).open());
const speedOf = ({ scenario }: Job) =>
  (JSON.parse(scenario) as { staff: { nurse: { speed: number } } }).staff.nurse.speed;

/** Answers a mean of 1,000 + 100 × the nurse's speed and a ratio of 0.4 × it, both with noise that is the world's own. */
const linear = (sd: number) =>
  pretending((result, job) => {
    const { replication } = job;
    const values = Float64Array.from(result.values);
    const numerators = Float64Array.from(result.numerators);
    const denominators = Float64Array.from(result.denominators);
    values[placeOf(mean)] = 1000 + 100 * speedOf(job) + sd * noiseOf(replication, "mean");
    denominators[placeOf(ratio)] = 100 + 20 * noiseOf(replication, "many");
    numerators[placeOf(ratio)] =
      denominators[placeOf(ratio)]! * 0.4 * speedOf(job) + sd * noiseOf(replication, "ratio");
    return { ...result, values, numerators, denominators };
  });
const rowOf = <Row extends { readonly response: string }>(rows: readonly Row[], name: string): Row =>
  rows.find(({ response }) => response === name)!;

const SPEED = { "staff.nurse.speed": [0.7, 1.4] };
/** Standard deviation of 100 × the speed. */
const SD = 70 / Math.sqrt(12);

describe("a run whose inputs are not known for sure", () => {
  test("tells what the inputs do from what chance does, in a linear model of which both are known", async () => {
    const { result } = await uncertain(SPEED, {}, linear(15), { draws: 120 });
    const row = rowOf(result.alternatives[0]!.rows, mean);
    // Standard errors are a twentieth of the first, and a sixteenth of the second.
    expect(Math.abs(row.sdBetween / SD - 1)).toBeLessThan(0.2);
    expect(Math.abs(row.sdWithin / 15 - 1)).toBeLessThan(0.2);
    expect(Math.abs(row.estimate - 1105)).toBeLessThan(8);
    expect(row.share).toBeCloseTo(SD ** 2 / (SD ** 2 + 15 ** 2 / 240), 2);
    // 95 % of a uniform from 1,070 to 1,140.
    expect(Math.abs(row.low - 1071.75)).toBeLessThan(12);
    expect(Math.abs(row.high - 1138.25)).toBeLessThan(12);
    const part = rowOf(result.alternatives[0]!.rows, ratio);
    expect(Math.abs(part.estimate - 0.42)).toBeLessThan(0.03);
    expect(Math.abs(part.sdBetween / (0.004 * SD) - 1)).toBeLessThan(0.4);
    expect(Math.abs(part.sdWithin / 0.15 - 1)).toBeLessThan(0.2);
  });

  test("is all inputs without noise, and next to no inputs where they do nothing", async () => {
    const quiet = await uncertain(SPEED, {}, linear(0));
    expect(rowOf(quiet.result.alternatives[0]!.rows, mean)).toMatchObject({ share: 1, sdWithin: 0 });
    const idle = await uncertain({ "specialties.clinic.patients": [99, 101] }, {}, linear(5), { draws: 100 });
    const row = rowOf(idle.result.alternatives[0]!.rows, mean);
    expect(row.sdBetween).toBeLessThan(2.5);
    expect(row.high - row.low).toBeLessThan(12);
    expect(row.chance.high - row.chance.low).toBeCloseTo((2 * 1.984 * row.sdWithin) / Math.sqrt(200), 2);
  });

  test("takes each draw from the seed and its number alone, in worlds that no other draw has", async () => {
    const seen: Job[] = [];
    const watching = pretending((result, job) => {
      seen.push(job);
      return result;
    });
    const { preparer } = await uncertain(SPEED, { faster: { "staff.physician.speed": 1.2 } }, watching);
    expect(seen).toHaveLength(40 * 2 * 2);
    const speeds = [...new Set(seen.map(speedOf))];
    expect(speeds).toHaveLength(40);
    const numbers = speeds.map((speed) =>
      seen.filter((job) => speedOf(job) === speed).map(({ replication }) => replication),
    );
    for (const own of numbers) expect(own.slice(0, 2)).toEqual(own.slice(2));
    expect(new Set(numbers.flat()).size).toBe(80);
    const more = await uncertain(SPEED, {}, linear(1), { draws: 45 });
    for (const draw of [1, 17, 40]) {
      expect((await more.preparer.prepare(draw)).values).toEqual((await preparer.prepare(draw)).values);
    }
  });

  test("gives the same from results that come in any order", async () => {
    const straight = await uncertain(SPEED, {}, linear(3));
    const backwards: Executor = {
      run: (jobs, onResult, signal) => {
        const results: [Job, ReplicationResult][] = [];
        const collect = linear(3).run(jobs, (job, result) => void results.push([job, result]), signal);
        return collect.then(async () => {
          for (const [job, result] of results.reverse()) await onResult(job, result);
        });
      },
    };
    expect((await uncertain(SPEED, {}, backwards)).result).toEqual(straight.result);
  });
});

describe("a comparison whose inputs are not known for sure", () => {
  const faster = { "staff.physician.speed": 1.2 };
  const physicianOf = ({ scenario }: Job) =>
    (JSON.parse(scenario) as { staff: { physician: { speed: number } } }).staff.physician;
  const bonus = (size: number, sd = 0) =>
    pretending((result, job) => {
      const values = Float64Array.from(result.values);
      const own = physicianOf(job).speed > 1 ? size + sd * noiseOf(job.replication, "bonus") : 0;
      values[placeOf(mean)] = 1000 + 100 * speedOf(job) + own + 9 * noiseOf(job.replication, "mean");
      return { ...result, values };
    });

  test("meets the same inputs and worlds on both sides: what both have is not in the difference", async () => {
    const { result } = await uncertain(SPEED, { faster }, bonus(3));
    const [, own] = result.alternatives;
    const row = rowOf(own!.differences, mean);
    for (const end of [row.estimate, row.low, row.high]) expect(end).toBeCloseTo(3, 9);
    expect(row.wins + row.losses).toBe(40);
    expect(rowOf(own!.rows, mean).sdBetween).toBeGreaterThan(15);
  });

  test("says in how many draws it is better, and does not call better what depends on the inputs", async () => {
    const worlds = pretending((result, job) => {
      const values = Float64Array.from(result.values);
      const isFaster = physicianOf(job).speed > 1;
      values[placeOf(mean)] = isFaster ? 100 * (speedOf(job) - 1.1) : 0;
      return { ...result, values };
    });
    const { result } = await uncertain(SPEED, { faster }, worlds, { draws: 100 });
    const row = rowOf(result.alternatives[1]!.differences, mean);
    expect(row.conclusion).toBe("unclear");
    // The speed is above 1.1 with a probability of 3/7.
    const higher = row.better === "lower" ? row.losses : row.wins;
    expect(Math.abs(higher / 100 - 3 / 7)).toBeLessThan(0.15);
  });

  test("lets an alternative keep what it sets itself, and says which inputs those are", async () => {
    const own = { "staff.nurse.speed": 1.3 };
    const speeds = new Map<string, Set<number>>();
    const watching = pretending((result, job) => {
      const { nurse } = (JSON.parse(job.scenario) as { staff: { nurse: { speed: number; count: number } } })
        .staff;
      const key = `${nurse.count}`;
      speeds.set(key, (speeds.get(key) ?? new Set()).add(nurse.speed));
      return result;
    });
    const { result } = await uncertain(SPEED, { own: { ...own, "staff.nurse.count": 2 } }, watching);
    expect(speeds.get("1")!.size).toBe(40);
    expect([...speeds.get("2")!]).toEqual([1.3]);
    expect(result.alternatives.map(({ fixed }) => fixed)).toEqual([[], ["staff.nurse.speed"]]);
  });

  test("is named by all that it depends on", async () => {
    const { plan } = await uncertain(SPEED, { faster }, linear(1));
    const ids = [
      plan,
      { ...plan, draws: 41 },
      { ...plan, inner: 3 },
      { ...plan, seed: 8 },
      { ...plan, inputs: [] },
      { ...plan, primary: [mean] },
    ].map(uncertaintyId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(uncertaintyId(structuredClone(plan))).toBe(ids[0]);
  });
});

describe("draws that cannot be", () => {
  test("are told before any is run", async () => {
    const { result, checked } = await uncertain(
      {
        "specialties.clinic.demand.volume": [
          "20 per 100 portal patients per month",
          "4000 per 100 portal patients per month",
        ],
      },
      {},
      linear(1),
    );
    expect(checked.overloaded).toBeGreaterThan(13);
    expect(result.cautions.map(({ code }) => code)).toContain("overload");
  });
});
