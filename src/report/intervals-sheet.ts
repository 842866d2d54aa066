import type { Table } from "../results/index.ts";
import { MINUTES_PER_HOUR } from "../units.ts";
import type { LocalTimeText } from "./local-time-text.ts";
import type { Cell, Sheet } from "./sheet.ts";

/** `intervals.csv`: for every team and hour of the run, how much waited and how many were on duty. */
export function intervalsSheet(
  replication: number,
  { lines, duty }: { readonly lines: Table; readonly duty: Table },
  end: number,
  timeText: LocalTimeText,
): Sheet {
  return {
    file: "intervals.csv",
    columns: [
      { name: "replication", doc: "number of the replication, from 1" },
      { name: "team", doc: "team" },
      { name: "start_time", doc: "beginning of the hour; local time" },
      { name: "start_min", unit: "min", doc: "the same, since the start of the run" },
      { name: "waiting_mean", doc: "items in all lines of the team, mean over the hour" },
      { name: "waiting_max", doc: "the most at any moment of the hour" },
      { name: "on_duty_mean", doc: "people on duty, mean over the hour" },
    ],
    rows: rowsOf(replication, lines, duty, end, timeText),
  };
}

function* rowsOf(
  replication: number,
  lines: Table,
  duty: Table,
  end: number,
  timeText: LocalTimeText,
): Iterable<readonly Cell[]> {
  const teams = lines.specs[lines.columnIndex("team")]!.levels!;
  for (const [team, name] of teams.entries()) {
    const waiting = hourly(totalWaiting(lines, team), end);
    const onDuty = hourly(levelsOf(duty, "on_duty", team), end);
    for (let hour = 0; hour < waiting.mean.length; hour++) {
      const start = hour * MINUTES_PER_HOUR;
      yield [
        replication,
        name,
        timeText(start),
        start,
        waiting.mean[hour]!,
        waiting.max[hour]!,
        onDuty.mean[hour]!,
      ];
    }
  }
}

/** A level that changes at moments. */
type Changes = Iterable<readonly [time: number, level: number]>;

function* levelsOf(table: Table, column: string, team: number): Changes {
  const times = table.column("time_min");
  const teams = table.column("team");
  const levels = table.column(column);
  for (let row = 0; row < table.rowCount; row++) if (teams[row] === team) yield [times[row]!, levels[row]!];
}

/** The sum over a team's shared line and its people's own. */
function* totalWaiting(lines: Table, team: number): Changes {
  const times = lines.column("time_min");
  const teams = lines.column("team");
  const people = lines.column("person");
  const lengths = lines.column("length");
  const lengthOf = new Map<number, number>();
  let total = 0;
  for (let row = 0; row < lines.rowCount; row++) {
    if (teams[row] !== team) continue;
    const person = people[row]!;
    total += lengths[row]! - (lengthOf.get(person) ?? 0);
    lengthOf.set(person, lengths[row]!);
    yield [times[row]!, total];
  }
}

/** Mean and greatest level in every hour up to `end`, from 0 at the start; the last hour may be a part of one. */
function hourly(changes: Changes, end: number) {
  const hours = Math.ceil(end / MINUTES_PER_HOUR);
  const mean = new Float64Array(hours);
  const max = new Float64Array(hours);
  let now = 0;
  let level = 0;
  const holdUntil = (time: number) => {
    while (now < time) {
      const hour = Math.floor(now / MINUTES_PER_HOUR);
      const close = Math.min((hour + 1) * MINUTES_PER_HOUR, end);
      const until = Math.min(time, close);
      mean[hour]! += (level * (until - now)) / (close - hour * MINUTES_PER_HOUR);
      max[hour] = Math.max(max[hour]!, level);
      now = until;
    }
  };
  for (const [time, next] of changes) {
    holdUntil(Math.min(time, end));
    level = next;
  }
  holdUntil(end);
  return { mean, max };
}
