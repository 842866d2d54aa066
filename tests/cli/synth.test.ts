import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readExtract } from "../../src/node/index.ts";
import { clinicsim, file, folder, tiny } from "./clinicsim.ts";

let files = 0;
const newFile = () => join(folder, `synth-${files++}.csv`);

async function written(...argv: readonly string[]): Promise<string> {
  const path = newFile();
  const { code, err } = await clinicsim(["synth", tiny, "--out", path, "--quiet", ...argv]);
  expect([code, err]).toEqual([0, ""]);
  return path;
}

const NOW = { timeZone: "America/Toronto", now: Date.parse("2027-01-01T00:00:00Z") };

describe("clinicsim synth", () => {
  test("writes a log of the measured window, and says so", async () => {
    const path = newFile();
    const { code, out } = await clinicsim(["synth", tiny, "--out", path]);
    expect(code).toBe(0);
    expect(out).toContain("messages sent from 2026-02-23 to before 2026-03-23");
    const lines = readFileSync(path, "utf8").trimEnd().split("\n");
    expect(out).toContain(`${lines.length - 1} rows`);
    expect(lines[0]).toBe(
      "message_id,thread_id,patient_id,specialty,topic,urgent,sender,sent,first_read,replied,closed,staff_id,staff_role",
    );
  });

  test("writes the same bytes for the same scenario and seed, and others for another", async () => {
    const text = readFileSync(await written(), "utf8");
    expect(readFileSync(await written(), "utf8")).toBe(text);
    expect(readFileSync(await written("--seed", "8"), "utf8")).not.toBe(text);
    expect(readFileSync(await written("--replication", "2"), "utf8")).not.toBe(text);
  });

  test("tells by rows of messages and by rows of events the same", async () => {
    const messages = await readExtract([await written()], {}, NOW);
    const events = await readExtract([await written("--form", "events")], {}, NOW);
    expect(messages.sample.sent.length).toBeGreaterThan(50);
    expect(events.sample).toEqual(messages.sample);
    expect(events.counts.byHour).toEqual(messages.counts.byHour);
    expect([messages.faults, events.faults]).toEqual([[], []]);
  });

  test("agrees with the messages of a run", async () => {
    const out = join(folder, "synth-run");
    await clinicsim(["run", tiny, "--replication", "1", "--keep", "full", "--out", out, "--quiet"]);
    const [name] = readdirSync(out);
    const [header = "", ...rows] = readFileSync(join(out, name!, "messages.csv"), "utf8")
      .trimEnd()
      .split("\n");
    const column = (line: string, title: string) => Number(line.split(",")[header.split(",").indexOf(title)]);
    const inWindow = rows.filter((line) => column(line, "in_window") === 1);
    const { sample } = await readExtract([await written()], {}, NOW);
    const warmUp = 7 * 1440;
    const sent = inWindow.map((line) => column(line, "sent_min") - warmUp).sort((a, b) => a - b);
    const mine = [...sample.sent].sort((a, b) => a - b);
    expect(mine.length).toBe(sent.length);
    const apart = mine.map((time, i) => Math.abs(time - mine[0]! - (sent[i]! - sent[0]!)));
    expect(Math.max(...apart)).toBeLessThan(0.001);
  });

  test("knows nothing of what happens after its end", async () => {
    const { sample, end } = await readExtract([await written("--to", "2026-03-10")], {}, NOW);
    const times = [sample.sent, sample.firstRead, sample.replied, sample.closed].flatMap((column) => [
      ...column,
    ]);
    expect(Math.max(...times.filter((time) => !Number.isNaN(time)))).toBeLessThanOrEqual(end);
    expect([...sample.closed].some(Number.isNaN)).toBe(true);
  });

  test("writes rosters and calls beside it, when asked to", async () => {
    const [roster, calls] = [newFile(), newFile()];
    await written("--roster", roster, "--calls", calls);
    expect(readFileSync(roster, "utf8")).toMatch(
      /^staff_id,staff_role,from,to\nSYN-S-01-01,nurse,2026-02-23T09:00/,
    );
    expect(readFileSync(calls, "utf8")).toMatch(
      /^specialty,at,answered,waited,minutes,staff_role\nclinic,2026-/,
    );
  });

  test("replaces a file only when told to", async () => {
    const path = file("taken.csv", "mine");
    const refused = await clinicsim(["synth", tiny, "--out", path]);
    expect(refused).toMatchObject({ code: 2, out: "" });
    expect([refused.err.includes("--force"), readFileSync(path, "utf8")]).toEqual([true, "mine"]);
    expect(await clinicsim(["synth", tiny, "--out", path, "--force"])).toMatchObject({ code: 0 });
  });

  test("says what is wrong with what it is asked for, all at once", async () => {
    const path = newFile();
    const { code, err } = await clinicsim([
      "synth",
      tiny,
      "--out",
      path,
      "--form",
      "x",
      "--from",
      "2026-02-30",
      "--seed",
      "-1",
    ]);
    expect(code).toBe(2);
    for (const flag of ["--form", "--from", "--seed"]) expect(err).toContain(flag);
    const outside = await clinicsim(["synth", tiny, "--out", path, "--to", "2030-01-01"]);
    expect(outside.err).toContain("--to: 2030-01-01 is not in the run");
    expect(existsSync(path)).toBe(false);
  });
});
