import { InputError, type Issue } from "../../errors.ts";
import {
  CLOCK_DAYS,
  type ColumnMap,
  EXTRACT_FIELDS,
  type Extract,
  ExtractBuilder,
  ExtractClock,
  type ExtractField,
  type ExtractReading,
  FIRST_DATE,
  FIRST_DAY,
  type MappingRequest,
  mapColumns,
  type Offsets,
  type TimeFormat,
  timeFormatText,
} from "../../experiment/index.ts";
import { dayNumber } from "../../model/index.ts";
import { resolveOffsets } from "../offsets.ts";
import { type CsvHead, csvHead } from "./csv-head.ts";
import { readRows } from "./csv-rows.ts";
import type { Encoding } from "./encoding.ts";
import { keyedIdentities } from "./keyed-identities.ts";
import { readCalls } from "./read-calls.ts";
import type { ReadExtractOptions } from "./read-extract-options.ts";
import { readRoster } from "./read-roster.ts";
import { readVisits } from "./read-visits.ts";
import { nothingLeft, refuseLooseTimes, refuseSwappedColumns, refuseUselessRows } from "./refuse-rows.ts";
import { timeFormats } from "./time-formats.ts";

const KEEP_AT_MOST = 200_000;
const MILLISECONDS_PER_MINUTE = 60_000;
const MINUTES_PER_DAY = 1440;

/**
 * Reads the files of a message log, one after the other, as one extract, in memory that does not grow with them. Throws InputError with what stands in the way: columns,
 * formats or a time zone that cannot be told, and files of which too little can be read; and Interrupted.
 */
export async function readExtract(
  paths: readonly string[],
  mapping: MappingRequest = {},
  options: ReadExtractOptions = {},
): Promise<Extract> {
  const heads: CsvHead[] = [];
  for (const path of paths) heads.push(await csvHead(path, options));
  const maps = mapsOf(heads, mapping);
  const map = maps[0]!;
  const timeZone = options.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const offsets = await offsetsOf(timeZone);
  const formats = await timeFormats(heads, maps, options);
  const clock = new ExtractClock(offsets);
  // The zone's own midnight of the first date, in minutes since 1970 as UTC.
  const zero = FIRST_DAY * MINUTES_PER_DAY - offsets.atStart;
  const dateOf = (date: string | undefined, without: number) =>
    date === undefined ? without : clock.dayStart(dayNumber(date) - FIRST_DAY);
  const today = (options.now ?? Date.now()) / MILLISECONDS_PER_MINUTE - zero;
  // Whoever says that a log goes on until later knows that it is made up.
  const now = Math.max(today, dateOf(options.to, Number.NEGATIVE_INFINITY));
  const builder = new ExtractBuilder({
    map,
    formats,
    clock,
    timeZone,
    identities: keyedIdentities(heads.map(({ digest }) => digest).join(" ")),
    now,
    from: dateOf(options.from, Number.NEGATIVE_INFINITY),
    to: dateOf(options.to, Number.POSITIVE_INFINITY),
    keepAtMost: options.keepAtMost ?? KEEP_AT_MOST,
  });
  await readAll(heads, maps, builder, options);
  const beside = { clock, builder, options };
  if (options.roster !== undefined) await readRoster(options.roster, beside);
  if (options.visits !== undefined) await readVisits(options.visits, beside);
  if (options.calls !== undefined) await readCalls(options.calls, beside);
  refuseUselessRows(builder, paths);
  if (options.timeZone === undefined) refuseLooseTimes(builder, timeZone);
  const extract = builder.extract(readingOf(heads, map, formats, options));
  if (extract === undefined) throw nothingLeft(builder, "no message of a patient is left", paths);
  refuseSwappedColumns(builder, extract, paths);
  return extract;
}

