import { describe, expect, test } from "vitest";
import { type Job, jobId, jobsOf, type Plan, planId } from "../../src/experiment/index.ts";

const plan: Plan = {
  engine: "engine-1",
  scenario: '{"name":"x"}',
  offsets: { atStart: -300, changes: [{ at: 100, jump: 60 }] },
  seed: 1,
  replications: [1, 2, 3],
  keep: "responses",
};
const [job] = jobsOf(plan) as readonly [Job];

describe("a job", () => {
  test("is known by its content: every part of it, and nothing else", () => {
    const others: Partial<Job>[] = [
      { engine: "engine-2" },
      { scenario: '{"name":"y"}' },
      { offsets: { atStart: 0, changes: [{ at: 100, jump: 60 }] } },
      { offsets: { atStart: -300, changes: [{ at: 101, jump: 60 }] } },
      { offsets: { atStart: -300, changes: [{ at: 100, jump: -60 }] } },
      { seed: 2 },
      { replication: 2 },
      { keep: "full" },
    ];
    const ids = [job, ...others.map((other) => ({ ...job, ...other }))].map(jobId);
    expect(new Set(ids).size).toBe(others.length + 1);
    expect(jobId(structuredClone(job))).toBe(jobId(job));
    const { keep, offsets, ...rest } = job;
    expect(jobId({ keep, ...rest, offsets: { changes: offsets.changes, atStart: -300 } })).toBe(jobId(job));
  });

  test("keeps its id from release to release", () => {
    expect(jobId(job)).toMatchInlineSnapshot(
      `"e8a74b1db81bd8de1fd165054cc959888e50308affebbe321c8bf5f0be8a9f7c"`,
    );
    expect(planId(plan)).toMatchInlineSnapshot(
      `"d156430800ab6b0d19fb4e9c7b7164fd8336a03b417c42d11f603b545185c14b"`,
    );
  });
});

describe("a plan", () => {
  test("has one job per replication, in order", () => {
    expect(jobsOf(plan).map(({ replication }) => replication)).toEqual([1, 2, 3]);
    expect(jobsOf(plan).every(({ seed, scenario }) => seed === 1 && scenario === plan.scenario)).toBe(true);
  });

  test("is another with other replications", () => {
    expect(planId({ ...plan, replications: [1, 2] })).not.toBe(planId(plan));
  });

  test("is another with a precision to reach, and with any part of that another again", () => {
    const precision = { response: "wait_h", halfWidth: 0.05, relative: true };
    const until = { precisions: [precision], atLeast: 10, atMost: 100, lookAhead: 5 };
    const others = [
      { ...until, atLeast: 11 },
      { ...until, atMost: 101 },
      { ...until, lookAhead: 4 },
      { ...until, precisions: [{ ...precision, response: "wait_d" }] },
      { ...until, precisions: [{ ...precision, halfWidth: 0.06 }] },
      { ...until, precisions: [{ ...precision, relative: false }] },
      { ...until, precisions: [precision, precision] },
    ];
    const ids = [until, ...others].map((each) => planId({ ...plan, until: each }));
    expect(new Set([planId(plan), ...ids]).size).toBe(others.length + 2);
    expect(jobsOf({ ...plan, until })).toEqual(jobsOf(plan));
  });
});
