import type { Table } from "../results/index.ts";
import type { LocalTimeText } from "./local-time-text.ts";
import type { Cell, Sheet } from "./sheet.ts";

/** `event_log.csv`: a row per stretch of work, in the columns that process mining and queue animation read. */
export function eventLogSheet(replication: number, stretches: Table, timeText: LocalTimeText): Sheet {
  return {
    file: "event_log.csv",
    columns: [
      { name: "case_id", doc: "replication, and the thread or the piece of other work" },
      { name: "activity", doc: "what was done" },
      { name: "resource", doc: "team, and the person in it from 1" },
      { name: "enabled_time", doc: "entered the line from which it was taken; local time" },
      { name: "start_time", doc: "the stretch of work begins; local time" },
      { name: "end_time", doc: "it ends: done, or interrupted, or put back; local time" },
    ],
    rows: rowsOf(replication, stretches, timeText),
  };
}

function* rowsOf(replication: number, stretches: Table, timeText: LocalTimeText): Iterable<readonly Cell[]> {
  const labels = (name: string) => stretches.specs[stretches.columnIndex(name)]!.levels!;
  const teams = labels("team");
  const activities = labels("activity");
  const team = stretches.column("team");
  const person = stretches.column("person");
  const activity = stretches.column("activity");
  const subject = stretches.column("subject");
  const entered = stretches.column("entered_min");
  const from = stretches.column("from_min");
  const to = stretches.column("to_min");
  for (let row = 0; row < stretches.rowCount; row++) {
    const done = activities[activity[row]!]!;
    const kind = done === "call" || done === "other work" ? "work" : "thread";
    yield [
      `r${replication}-${kind}-${subject[row]}`,
      done,
      `${teams[team[row]!]} ${person[row]! + 1}`,
      timeText(entered[row]!),
      timeText(from[row]!),
      timeText(to[row]!),
    ];
  }
}
