import { readdirSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { createInlineExecutor, type Executor } from "../../src/experiment/index.ts";
import { clinicsim, file, newOut, resultIn, tiny } from "./clinicsim.ts";
import { tinyScenario } from "./tiny-scenario.ts";

const inline = { createExecutor: async () => createInlineExecutor() };
const idle: Executor = { run: () => Promise.reject(new Error("something was run")) };
const two = ["--only", "sick call: nurse", "--only", "portal outage of a day"];

describe("clinicsim stress", () => {
  test("puts a plan under the battery: a table, a chart, what each stress is, and tidy files", async () => {
    const folder = newOut();
    const { code, out, err } = await clinicsim(
      ["stress", tiny, "--replications", "3", "--out", folder],
      inline,
    );
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^A tiny clinic\n9 stresses against “as it is” in the same 3 worlds · seed 7\n/);
    expect(out).toMatch(
      /\n {2}two-week vacation: nurse +\d+ \(\d+\) +\d+ % \(\d+\) .* (fails|passes|cannot tell)\n/,
    );
    expect(out).toMatch(
      /\n {2}two-week vacation: nurse {2}up to \d+ more from 2026-\d\d-\d\d\n +[·▁▂▃▄▅▆▇█]+\n/,
    );
    expect(out).toContain("· results released at once does not apply: no topic is about results or tests\n");
    expect(out).toMatch(/\nwritten to .*stress-a-tiny-clinic-[0-9a-f]{10}\n$/);
    expect(out).not.toMatch(/NaN|undefined|Infinity/);
    for (const line of out.split("\n").slice(0, -2)) expect(line.length).toBeLessThanOrEqual(100);
    const files = resultIn(folder);
    expect([...files.keys()]).toEqual([
      "manifest.json",
      "paths.csv",
      "replications.csv",
      "stress.json",
      "stresses.csv",
    ]);
    expect(files.get("replications.csv")!.trim().split("\n")).toHaveLength(1 + 10 * 3);
    const rows = files.get("stresses.csv")!.split("\n");
    expect(rows.filter((row) => row.includes(",peak_backlog,"))).toHaveLength(9);
    expect(rows.filter((row) => row.includes(",days_to_recover,"))).toHaveLength(9);
    // And a page says the same, with a picture of each.
    const page = await clinicsim(["report", join(folder, readdirSync(folder)[0]!), "--format", "text"]);
    expect([page.code, page.err]).toEqual([0, ""]);
    expect(page.out).toMatch(/\nThe plan stands \d of 9 stresses\./);
    expect(page.out.match(/Open messages at each opening: /g)).toHaveLength(9);
  });

  test("goes on until every stress can be told, and no further than it may", async () => {
    const sick = ["stress", tiny, "--only", "sick call: nurse", "--json"];
    const ending = async (...more: string[]) => {
      const { out } = await clinicsim([...sick, "--out", newOut(), ...more], inline);
      const { replications, stresses } = JSON.parse(out);
      return { worlds: replications.length, verdict: stresses[0].verdict };
    };
    // Kept by everybody: three worlds without a miss are too few to be sure of 90 %, and twice or four times as many are not.
    const known = await ending("--set", "promises.two days.target=0.05");
    expect(known.verdict).toBe("passes");
    expect([3, 6, 12, 24]).toContain(known.worlds);
    expect(await ending("--at-most", "3", "--set", "promises.two days.target=0.9999")).toEqual({
      worlds: 3,
      verdict: "cannot tell",
    });
    expect((await ending("--replications", "5")).worlds).toBe(5);
    const both = await clinicsim([...sick, "--replications", "5", "--at-most", "9"]);
    expect(both.err).toContain("--at-most: cannot be used with a number of replications");
  });

  test("finds the result again, and prints as JSON what the file holds", async () => {
    const folder = newOut();
    const argv = ["stress", tiny, "--out", folder, ...two];
    const first = await clinicsim([...argv, "--json"], inline);
    expect(first.code).toBe(0);
    expect(resultIn(folder).get("stress.json")).toBe(first.out);
    const report = JSON.parse(first.out);
    expect(report).toMatchObject({ format: "clinicsim/stress/1", watched: 84, recoverWithin: 28 });
    expect(report.stresses.map(({ name }: { name: string }) => name)).toEqual([two[1], two[3]]);
    const again = await clinicsim(argv, { createExecutor: async () => idle });
    expect(again.out).toContain(": nothing was run\n");
  });

  test("that is stopped goes on where it was, to the same bytes, and keeps nothing when it is done", async () => {
    const [whole, stopped] = [newOut(), newOut()];
    const argv = (out: string) => ["stress", tiny, "--replications", "4", "--out", out, "--quiet", ...two];
    await clinicsim(argv(whole), inline);
    const stopping = new AbortController();
    let run = 0;
    const until = (most: number) => ({
      createExecutor: async (): Promise<Executor> => {
        const executor = createInlineExecutor({ pause: setImmediate });
        return {
          run: (jobs, onResult, signal) =>
            executor.run(
              jobs,
              async (job, result) => {
                await onResult(job, result);
                if (++run === most) stopping.abort();
              },
              signal,
            ),
        };
      },
    });
    const { code, err } = await clinicsim(argv(stopped), { ...until(5), signal: stopping.signal });
    expect([code, run]).toEqual([130, 5]);
    expect(err).toContain("interrupted: what was simulated is kept; the same command goes on from there\n");
    expect(readdirSync(stopped)).toEqual([".runs"]);
    run = 0;
    expect((await clinicsim(argv(stopped), until(Infinity))).code).toBe(0);
    expect(run).toBe(3 * 4 - 5);
    expect(resultIn(stopped)).toEqual(resultIn(whole));
    expect(readdirSync(stopped)).toHaveLength(1);
  });

  test("runs the scenario's own stresses", async () => {
    const own = {
      "a flood": {
        from: "2026-03-02",
        to: "2026-03-06",
        changes: {
          "specialties.clinic.demand.timeline": [{ from: "2026-03-02", to: "2026-03-06", factor: 20 }],
        },
      },
    };
    const text = tinyScenario.replace(/\}\s*$/, `, "stresses": ${JSON.stringify(own)} }`);
    const { out, code } = await clinicsim([
      "stress",
      file("own-stress.json", text),
      "--out",
      newOut(),
      "--only",
      "a flood",
    ]);
    expect(code).toBe(0);
    expect(out).toContain("the scenario's own, 2026-03-02 to 2026-03-06");
    expect(out).toMatch(/ a flood {2}up to \d\d+ more/);
  });

  test("tells all that is wrong with flags and stresses", async () => {
    const wrong = await clinicsim(["stress", tiny, "--only", "portal outage of a dya", "--out", newOut()]);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('there is no stress "portal outage of a dya"');
    expect(wrong.err).toContain("portal outage of a day");
    const flags = await clinicsim(["stress", tiny, "--recover-within", "a while", "--jobs", "0"]);
    expect(flags.code).toBe(2);
    expect(flags.err).toContain('--recover-within: must be 0 to 84 days, not "a while"');
    expect(flags.err).toContain("--jobs");
    const bad = { late: { from: "2026-03-06", to: "2026-03-02", changes: { "staff.nurse.count": -1 } } };
    const text = tinyScenario.replace(/\}\s*$/, `, "stresses": ${JSON.stringify(bad)} }`);
    const { code, err } = await clinicsim(["validate", file("bad-stress.json", text)]);
    expect(code).toBe(2);
    expect(err).toContain("from 2026-03-06 is after to 2026-03-02");
    expect(err).toContain('stresses.late.changes."staff.nurse.count"');
  });
});
