import { invariant } from "../errors.ts";
import type { Model, ReplicationResult } from "../model/index.ts";
import { Table } from "../results/index.ts";
import { eventLogSheet } from "./event-log-sheet.ts";
import { intervalsSheet } from "./intervals-sheet.ts";
import type { LocalTimeText } from "./local-time-text.ts";
import type { Sheet } from "./sheet.ts";
import { tableSheet } from "./table-sheet.ts";

/** The files of everything that was kept of a replication in full; none where it was not. */
export function detailSheets(
  model: Model,
  { replication, tables }: ReplicationResult,
  timeText: LocalTimeText,
): readonly Sheet[] {
  if (tables === undefined) return [];
  const named = (name: string): Table => {
    const table = tables.find((each) => each.name === name);
    invariant(table !== undefined, `a result in full has no table ${name}`);
    return Table.fromTransferable(table);
  };
  return [
    tableSheet("messages.csv", replication, named("messages")),
    tableSheet("other_work.csv", replication, named("other_work")),
    tableSheet("visits.csv", replication, named("visits")),
    tableSheet("staff.csv", replication, named("staff")),
    intervalsSheet(replication, { lines: named("lines"), duty: named("duty") }, model.end, timeText),
    eventLogSheet(replication, named("stretches"), timeText),
  ];
}
