import { InputError, type Issue } from "../../errors.ts";
import {
  type ColumnMap,
  type ExtractField,
  isNothing,
  parseTimeFormat,
  plainCell,
  type RecognisedTimes,
  type TimeFormat,
  TimeRecogniser,
} from "../../experiment/index.ts";
import type { CsvHead } from "./csv-head.ts";
import { readRows } from "./csv-rows.ts";
import type { ReadExtractOptions } from "./read-extract-options.ts";

const TIMES: readonly ExtractField[] = ["sent", "first_read", "replied", "closed", "at"];
const EXAMPLE =
  '--time-format "DD/MM/YYYY HH:mm" if the day comes first, --time-format "MM/DD/YYYY HH:mm" if the month does';

/** The format of each column of times: stated, or by its cells, if these leave no doubt; more of the files are read only where their beginnings leave some. Throws InputError. */
export async function timeFormats(
  heads: readonly CsvHead[],
  maps: readonly ColumnMap[],
  options: ReadExtractOptions,
): Promise<ReadonlyMap<ExtractField, TimeFormat>> {
  const issues: Issue[] = [];
  const formats = new Map<ExtractField, TimeFormat>();
  const asked = new Map<ExtractField, TimeRecogniser>();
  const refuse = (field: ExtractField, message: string, hint: string) => {
    issues.push({ code: "time-format", path: field, message, hint, severity: "error" });
  };
  for (const field of TIMES.filter((each) => maps[0]!.columns.has(each))) {
    const stated = options.timeFormats?.[field] ?? options.timeFormats?.all;
    if (stated === undefined) {
      asked.set(field, new TimeRecogniser());
      continue;
    }
    const format = parseTimeFormat(stated);
    if (format !== undefined) formats.set(field, format);
    else
      refuse(
        field,
        `"${stated}" is no format of times`,
        'write it as "YYYY-MM-DD HH:mm", "DD/MM/YYYY HH:mm", "M/D/YYYY h:mm A", "DD-MMM-YYYY", unix, unix-ms or excel',
      );
  }
  heads.forEach(({ rows }, i) => {
    for (const cells of rows) look(asked, maps[i]!, cells);
  });
  const isOpen = () => [...asked.values()].some((recogniser) => needsMore(recogniser.result()));
  for (const [i, head] of heads.entries()) {
    if (!isOpen()) break;
    let seen = 0;
    const map = maps[i]!;
    await readRows(head, {
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      progress: (bytes) => options.progress?.(bytes, head.size),
      row: (cells) => {
        seen += 1;
        if (seen > head.rows.length) look(asked, map, cells);
        return seen % 1000 !== 0 || isOpen();
      },
    });
  }
  const others = [...asked.values()].flatMap((recogniser) => {
    const result = recogniser.result();
    return result.kind === "known" ? [result.format] : [];
  });
  others.unshift(...formats.values());
  const dayMonth = (["dmy", "mdy"] as const).flatMap((order) =>
    others.filter((format) => format.kind === "calendar" && format.order === order).slice(0, 1),
  );
  for (const [field, recogniser] of asked) {
    const result = recogniser.result();
    if (result.kind === "known") formats.set(field, result.format);
    // What one column of an export cannot tell, the others do.
    else if (result.kind === "empty") formats.set(field, others[0] ?? ISO);
    else if (result.kind === "ambiguous" && dayMonth.length === 1) formats.set(field, dayMonth[0]!);
    else refuse(field, PROBLEMS[result.kind], HINTS[result.kind]);
  }
  if (issues.length > 0) throw new InputError(issues);
  return formats;
}

const ISO: TimeFormat = { kind: "calendar", order: "ymd", shortYear: false };

const PROBLEMS = {
  ambiguous: "every date can be read with the day first or with the month first",
  mixed: "some dates can only have the day first, others only the month",
  unknown: "most cells are in no format of times that is known",
} as const;

const HINTS = {
  ambiguous: `say which: ${EXAMPLE}`,
  mixed: "export them in one format, YYYY-MM-DD",
  unknown: 'say it: --time-format "YYYY-MM-DD HH:mm", unix, unix-ms or excel; or map another column',
} as const;

function needsMore({ kind }: RecognisedTimes): boolean {
  return kind === "ambiguous";
}

function look(
  asked: ReadonlyMap<ExtractField, TimeRecogniser>,
  { columns }: ColumnMap,
  cells: readonly string[],
): void {
  for (const [field, recogniser] of asked) {
    const cell = plainCell(cells[columns.get(field)!] ?? "");
    if (!isNothing(cell)) recogniser.add(cell);
  }
}
