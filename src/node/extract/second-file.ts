import { InputError, type Issue } from "../../errors.ts";
import {
  type ExtractBuilder,
  type ExtractClock,
  isNothing,
  parseTimeFormat,
  plainCell,
  type TimeFormat,
  TimeReader,
  TimeRecogniser,
  writtenTime,
} from "../../experiment/index.ts";
import { csvHead, refusal } from "./csv-head.ts";
import { readRows } from "./csv-rows.ts";
import type { ReadExtractOptions } from "./read-extract-options.ts";

const MOST_ROWS = 500_000;

/** Which columns a file beside a message log has; `times` are of either kind. */
export interface SecondFileShape<Column extends string> {
  readonly flag: string;
  readonly needed: readonly Column[];
  readonly optional: readonly Column[];
  readonly times: readonly Column[];
}

/** A row of it: cells without spaces around them, "" where there is nothing, and times on the clock, NaN where there is none. */
export interface SecondFileRow<Column extends string> {
  text(column: Column): string;
  time(column: Column): number;
}

export interface SecondFileTerms {
  readonly clock: ExtractClock;
  readonly builder: ExtractBuilder;
  readonly options: ReadExtractOptions;
}

/** Reads a file that stands beside a message log, whose columns have these very names. `take` says whether a row could be used; others are counted as `unusable`. Throws InputError, in words, for a file that is none of the kind. */
export async function readSecondFile<Column extends string>(
  path: string,
  shape: SecondFileShape<Column>,
  { clock, builder, options: { timeFormats = {}, signal } }: SecondFileTerms,
  unusable: "unusable-shift" | "unusable-visit" | "unusable-call",
  take: (row: SecondFileRow<Column>) => boolean,
): Promise<void> {
  const head = await csvHead(path, {});
  const names = head.header.map((name) => name.trim().toLowerCase());
  refuseOtherColumns(path, names, shape);
  const placeOf = Object.fromEntries(
    [...shape.needed, ...shape.optional].map((name) => [name, names.indexOf(name)]),
  ) as Record<Column, number>;
  const stated = timeFormats.all === undefined ? undefined : parseTimeFormat(timeFormats.all);
  const reader = new TimeReader(
    stated ??
      formatOf(
        path,
        head.rows,
        shape.times.map((name) => placeOf[name]),
      ),
  );
  const written = writtenTime();
  let cells: readonly string[] = [];
  const row: SecondFileRow<Column> = {
    text(column) {
      const cell = plainCell(cells[placeOf[column]] ?? "").trim();
      return isNothing(cell) ? "" : cell;
    },
    time(column) {
      const cell = plainCell(cells[placeOf[column]] ?? "");
      return reader.read(cell, written) && !Number.isNaN(written.minute) ? clock.timeOf(written) : Number.NaN;
    },
  };
  let rows = 0;
  await readRows(head, {
    ...(signal === undefined ? {} : { signal }),
    row: (read, number) => {
      rows += 1;
      if (rows > MOST_ROWS) {
        builder.faults.add("second-file-cut");
        return false;
      }
      cells = read;
      if (!take(row)) builder.faults.add(unusable, { file: 1, row: number });
      return undefined;
    },
  });
}

function refuseOtherColumns<Column extends string>(
  path: string,
  names: readonly string[],
  { flag, needed, optional }: SecondFileShape<Column>,
): void {
  const issues = needed
    .filter((name) => !names.includes(name))
    .map(
      (name): Issue => ({
        code: "second-file-column",
        path: flag,
        message: `${path} has no column ${name}`,
        hint: `name its columns so: ${needed.join(", ")}, and any of ${optional.join(", ")}`,
        severity: "error",
      }),
    );
  if (issues.length > 0) throw new InputError(issues);
}

function formatOf(path: string, rows: readonly (readonly string[])[], places: readonly number[]): TimeFormat {
  const recogniser = new TimeRecogniser();
  for (const cells of rows) {
    for (const place of places) {
      const cell = plainCell(cells[place] ?? "");
      if (!isNothing(cell)) recogniser.add(cell);
    }
  }
  const seen = recogniser.result();
  if (seen.kind === "known") return seen.format;
  throw refusal(
    "time-format",
    path,
    seen.kind === "empty" ? "has no row with a time" : "leaves the format of its times in doubt",
    "write them as YYYY-MM-DD HH:mm",
  );
}
