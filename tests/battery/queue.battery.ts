import { once } from "node:events";
import { rmSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createStream } from "../../src/random/index.ts";
import { newOut, tiny } from "../cli/clinicsim.ts";
import { ended, filesIn, pointsDone, QueueProcesses, sameIn } from "../cli/queue-processes.ts";
import { TestRedis, withRedis } from "../config/redis.ts";

const design = [
  ...["--vary", "specialties.clinic.demand.volume=60:90:1 per 100 portal patients per month"],
  ...["--vary", "policies.routing.type=own-physician,physician-pool"],
];
const POINTS = 62;
const sweep = (out: string) => [
  ...["sweep", tiny, "--set", "run.length=20 weeks", "--replications", "3", ...design],
  ...["--out", out, "--quiet"],
];
const ROUNDS = 5;
/** However busy the machine is: what has not come by then never will. */
const AT_LAST = { timeout: 900_000, interval: 20 };
/** One replication takes seconds, on any machine. */
const LONG = ["run", tiny, "--set", "run.length=500 weeks", "--set", "specialties.clinic.patients=2000"];

describe.skipIf(!withRedis)("a queue that everything happens to (needs redis-server)", () => {
  let redis: TestRedis;
  let processes: QueueProcesses;
  let whole: ReadonlyMap<string, string>;
  beforeAll(async () => {
    redis = await TestRedis.start();
    processes = new QueueProcesses(redis.url);
    const out = newOut();
    expect(await ended(processes.start(sweep(out)))).toMatchObject({ code: 0, err: "" });
    whole = sameIn(out);
    expect(whole.size).toBeGreaterThan(3);
  });
  afterEach(() => processes.killAll());
  afterAll(() => redis?.end());

  /** Until `work` is over, `act` again and again. */
  async function meanwhile<T>(work: Promise<T>, act: () => Promise<void>): Promise<T> {
    let isOver = false;
    const over = work.finally(() => {
      isOver = true;
    });
    while (!isOver) await Promise.race([over, act()]);
    return over;
  }

  test.each(Array.from({ length: ROUNDS }, (_, i) => i + 1))(
    "workers come and are killed at random moments: the bytes are those of one machine (round %i)",
    async (round) => {
      const stream = createStream(round, 0, "moments to kill workers at");
      const out = newOut();
      processes.worker();
      let kills = 0;
      const result = await meanwhile(ended(processes.submit(sweep(out))), async () => {
        const victim = processes.worker();
        await once(victim.stderr!, "data");
        await pause(600 * stream.uniform());
        victim.kill("SIGKILL");
        kills += 1;
      });
      expect(result).toMatchObject({ code: 0, out: "", err: "" });
      expect(sameIn(out)).toEqual(whole);
      expect(kills).toBeGreaterThan(0);
    },
  );

  test.each(Array.from({ length: ROUNDS }, (_, i) => i + 1))(
    "Redis is killed at random moments and comes back: nothing is lost or counted twice (round %i)",
    async (round) => {
      const stream = createStream(round, 0, "moments to kill Redis at");
      const out = newOut();
      // Whoever comes while Redis is away is told so, and does not wait.
      for (let i = 0; i < 2; i++) await once(processes.worker().stderr!, "data");
      let kills = 0;
      const result = await meanwhile(ended(processes.submit(sweep(out))), async () => {
        await pause(300 + 1500 * stream.uniform());
        // A submitter that finds no Redis when it comes says so and ends, as it should: this is about those that have begun.
        if (pointsDone(out) === 0 || pointsDone(out) === POINTS || kills === 3) return;
        kills += 1;
        await redis.kill();
        await pause(400 * stream.uniform());
        await redis.start();
      });
      expect(result, result.err).toMatchObject({ code: 0, out: "" });
      for (const line of result.err.split("\n").filter((each) => each !== ""))
        expect(line).toMatch(
          /^(Redis at redis:\S+ is (gone: waiting until it is back|back)|no worker .*|a worker is there: it goes on)$/,
        );
      expect(sameIn(out)).toEqual(whole);
      expect(kills).toBeGreaterThan(0);
    },
  );

  test.each(Array.from({ length: ROUNDS }, (_, i) => i + 1))(
    "the submitter is killed and goes on, again and again: no point that was done is lost (round %i)",
    async (round) => {
      const stream = createStream(round, 0, "moments to kill the submitter at");
      const out = newOut();
      for (let i = 0; i < 2; i++) processes.worker();
      let done = 0;
      for (let kills = 0; kills < 3 && done < POINTS; kills++) {
        const first = processes.submit(sweep(out));
        const killed = ended(first);
        const next = done + Math.floor(15 * stream.uniform());
        await expect.poll(() => pointsDone(out), AT_LAST).toBeGreaterThan(next);
        first.kill("SIGKILL");
        await killed;
        expect(pointsDone(out)).toBeGreaterThanOrEqual(done);
        done = pointsDone(out);
        rmSync(`${out}/.points`, { recursive: true, force: true });
      }
      expect(await ended(processes.submit(sweep(out)))).toMatchObject({ code: 0, err: "" });
      expect(sameIn(out)).toEqual(whole);
    },
  );

  test("Ctrl-C lets a worker finish what it has begun, and leave with exit code 0", async () => {
    const out = newOut();
    const leaving = processes.worker();
    const left = ended(leaving);
    const result = ended(processes.submit(sweep(out)));
    await expect.poll(() => pointsDone(out), AT_LAST).toBeGreaterThan(0);
    leaving.kill("SIGINT");
    const { code, err } = await left;
    expect(code).toBe(0);
    expect(err).toMatch(
      /leaving when what has been begun is done\nleft after \d+ replications? in \d+ batch(es)?\n$/,
    );
    processes.worker();
    expect(await result).toMatchObject({ code: 0, err: "" });
    expect(sameIn(out)).toEqual(whole);
  });

  test("a replication may take several times as long as a worker may be silent: nobody takes it for abandoned", async () => {
    const client = new Redis(redis.port);
    const out = newOut();
    for (let i = 0; i < 2; i++) processes.worker();
    const began = performance.now();
    const result = await ended(processes.submit([...LONG, "--replications", "1", "--out", out, "--quiet"]));
    expect(result).toMatchObject({ code: 0, err: "" });
    expect(performance.now() - began).toBeGreaterThan(3000);
    const [stream] = await client.keys("clinicsim:1-*:events");
    const events = (await client.xrevrange(stream!, "+", "-", "COUNT", 4)).map(([, fields]) => fields[1]);
    client.disconnect();
    expect(events).toContain("completed");
    expect(events).not.toContain("stalled");
  });

  test("a batch whose every worker is killed is given up, and the replication is named", async () => {
    const out = newOut();
    const result = await meanwhile(
      ended(processes.submit([...LONG, "--seed", "8", "--replications", "1", "--out", out])),
      async () => {
        const victim = processes.worker();
        await once(victim.stderr!, "data");
        await pause(1800);
        victim.kill("SIGKILL");
      },
    );
    expect(result.code).toBe(3);
    expect(result.err).toMatch(
      /no worker of the queue could do a replication: every worker that had it was gone before it was done\nto see why, here: {2}clinicsim run .* --replication 1\n$/,
    );
    expect(filesIn(out).size).toBe(0);
  });
});
