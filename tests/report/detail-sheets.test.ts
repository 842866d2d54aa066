import { describe, expect, test } from "vitest";
import { runReplication } from "../../src/model/index.ts";
import { type Cell, detailSheets, localTimeText } from "../../src/report/index.ts";
import { intervalsSheet } from "../../src/report/intervals-sheet.ts";
import { Table } from "../../src/results/index.ts";
import { tinyModel } from "../experiment/tiny-results.ts";

const timeText = localTimeText("2026-02-16", { atStart: -300, changes: [] });
const teams = ["nurse", "physician"];

function rowsOf(rows: Iterable<readonly Cell[]>): readonly (readonly Cell[])[] {
  return [...rows];
}

describe("queue length and staff on duty through time", () => {
  const lines = new Table("lines", [
    { name: "time_min", type: "float64", doc: "" },
    { name: "team", type: "int32", doc: "", levels: teams },
    { name: "person", type: "int32", doc: "" },
    { name: "length", type: "int32", doc: "" },
  ]);
  const duty = new Table("duty", [
    { name: "time_min", type: "float64", doc: "" },
    { name: "team", type: "int32", doc: "", levels: teams },
    { name: "on_duty", type: "int32", doc: "" },
  ]);
  // The physicians: 1 waits from 10, 2 from 30 (one of them in an own line), 1 from 90, none from 150.
  lines.append(10, 1, -1, 1);
  lines.append(30, 1, 0, 1);
  lines.append(90, 1, -1, 0);
  lines.append(150, 1, 0, 0);
  duty.append(45, 1, 2);
  duty.append(120, 1, 0);
  const sheet = intervalsSheet(3, { lines, duty }, 150, timeText);
  const rows = rowsOf(sheet.rows);

  test("are means over the hours of every team, a last part of an hour for itself", () => {
    expect(rows.filter(([, team]) => team === "physician")).toEqual([
      [3, "physician", "2026-02-16T00:00:00.000-05:00", 0, (1 * 20 + 2 * 30) / 60, 2, (2 * 15) / 60],
      [3, "physician", "2026-02-16T01:00:00.000-05:00", 60, (2 * 30 + 1 * 30) / 60, 2, 2],
      [3, "physician", "2026-02-16T02:00:00.000-05:00", 120, 1, 1, 0],
    ]);
  });

  test("are zero where nothing happens", () => {
    expect(rows.filter(([, team]) => team === "nurse").map(([, , , , ...levels]) => levels)).toEqual([
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });
});

describe("a replication in full", () => {
  const result = runReplication(tinyModel, { seed: 7, replication: 1, keep: "full" });
  const sheetsOf = () => detailSheets(tinyModel, result, timeText);
  const column = (file: string, name: string) => {
    const { columns, rows } = sheetsOf().find((sheet) => sheet.file === file)!;
    const index = columns.findIndex((each) => each.name === name);
    return rowsOf(rows).map((row) => row[index]!);
  };

  test("has as many cells in every row as columns in its head, and every column explained", () => {
    for (const { columns, rows } of sheetsOf()) {
      for (const row of rows) expect(row.length).toBe(columns.length);
      for (const { doc } of columns) expect(doc).not.toBe("");
    }
  });

  test("has every message, unfinished ones too, with its outcome in words", () => {
    const outcomes = column("messages.csv", "outcome");
    expect(outcomes).toHaveLength(result.conservation.sent);
    expect(outcomes.filter((outcome) => outcome === "open")).toHaveLength(result.conservation.open);
    expect(new Set(outcomes)).toContain("physician replied");
  });

  test("logs work in order: enabled, started, ended", () => {
    const [enabled, started, ended] = ["enabled_time", "start_time", "end_time"].map((name) =>
      column("event_log.csv", name).map((text) => Date.parse(String(text))),
    );
    expect(started!.length).toBeGreaterThan(100);
    started!.forEach((start, i) => {
      expect(enabled![i]).toBeLessThanOrEqual(start);
      expect(ended![i]).toBeGreaterThanOrEqual(start);
    });
  });

  test("logs under the case of every message that was handled", () => {
    const cases = new Set(column("event_log.csv", "case_id"));
    const threads = column("messages.csv", "thread");
    const read = column("messages.csv", "first_read_min");
    expect(threads.length).toBeGreaterThan(100);
    threads.forEach((thread, i) => {
      if (!Number.isNaN(read[i])) expect(cases).toContain(`r1-thread-${thread}`);
    });
  });

  test("kept only in part has no such sheets", () => {
    const { tables: _, ...part } = result;
    expect(detailSheets(tinyModel, part, timeText)).toEqual([]);
  });
});
