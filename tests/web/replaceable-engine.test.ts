import { describe, expect, it } from "vitest";
import { Interrupted, type Job, type Outcome, type StopSignal } from "../../src/experiment/index.ts";
import type { Engine } from "../../src/web/desk/pool-executor.ts";
import { replaceableEngine } from "../../src/web/desk/replaceable-engine.ts";

const job = (replication: number) => ({ replication }) as unknown as Job;
const outcome = (words: string) => ({ words }) as unknown as Outcome;

/** An engine whose first job never ends, or ends when it is told to. */
function stuck() {
  let end = (_: Outcome) => {};
  const jobs: number[] = [];
  const engine: Engine = ({ replication }) => {
    jobs.push(replication);
    return jobs.length === 1
      ? new Promise((done) => {
          end = done;
        })
      : Promise.resolve(outcome(`first engine, ${replication}`));
  };
  return { engine, jobs, end: () => end(outcome("late")) };
}

describe("an engine that can be replaced", () => {
  it("is replaced where a job that was given up keeps it", async () => {
    const { engine } = stuck();
    let replaced = 0;
    const own = replaceableEngine(
      engine,
      async () => {
        replaced += 1;
        return async ({ replication }) => outcome(`second engine, ${replication}`);
      },
      5,
    );
    void own(job(1));
    expect(await own(job(2))).toEqual(outcome("second engine, 2"));
    expect(await own(job(3))).toEqual(outcome("second engine, 3"));
    expect(replaced).toBe(1);
  });

  it("is not replaced while it starts, however long that takes, and begins nothing that was given up by then", async () => {
    const { engine, jobs, end } = stuck();
    let started = (_: Engine) => {};
    const first = new Promise<Engine>((done) => {
      started = done;
    });
    const own = replaceableEngine(first, () => Promise.reject(new Error("replaced")), 1);
    const given = own(job(1), { aborted: true } as StopSignal);
    const next = own(job(2));
    given.catch(() => {});
    await new Promise((wake) => setTimeout(wake, 30));
    started(engine);
    await expect(given).rejects.toThrow(Interrupted);
    end();
    await new Promise((wake) => setTimeout(wake));
    end();
    expect(await next).toEqual(outcome("late"));
    expect(jobs).toEqual([2]);
  });

  it("goes on with its engine where that becomes free in time", async () => {
    const { engine, end } = stuck();
    const own = replaceableEngine(engine, () => Promise.reject(new Error("replaced")), 60_000);
    void own(job(1));
    const next = own(job(2));
    await new Promise((wake) => setTimeout(wake));
    end();
    expect(await next).toEqual(outcome("first engine, 2"));
  });

  it("does not begin what was given up while it waited, and is replaced once for several", async () => {
    const { engine, jobs } = stuck();
    let replaced = 0;
    const begun: number[] = [];
    const own = replaceableEngine(
      engine,
      async () => {
        replaced += 1;
        return async ({ replication }) => {
          begun.push(replication);
          return outcome(String(replication));
        };
      },
      5,
    );
    const signal = { aborted: false, addEventListener() {}, removeEventListener() {} };
    void own(job(1));
    const second = own(job(2), signal);
    const third = own(job(3));
    signal.aborted = true;
    await expect(second).rejects.toBeInstanceOf(Interrupted);
    expect(await third).toEqual(outcome("3"));
    expect([jobs, begun, replaced]).toEqual([[1], [3], 1]);
  });
});