function mapsOf(heads: readonly CsvHead[], mapping: MappingRequest): readonly ColumnMap[] {
  const issues: Issue[] = [];
  const maps = heads.flatMap(({ path, header }) => {
    const found = mapColumns(header, mapping);
    issues.push(
      ...found.issues.map((issue) => ({
        ...issue,
        message: `${path}: ${issue.message}`,
      })),
    );
    return found.map === undefined ? [] : [found.map];
  });
  const [first, ...others] = maps;
  for (const [i, map] of others.entries()) {
    const differs =
      map.form !== first!.form ||
      EXTRACT_FIELDS.some((field) => map.columns.has(field) !== first!.columns.has(field));
    if (!differs) continue;
    const message = `${heads[i + 1]!.path} has other columns than ${heads[0]!.path}`;
    const hint = "read files of one kind together, and others by themselves";
    issues.push({ code: "column-mapping", path: "", message, hint, severity: "error" });
  }
  if (issues.length > 0) throw new InputError(issues);
  return maps;
}

/** Clocks that were asked for: each takes longer to find than a small file to read. */
const clocks = new Map<string, Offsets>();

async function offsetsOf(timeZone: string): Promise<Offsets> {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  try {
    const offsets = await resolveOffsets(timeZone, FIRST_DATE, CLOCK_DAYS);
    clocks.set(timeZone, offsets);
    return offsets;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const message = `there is no time zone "${timeZone}"`;
    const hint = 'write a region and a city, as in "America/Toronto"';
    const issue = {
      code: "unknown-time-zone",
      path: "--time-zone",
      message,
      hint,
      severity: "error",
    } as const;
    throw new InputError([issue]);
  }
}

async function readAll(
  heads: readonly CsvHead[],
  maps: readonly ColumnMap[],
  builder: ExtractBuilder,
  { progress, signal }: ReadExtractOptions,
): Promise<void> {
  const total = heads.reduce((sum, { size }) => sum + size, 0);
  let before = 0;
  for (const [i, head] of heads.entries()) {
    const file = i + 1;
    if (head.notUtf8 !== undefined) builder.faults.add("read-as-windows-1252", { file, row: head.notUtf8 });
    const arrange = arrangement(maps[0]!, maps[i]!);
    const width = head.header.length;
    const start = before;
    await readRows(head, {
      ...(signal === undefined ? {} : { signal }),
      progress: (bytes) => progress?.(start + bytes, total),
      row: (cells, row, isDamaged) => {
        const place = { file, row };
        if (isDamaged) builder.faults.add("undecodable-bytes", place);
        if (cells.length !== width && !isPadded(cells, width)) {
          builder.skip("wrong-width", place);
        } else if (!isHeaderAgain(cells, head.header)) builder.row(arrange(cells), place);
        return undefined;
      },
    });
    before += head.size;
  }
}

/** Cells of one file in the order of another's columns. */
function arrangement(of: ColumnMap, own: ColumnMap): (cells: readonly string[]) => readonly string[] {
  const moved = [...of.columns].filter(([field, place]) => own.columns.get(field) !== place);
  if (moved.length === 0) return (cells) => cells;
  return (cells) => {
    const arranged: string[] = [];
    for (const [field, place] of of.columns) arranged[place] = cells[own.columns.get(field)!]!;
    return arranged;
  };
}

function isPadded(cells: readonly string[], width: number): boolean {
  return cells.length > width && cells.slice(width).every((cell) => cell === "");
}

function isHeaderAgain(cells: readonly string[], header: readonly string[]): boolean {
  return cells[0] === header[0] && cells.every((cell, i) => cell === (header[i] ?? ""));
}

function readingOf(
  heads: readonly CsvHead[],
  { columns, guessed }: ColumnMap,
  formats: ReadonlyMap<ExtractField, TimeFormat>,
  { timeFormats: stated = {} }: ReadExtractOptions,
): ExtractReading {
  const { header, delimiter } = heads[0]!;
  return {
    files: heads.length,
    encoding: [...new Set(heads.map(({ encoding }) => ENCODING_NAMES[encoding]))].join(", "),
    delimiter,
    columns: EXTRACT_FIELDS.flatMap((field) => {
      const place = columns.get(field);
      if (place === undefined) return [];
      const format = formats.get(field);
      const isStated = stated[field] !== undefined || stated.all !== undefined;
      return [
        {
          field,
          column: header[place]!.trim(),
          guessed: guessed.includes(field),
          ...(format === undefined ? {} : { format: timeFormatText(format), stated: isStated }),
        },
      ];
    }),
    otherColumns: header.length - columns.size,
  };
}

const ENCODING_NAMES: Readonly<Record<Encoding, string>> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
  "windows-1252": "Windows-1252",
};
