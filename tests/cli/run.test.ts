import { appendFileSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createInlineExecutor, type Executor } from "../../src/experiment/index.ts";
import { clinicsim, file, newOut, resultIn, tiny } from "./clinicsim.ts";
import { tinyScenario } from "./tiny-scenario.ts";

/** An executor that must not be needed. */
const idle: Executor = { run: () => Promise.reject(new Error("something was run")) };

describe("clinicsim run", () => {
  test("prints what a planner reads, and nothing on the other stream of a pipe", async () => {
    const { code, out, err } = await clinicsim(["run", tiny, "--out", newOut()]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(
      /^A tiny clinic\n4 weeks after 1 week of warm-up from 2026-02-16 · 3 replications · seed 7\n/,
    );
    expect(out).toMatch(/ first reply, opening hours, 9 of 10\s+[\d.]+\s+h\s+[\d.]+ – [\d.]+\n/);
    expect(out).toContain("95 % interval");
    expect(out).toMatch(/\nHalf of all first messages are answered within [\d.]+ opening hours/);
    expect(out).toMatch(/\nCheck: offered load, evenings counted as time there is: nurse \d+ %/);
    expect(out).toContain("\n! 3 replications are few");
    expect(out).toMatch(/\nwritten to .*a-tiny-clinic-[0-9a-f]{10}\n$/);
    for (const line of out.split("\n").slice(0, -2)) expect(line.length).toBeLessThanOrEqual(100);
  });

  test("writes a folder of tidy files", async () => {
    const out = newOut();
    await clinicsim(["run", tiny, "--out", out, "--quiet"]);
    const files = resultIn(out);
    expect([...files.keys()]).toEqual([
      "manifest.json",
      "patterns.json",
      "replications.csv",
      "summary.csv",
      "summary.json",
    ]);
    const replications = files.get("replications.csv")!.split("\n");
    expect(replications[0]).toMatch(/^replication,messages_per_week,.*first_reply_p90_business_h,/);
    expect(replications.map((line) => line.split(",")[0])).toEqual(["replication", "1", "2", "3", ""]);
    expect(files.get("summary.csv")).toMatch(
      /^response,unit,estimand,mean,sd,low,high,n\nmessages_per_week,per week,/,
    );
    const [name] = readdirSync(out);
    const provenance = JSON.parse(readFileSync(join(out, name!, "provenance.json"), "utf8"));
    expect(provenance).toMatchObject({
      node: process.version,
      command: ["clinicsim", "run", tiny, "--out", out, "--quiet"],
    });
  });

  test("names responses alike in every file", async () => {
    const out = newOut();
    await clinicsim(["run", tiny, "--out", out, "--quiet"]);
    const files = resultIn(out);
    const columns = files.get("replications.csv")!.split("\n")[0]!.split(",").slice(1);
    const rows = files.get("summary.csv")!.trimEnd().split("\n").slice(1);
    expect(rows.map((row) => row.split(",")[0])).toEqual(columns);
    const { responses } = JSON.parse(files.get("summary.json")!);
    expect(responses.map(({ response }: { response: string }) => response)).toEqual(columns);
  });

  test("run twice says that the result is already there, shows it, and runs nothing", async () => {
    const out = newOut();
    const first = await clinicsim(["run", tiny, "--out", out]);
    const second = await clinicsim(["run", tiny, "--out", out], { createExecutor: () => idle });
    expect(second.code).toBe(0);
    expect(second.out).toMatch(/\nalready in .*: nothing was run\n$/);
    const withoutLast = (text: string) => text.trimEnd().split("\n").slice(0, -1).join("\n");
    expect(withoutLast(second.out)).toBe(withoutLast(first.out));
  });

  test("does not take an edited result for its own, nor run over it, unless forced", async () => {
    const out = newOut();
    await clinicsim(["run", tiny, "--out", out, "--quiet"]);
    const before = resultIn(out);
    appendFileSync(join(out, readdirSync(out)[0]!, "summary.csv"), "tampered\n");
    const refused = await clinicsim(["run", tiny, "--out", out]);
    expect(refused).toMatchObject({ code: 2, out: "" });
    expect(refused.err).toContain("summary.csv is not as it was written");
    expect(refused.err).toContain("--force");
    expect(await clinicsim(["run", tiny, "--out", out, "--force", "--quiet"])).toMatchObject({ code: 0 });
    expect(resultIn(out)).toEqual(before);
  });

  test("prints one JSON document when asked, the same as the file and the same again", async () => {
    const out = newOut();
    const first = await clinicsim(["run", tiny, "--out", out, "--json"]);
    expect(first).toMatchObject({ code: 0, err: "" });
    expect(first.out).toBe(resultIn(out).get("summary.json"));
    expect(await clinicsim(["run", tiny, "--out", out, "--json"])).toEqual(first);
    expect(JSON.parse(first.out)).toMatchObject({ scenario: "A tiny clinic", seed: 7 });
  });

  test("prints nothing when it is to be quiet", async () => {
    expect(await clinicsim(["run", tiny, "--out", newOut(), "--quiet"])).toEqual({
      code: 0,
      out: "",
      err: "",
    });
  });

  test("takes seed and replications from flags before the file", async () => {
    const { out } = await clinicsim(["run", tiny, "--out", newOut(), "--seed", "11", "--replications", "2"]);
    expect(out).toContain("2 replications · seed 11");
  });

  test("runs one replication alone, and it is the one of the whole run", async () => {
    const [all, one] = [newOut(), newOut()];
    await clinicsim(["run", tiny, "--out", all, "--quiet"]);
    const { out } = await clinicsim(["run", tiny, "--out", one, "--replication", "2"]);
    expect(out).toContain("· replication 2 · seed 7");
    const rows = (folder: string) => resultIn(folder).get("replications.csv")!.trimEnd().split("\n");
    expect(rows(one)[1]).toBe(rows(all)[2]);
  });

  describe("until a response is known well enough", () => {
    const asked = ["--until", "messages_per_week=8%", "--until", "calls_answered_share=5pp"];
    const rowsIn = (out: string) => resultIn(out).get("replications.csv")!.trimEnd().split("\n").slice(1);

    test("takes as many replications as that needs, says so, and is the run of that many", async () => {
      const [until, fixed] = [newOut(), newOut()];
      const { code, out, err } = await clinicsim(["run", tiny, "--out", until, ...asked]);
      expect([code, err]).toEqual([0, ""]);
      const count = rowsIn(until).length;
      expect(count).toBeGreaterThanOrEqual(10);
      expect(out).toContain(`· ${count} replications · seed 7`);
      expect(out.replace(/\s+/g, " ")).toMatch(
        /As exact as was asked with \d+ replications, and still so with 5 more that are left out: calls answered to ± [\d.]+ pp \(± 5 pp was asked\) and messages a week to ± [\d.]+ % \(± 8 % was asked\)\./,
      );
      await clinicsim(["run", tiny, "--out", fixed, "--replications", `${count}`, "--quiet"]);
      expect(rowsIn(until)).toEqual(rowsIn(fixed));
      expect(resultIn(until).get("summary.csv")).toBe(resultIn(fixed).get("summary.csv"));
    });

    test("records what was asked and what came of it, and finds the result again", async () => {
      const out = newOut();
      const first = await clinicsim(["run", tiny, "--out", out, ...asked, "--json"]);
      const files = resultIn(out);
      const count = rowsIn(out).length;
      expect(JSON.parse(files.get("manifest.json")!)).toMatchObject({
        seedPlan: { first: 1, last: count, count },
        until: {
          precisions: [
            { response: "calls_answered_share", halfWidth: 0.05, relative: false },
            { response: "messages_per_week", halfWidth: 0.08, relative: true },
          ],
          atLeast: 10,
          atMost: 1000,
          lookAhead: 5,
        },
      });
      expect(JSON.parse(first.out).until).toMatchObject({ ended: "precise", borneOutBy: 5 });
      const inOtherOrder = [...asked.slice(2), ...asked.slice(0, 2)];
      const again = await clinicsim(["run", tiny, "--out", out, ...inOtherOrder], {
        createExecutor: () => idle,
      });
      expect(again.out).toMatch(/\nalready in .*: nothing was run\n$/);
      expect(again.out).toContain("As exact as was asked");
    });

    test("says how far it came where the most replications that are allowed are not enough", async () => {
      const strict = ["--until", "messages_per_week=1%", "--at-least", "4", "--at-most", "12"];
      const { code, out } = await clinicsim(["run", tiny, "--out", newOut(), ...strict]);
      expect(code).toBe(0);
      expect(out.replace(/\s+/g, " ")).toMatch(
        /! 12 replications, the most that are allowed, are not enough: messages a week is known to ± [\d.]+ % where ± 1 % was asked; it would take about [\d,]+ \(--at-most\)/,
      );
    });

    test("says that what is precise only at the last was not borne out", async () => {
      const late = ["--until", "messages_per_week=90%", "--at-most", "12"];
      const { out } = await clinicsim(["run", tiny, "--out", newOut(), ...late]);
      expect(out.replace(/\s+/g, " ")).toContain(
        "! as exact as was asked with the last of 12 replications, the most that are allowed",
      );
    });

    test("does not go on where no number would be enough", async () => {
      const flood = ["--set", "specialties.clinic.demand.volume=2000 per 100 portal patients per month"];
      const p90 = ["--until", "first_reply_p90_business_h=5%", "--until", "messages_per_week=10%"];
      const { code, out } = await clinicsim(["run", tiny, "--out", newOut(), ...flood, ...p90]);
      expect(code).toBe(0);
      expect(out.replace(/\s+/g, " ")).toContain(
        "! what has no finite value cannot be known to any precision: after 10 replications first reply, opening hours, 9 of 10 within is infinite",
      );
    });

    test.each([
      [["--until", "first_reply_p90_bussiness_h=5%"], 'did you mean "first_reply_p90_business_h"?'],
      [["--until", "first_reply_p90_business_h=5min"], 'is in h, not in "min"'],
      [["--until", "messages_per_week=5%", "--replications", "5"], "cannot be used with --replications"],
      [["--until", "messages_per_week=5%", "--replication", "5"], "cannot be used with --replication\n"],
      [["--until", "messages_per_week=5%", "--at-most", "1"], "--at-most: must be a whole number from 2"],
      [["--until", "messages_per_week=5%", "--at-least", "50", "--at-most", "20"], "more than the 20"],
      [["--at-most", "20"], "--at-most: needs --until"],
      [["--at-least", "20"], "--at-least: needs --until"],
    ])("refuses what it cannot use: %j", async (flags, message) => {
      const out = newOut();
      const called = await clinicsim(["run", tiny, "--out", out, ...flags]);
      expect(called).toMatchObject({ code: 2, out: "" });
      expect(called.err).toContain(message);
      expect(existsSync(out)).toBe(false);
    });

    test("shows on a terminal the response that has a precision to reach", async () => {
      const { err } = await clinicsim(["run", tiny, "--out", newOut(), ...asked], { tty: true });
      expect(err).toMatch(/of \d+ · .* left · calls answered: /);
    });
  });

  test("keeps every message and stretch of work when asked", async () => {
    const out = newOut();
    await clinicsim(["run", tiny, "--out", out, "--keep", "full", "--quiet"]);
    const files = resultIn(out);
    expect([...files.keys()]).toEqual([
      "event_log.csv",
      "intervals.csv",
      "manifest.json",
      "messages.csv",
      "other_work.csv",
      "patterns.json",
      "replications.csv",
      "staff.csv",
      "summary.csv",
      "summary.json",
      "visits.csv",
    ]);
    const [header, row] = files.get("event_log.csv")!.split("\n");
    expect(header).toBe("case_id,activity,resource,enabled_time,start_time,end_time");
    const time = String.raw`2026-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}-05:00`;
    expect(row).toMatch(
      new RegExp(String.raw`^r1-(thread|work)-\d+,[a-z ]+,nurse 1,${time},${time},${time}$`),
    );
    const messages = files.get("messages.csv")!.trimEnd().split("\n");
    expect(new Set(messages.slice(1).map((line) => line.split(",")[0]))).toEqual(new Set(["1", "2", "3"]));
    expect(messages.some((line) => line.endsWith(",open"))).toBe(true);
  });

  test("tells the stretches of a timeline apart, on the page and in a file of their own", async () => {
    const timeline = '[{"from":"2026-03-03","to":"2026-03-11","factor":1.5}]';
    const out = newOut();
    const argv = ["run", tiny, "--out", out, "--set", `specialties.clinic.demand.timeline=${timeline}`];
    const called = await clinicsim(argv);
    expect(called.out).toMatch(
      /\nEach stretch of the timeline by itself\n\n2026-02-23 to 2026-03-02, volume as given\n {2}messages a week +\d/,
    );
    expect(called.out).toMatch(/\n2026-03-03 to 2026-03-11, volume × 1\.5\n {2}messages a week +\d/);
    const regimes = resultIn(out).get("regimes.csv")!.trimEnd().split("\n");
    expect(regimes[0]).toBe("from,to,response,unit,estimand,mean,sd,low,high,n");
    expect(new Set(regimes.slice(1).map((row) => row.split(",", 2).join(" ")))).toEqual(
      new Set(["2026-02-23 2026-03-02", "2026-03-03 2026-03-11", "2026-03-12 2026-03-22"]),
    );
    expect(JSON.parse(resultIn(out).get("summary.json")!).regimes).toHaveLength(3);
    expect(called.out.replace(/\s+/g, " ")).toContain(
      "This run is terminating: its numbers are those of 2026-02-23 to 2026-03-22, from no backlog 1 week before. With a timeline there is no steady state to warm up to.",
    );
  });

  test("changes the scenario by flags, and has another result then", async () => {
    const out = newOut();
    await clinicsim(["run", tiny, "--out", out, "--quiet"]);
    const changed = ["--set", "staff.nurse.count=2", "--set", "specialties.clinic.patients=120"];
    expect(await clinicsim(["run", tiny, "--out", out, "--quiet", ...changed])).toMatchObject({ code: 0 });
    expect(readdirSync(out)).toHaveLength(2);
  });

  test("gives a name that is safe to a scenario whose name is not", async () => {
    const evil = file(
      "evil.json",
      tinyScenario.replace("A tiny clinic", "../../=cmd|' /C calc'!A0 \\u001b[31m"),
    );
    const out = newOut();
    const { stdout } = { stdout: await clinicsim(["run", evil, "--out", out]) };
    expect(stdout.code).toBe(0);
    expect(stdout.out).not.toContain("\u001b");
    expect(readdirSync(out)[0]).toMatch(/^cmd-c-calc-a0-31m-[0-9a-f]{10}$/);
  });

  test("draws a bar with the time left and a running estimate on a terminal only, and takes it away", async () => {
    const { err, out } = await clinicsim(["run", tiny, "--out", newOut()], { tty: true });
    expect(err).toContain("of 3 ·");
    expect(err).toMatch(/left · first reply, opening hours, median: [\d.,]+ ± [\d.,]+ h/);
    expect(out).toContain("\u001b[1m");
    const quiet = await clinicsim(["run", tiny, "--out", newOut(), "--quiet"], { tty: true });
    expect(quiet).toEqual({ code: 0, out: "", err: "" });
  });

  test.each([
    ["--no-color on a terminal", ["--no-color"], true, {}, false],
    ["NO_COLOR on a terminal", [], true, { NO_COLOR: "1" }, false],
    ["--color in a pipe", ["--color"], false, {}, true],
    ["FORCE_COLOR in a pipe", [], false, { FORCE_COLOR: "1" }, true],
    ["--color over NO_COLOR", ["--color"], false, { NO_COLOR: "1" }, true],
    ["a pipe", [], false, {}, false],
  ])("colours as it is told: %s", async (_, flags, tty, env, coloured) => {
    const { out } = await clinicsim(["run", tiny, "--out", newOut(), "--replications", "1", ...flags], {
      tty,
      env,
    });
    expect(out.includes("\u001b[")).toBe(coloured);
  });

  test("leaves nothing half done when it is interrupted", async () => {
    const out = newOut();
    const stop = new AbortController();
    const inline = createInlineExecutor();
    const interrupting: Executor = {
      run: (jobs, onResult, signal) =>
        inline.run(
          jobs,
          async (job, result) => {
            await onResult(job, result);
            stop.abort();
          },
          signal,
        ),
    };
    const called = await clinicsim(["run", tiny, "--out", out], {
      signal: stop.signal,
      createExecutor: () => interrupting,
    });
    expect(called).toEqual({ code: 130, out: "", err: "interrupted: nothing was written\n" });
    expect(readdirSync(out)).toEqual([]);
  });

  test("that ends after another one of the same finds the result there, and shows that", async () => {
    const out = newOut();
    const inline = createInlineExecutor();
    const overtaken: Executor = {
      run: async (jobs, onResult) => {
        await inline.run(jobs, onResult);
        expect(await clinicsim(["run", tiny, "--out", out, "--quiet"])).toMatchObject({ code: 0 });
      },
    };
    const called = await clinicsim(["run", tiny, "--out", out], { createExecutor: () => overtaken });
    expect(called).toMatchObject({ code: 0, err: "" });
    expect(readdirSync(out)).toHaveLength(1);
  });

  test("does not even make the folder for results when the scenario has faults", async () => {
    const out = newOut();
    await clinicsim(["run", file("broken.json", "{}"), "--out", out]);
    expect(existsSync(out)).toBe(false);
  });
});
