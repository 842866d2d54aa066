import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../../../src/errors.ts";
import {
  buildDesign,
  checkPoints,
  createInlineExecutor,
  createPerformer,
  type Executor,
  Interrupted,
  type Job,
  PointError,
  type PointRecord,
  type PointResult,
  type PointStore,
  parseDerive,
  parseVary,
  pointPreparer,
  ReplicationError,
  runPoints,
} from "../../../src/experiment/index.ts";
import type { ReplicationResult } from "../../../src/model/index.ts";
import { patchScenario } from "../../../src/scenario/index.ts";
import { tiny } from "../tiny-results.ts";

const clock = async () => ({ atStart: 0, changes: [] });
const designOf = (vary: readonly string[], derive: readonly string[] = []) =>
  buildDesign({ factors: vary.map((text) => parseVary(text, () => undefined)) }, derive.map(parseDerive), {});

function memoryStore(known: readonly PointResult[] = []) {
  const results = new Map(known.map((result) => [result.id, result]));
  const kept: PointRecord[] = [];
  const store: PointStore = {
    find: async (id) => results.get(id),
    keep: async (record) => void kept.push(record),
    remember: async (result) => void results.set(result.id, result),
  };
  return { store, kept, results };
}

const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1);

/** Answers a job at once, with its replication and the length of its scenario. */
const answer = ({ replication, scenario }: Job) =>
  ({ replication, values: Float64Array.of(replication, scenario.length) }) as unknown as ReplicationResult;

/** Holds up to `most` jobs, and gives back one of them, chosen by `keys`, whenever it cannot take more. */
function jumbling(keys: readonly number[], most: number, seen: Job[] = []): Executor {
  return {
    async run(jobs, onResult) {
      const held: Job[] = [];
      let turn = 0;
      const giveOne = async () => {
        const [job] = held.splice(keys[turn++ % keys.length]! % held.length, 1);
        await onResult(job!, answer(job!));
      };
      for await (const job of jobs) {
        seen.push(job);
        held.push(job);
        if (held.length >= most) await giveOne();
      }
      while (held.length > 0) await giveOne();
    },
  };
}

