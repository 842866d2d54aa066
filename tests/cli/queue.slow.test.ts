import { existsSync, readFileSync } from "node:fs";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TestRedis, withRedis } from "../config/redis.ts";
import { clinicsim, file, newOut, tiny } from "./clinicsim.ts";
import { ended, filesIn, QueueProcesses, sameIn } from "./queue-processes.ts";
import { tinyScenario } from "./tiny-scenario.ts";

const PASSWORD = "planted-5ecret";
/** What a slow machine may be told while the worker starts. */
const WAITING = /^(no worker that can do this|a worker is there).*\n/gm;
const unsure = file(
  "unsure.json",
  tinyScenario.replace(
    /\}\s*$/,
    `, "evidence": { "specialties.clinic.patients": { "grade": "assumed", "why": "a guess", "range": [60, 140] } } }`,
  ),
);
const design = ["--vary", "specialties.clinic.demand.volume=60:90:5 per 100 portal patients per month"];

describe("--queue", () => {
  test("that cannot be used is refused without a word of what it was", async () => {
    for (const verb of [["run", tiny], ["sweep", tiny, ...design], ["compare", tiny], ["worker"]]) {
      const { code, out, err } = await clinicsim([...verb, "--queue", `redis:/:${PASSWORD}@host`]);
      expect([code, out]).toEqual([2, ""]);
      expect(err).toContain("--queue: must be the address of a Redis server");
      expect(err).not.toContain(PASSWORD);
    }
    const mistyped = await clinicsim(["run", tiny, `--queu=redis://:${PASSWORD}@host`]);
    expect(mistyped.code).toBe(2);
    expect(mistyped.err).not.toContain(PASSWORD);
    const misplaced = await clinicsim(["run", `redis://:${PASSWORD} with spaces@host`]);
    expect(misplaced.code).toBe(2);
    expect(misplaced.err).toContain("there is no file redis://host");
  });

  test("that nobody answers at is refused at once, without its password", async () => {
    const nobody = `redis://:${PASSWORD}@127.0.0.1:1/3`;
    const verbs = [
      ["run", tiny],
      ["compare", tiny, unsure],
      ["sweep", tiny, ...design],
      ["sensitivity", unsure],
      ["run", unsure, "--input-uncertainty", "--draws", "40"],
      ["compare", unsure, tiny, "--input-uncertainty", "--draws", "40"],
    ].map((verb) => [...verb, "--quiet", "--out", newOut()]);
    for (const verb of [...verbs, ["worker"]]) {
      const { code, err } = await clinicsim([...verb, "--queue", nobody]);
      expect(code).toBe(2);
      expect(err).toContain("no Redis can be used at redis://127.0.0.1:1/3: the connection is refused");
      expect(err).not.toContain(PASSWORD);
    }
  });

  test("leaves no threads to have a number of", async () => {
    const { code, err } = await clinicsim(["run", tiny, "--queue", "redis://127.0.0.1:1", "--jobs", "2"]);
    expect(code).toBe(2);
    expect(err).toContain("--jobs: is about threads of this process");
    expect(err).toContain("each worker says by its own --jobs");
  });

  test("is needed by a worker", async () => {
    const { code, err } = await clinicsim(["worker"]);
    expect(code).toBe(2);
    expect(err).toContain("--queue: says where work comes from, and is needed");
  });
});

describe.skipIf(!withRedis)("a queue across processes (needs redis-server)", () => {
  let redis: TestRedis;
  let processes: QueueProcesses;
  beforeAll(async () => {
    redis = await TestRedis.start("--requirepass", PASSWORD);
    processes = new QueueProcesses(redis.url.replace("//", `//:${PASSWORD}@`));
  });
  afterAll(async () => {
    processes?.killAll();
    await redis?.end();
  });

  test("a worker may be killed with work in its hands: the sweep has the bytes of one machine", async () => {
    const sweep = (out: string) => ["sweep", tiny, ...design, "--out", out, "--quiet"];
    const [here, there] = [newOut(), newOut()];
    const alone = clinicsim([...sweep(here), "--jobs", "1"]);
    const result = ended(processes.submit(sweep(there)));
    const victim = processes.worker();
    const client = new Redis(redis.port, { password: PASSWORD });
    const activeNow = async () => {
      const [active] = await client.keys("clinicsim:1-*:active");
      return active === undefined ? 0 : client.llen(active);
    };
    await expect.poll(activeNow, { timeout: 30_000, interval: 2 }).toBe(1);
    victim.kill("SIGKILL");
    client.disconnect();
    processes.worker();
    expect(await alone).toMatchObject({ code: 0, out: "", err: "" });
    expect(await result).toMatchObject({ code: 0, out: "", err: "" });
    // The command here is run from its sources, and so names another engine.
    const withoutEngine = (files: ReadonlyMap<string, string>) =>
      [...files].filter(([path]) => path.endsWith(".csv")).map(([, text]) => text);
    expect(withoutEngine(sameIn(there))).toEqual(withoutEngine(sameIn(here)));
    expect(withoutEngine(sameIn(there))).toHaveLength(2);
  });

  test("a password is in no file, no text and no list of processes; it may come from the environment", async () => {
    const out = newOut();
    const texts: string[] = [];
    const other = file("other.json", tinyScenario.replace("A tiny clinic", "Another"));
    const worker = processes.worker();
    const left = ended(worker);
    const idle = ended(
      processes.start(["worker", "--queue", `${processes.address}?prefix=quiet`, "--idle", "1"]),
    );
    const runs = await Promise.all([
      ended(processes.submit(["run", tiny, "--out", out])),
      ended(processes.submit(["compare", tiny, other, "--out", out])),
      ended(
        processes.start(["run", tiny, "--seed", "9", "--out", out, "--queue", redis.url], {
          CLINICSIM_QUEUE_PASSWORD: PASSWORD,
        }),
      ),
    ]);
    if (existsSync("/proc/self/cmdline")) texts.push(readFileSync(`/proc/${worker.pid}/cmdline`, "latin1"));
    for (const { code, out: printed, err } of runs) {
      expect([code, err.replaceAll(WAITING, "")]).toEqual([0, ""]);
      texts.push(printed, err);
    }
    const wrong = await clinicsim(["worker", "--queue", redis.url.replace("//", `//:${PASSWORD}x@`)]);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain("it refuses the user or the password");
    worker.kill("SIGINT");
    const { code, err } = await left;
    expect(code).toBe(0);
    expect(err).toMatch(
      /^at work for redis:\/\/127.0.0.1:\d+\/0: 1 thread, engine \w{12}\nleaving when what has been begun is done\nleft after \d+ replications? in \d+ batch(es)?\n$/,
    );
    expect(await idle).toMatchObject({
      code: 0,
      err: expect.stringMatching(/\nidle for 1 s\nleft after 0 replications in 0 batches\n$/),
    });
    const files = filesIn(out);
    const provenances = [...files].filter(([path]) => path.endsWith("provenance.json"));
    expect(provenances).toHaveLength(3);
    for (const [, text] of provenances) {
      expect(JSON.parse(text)).toMatchObject({ queue: redis.url });
      expect(text).not.toContain('"jobs"');
    }
    for (const text of [...texts, err, wrong.err, ...files.values()]) expect(text).not.toContain(PASSWORD);
  });
});
