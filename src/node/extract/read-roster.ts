import { InputError, type Issue } from "../../errors.ts";
import {
  type ExtractBuilder,
  type ExtractClock,
  isNothing,
  parseTimeFormat,
  plainCell,
  TimeReader,
  TimeRecogniser,
  writtenTime,
} from "../../experiment/index.ts";
import { didYouMean } from "../../scenario/index.ts";
import { csvHead, refusal } from "./csv-head.ts";
import { readRows } from "./csv-rows.ts";
import type { ReadExtractOptions } from "./read-extract-options.ts";

const COLUMNS = ["staff_id", "from", "to"] as const;
const ROLE = "staff_role";
const MOST_SHIFTS = 500_000;

/** Reads who was to work when into an extract. Throws InputError, in words, for a file that is no roster. */
export async function readRoster(
  path: string,
  clock: ExtractClock,
  builder: ExtractBuilder,
  { timeFormats = {}, signal }: ReadExtractOptions,
): Promise<void> {
  const head = await csvHead(path, {});
  const names = head.header.map((name) => name.trim().toLowerCase());
  const issues = COLUMNS.filter((name) => !names.includes(name)).map(
    (name): Issue => ({
      code: "roster-column",
      path: "--roster",
      message: `${path} has no column ${name}`,
      hint: didYouMean(name, names),
      severity: "error",
    }),
  );
  if (issues.length > 0) throw new InputError(issues);
  const [person, begin, end] = COLUMNS.map((name) => names.indexOf(name)) as [number, number, number];
  const role = names.indexOf(ROLE);
  const stated = timeFormats.all === undefined ? undefined : parseTimeFormat(timeFormats.all);
  const recogniser = new TimeRecogniser();
  for (const cells of head.rows) {
    for (const column of [begin, end]) {
      const cell = plainCell(cells[column] ?? "");
      if (!isNothing(cell)) recogniser.add(cell);
    }
  }
  const seen = recogniser.result();
  if (stated === undefined && seen.kind !== "known") {
    throw refusal(
      "time-format",
      path,
      "leaves the format of its times in doubt",
      "write them as YYYY-MM-DD HH:mm",
    );
  }
  const reader = new TimeReader(stated ?? (seen.kind === "known" ? seen.format : { kind: "excel" }));
  const time = writtenTime();
  const timeIn = (cell: string | undefined) =>
    reader.read(plainCell(cell ?? ""), time) && !Number.isNaN(time.minute) ? clock.timeOf(time) : Number.NaN;
  let shifts = 0;
  await readRows(head, {
    ...(signal === undefined ? {} : { signal }),
    row: (cells, row) => {
      const from = timeIn(cells[begin]);
      const to = timeIn(cells[end]);
      if (!(from < to) || isNothing(cells[person] ?? "")) {
        builder.faults.add("unusable-shift", { file: 1, row });
        return undefined;
      }
      builder.shift(cells[person]!, role < 0 ? "" : (cells[role] ?? ""), from, to);
      shifts += 1;
      return shifts < MOST_SHIFTS;
    },
  });
}