describe("points of a design", () => {
  test("have the results that the same change has alone", async () => {
    const design = designOf(["staff.nurse.count=1..2", "specialties.clinic.patients=80,100"]);
    const prepare = pointPreparer(tiny, design, "engine", clock);
    const { store, kept } = memoryStore();
    await runPoints(upTo(4), prepare, createInlineExecutor(), store, { replications: 12 });
    expect(kept.map(({ point, levels }) => [point, levels])).toEqual([
      [1, [1, 80]],
      [2, [1, 100]],
      [3, [2, 80]],
      [4, [2, 100]],
    ]);
    const alone = patchScenario(tiny, { "staff.nurse.count": 2, "specialties.clinic.patients": 80 })
      .scenario!;
    const perform = createPerformer();
    const job = {
      engine: "engine",
      scenario: alone.canonicalText,
      offsets: await clock(),
      seed: 7,
      keep: "responses",
    } as const;
    expect(kept[2]!.values).toEqual([1, 2, 3].map((replication) => perform({ ...job, replication }).values));
    expect(kept[2]!.responses.map(({ name }) => name)).toContain("first_reply_p90_business_h");
    expect(kept[2]!.scenario).toBe("A tiny clinic");
  });

  test("are all kept, each with its own results, whatever the order in which replications end", async () => {
    const design = designOf(["specialties.clinic.patients=9..12,100..104"]);
    const prepare = pointPreparer(tiny, design, "engine", clock);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 30 }),
        async (keys, most) => {
          const { store, kept } = memoryStore();
          await runPoints(upTo(9), prepare, jumbling(keys, most), store, { replications: 27 });
          expect(kept.map(({ point }) => point).sort((a, b) => a - b)).toEqual(upTo(9));
          for (const { point, values } of kept) {
            const { length } = (await prepare(point)).plan.scenario;
            expect(values).toEqual([1, 2, 3].map((r) => Float64Array.of(r, length)));
          }
        },
      ),
      { numRuns: 8 },
    );
  });

  test("are computed once where they are equal, and not at all where the result is known", async () => {
    const twice = designOf(["specialties.clinic.patients=10,11", "promises={}"]);
    const same = { ...twice, size: 6, levels: (point: number) => twice.levels(1 + (point % 2)) };
    const prepare = pointPreparer(tiny, same, "engine", clock);
    for (const most of [1, 2, 30]) {
      const [seen, { store, kept, results }] = [[] as Job[], memoryStore()];
      const computed: number[] = [];
      const note = (point: number, _: number, isNew: boolean) => void (isNew && computed.push(point));
      await runPoints(upTo(6), prepare, jumbling([1, 5, 2], most, seen), store, {
        replications: 18,
        kept: note,
      });
      expect(seen).toHaveLength(2 * 3);
      expect(new Set(kept.map(({ point }) => point))).toEqual(new Set(upTo(6)));
      expect(computed).toHaveLength(2);
      const again = memoryStore([...results.values()]);
      await runPoints(upTo(6), prepare, jumbling([0], 1, seen), again.store, { replications: 18 });
      expect(seen).toHaveLength(2 * 3);
      expect(again.kept.map(({ point }) => point)).toEqual(upTo(6));
    }
  });

  test("are prepared when their turn comes, and not before", async () => {
    const design = designOf(["specialties.clinic.patients=1..200"]);
    let prepared = 0;
    let kept = 0;
    let most = 0;
    const real = pointPreparer(tiny, design, "engine", clock);
    const store: PointStore = {
      find: async () => undefined,
      remember: async () => {},
      keep: async () => {
        kept += 1;
      },
    };
    const prepare = async (point: number) => {
      prepared += 1;
      most = Math.max(most, prepared - kept);
      return real(point);
    };
    await runPoints(upTo(60), prepare, jumbling([3, 1, 4], 6), store, { replications: 180 });
    expect([prepared, kept]).toEqual([60, 60]);
    expect(most).toBeLessThan(8);
  });

  test("that fail are named, with their levels", async () => {
    const design = designOf(["specialties.clinic.patients=10..14"]);
    const prepare = pointPreparer(tiny, design, "engine", clock);
    const third = (await prepare(3)).plan.scenario;
    const executor = createInlineExecutor({
      perform: (job) => {
        if (job.scenario === third && job.replication === 2)
          throw new ReplicationError(7, 2, new Error("no"), job.scenario);
        return answer(job);
      },
    });
    const { store, kept } = memoryStore();
    const error = await runPoints(upTo(5), prepare, executor, store, { replications: 15 }).catch(
      (e: unknown) => e,
    );
    expect(error).toBeInstanceOf(PointError);
    expect(error).toMatchObject({ point: 3, levels: [12], cause: { seed: 7, replication: 2 } });
    expect(kept.map(({ point }) => point)).toEqual([1, 2]);
  });
});

describe("a check of points", () => {
  const check = (vary: readonly string[], derive: readonly string[] = []) => {
    const design = designOf(vary, derive);
    return checkPoints(design, upTo(design.size), pointPreparer(tiny, design, "engine", clock));
  };

  test("counts the replications that they ask for", async () => {
    expect(await check(["staff.nurse.count=1..2"])).toBe(6);
    expect(await check(["run.replications=1,5"])).toBe(6);
  });

  test("tells every kind of fault once, with the first point that has it and how many others do", async () => {
    const error = await check(["staff.nurse.count=1,1.5,2.5", "staff.nurs.count=1,2"]).catch(
      (e: unknown) => e,
    );
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).issues.map(({ path, message, hint }) => [path, message, hint])).toEqual([
      [
        "staff.nurs.count",
        'point 1 of 6 (staff.nurse.count = 1, staff.nurs.count = 1): "staff" has no "nurs"; so have 5 other points',
        'did you mean "nurse"?',
      ],
      [
        "staff.nurse.count",
        "point 3 of 6 (staff.nurse.count = 1.5, staff.nurs.count = 1): 1.5 is not a whole number; so have 3 other points",
        undefined,
      ],
    ]);
  });

  test("stops when it is told to", async () => {
    const design = designOf(["staff.nurse.count=1..5"]);
    const stop = new AbortController();
    const prepare = pointPreparer(tiny, design, "engine", clock);
    const checking = checkPoints(design, upTo(5), prepare, {
      signal: stop.signal,
      checked: (point) => point === 2 && stop.abort(),
    });
    await expect(checking).rejects.toBeInstanceOf(Interrupted);
  });
});
