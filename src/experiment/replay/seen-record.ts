import { dayNumber, isoDate } from "../../model/index.ts";
import type { Extract } from "../extract/extract.ts";
import { contentHash } from "../job.ts";

/** What a scenario was fitted to, where that reaches into what it is judged by. */
export interface SeenRecord {
  /** ISO dates: the first and last of the log that the scenario was fitted to. */
  readonly from: string;
  readonly to: string;
  /** It is this very log, by its messages of each hour; else one of the same time. */
  readonly isSame: boolean;
}

const HOURS = 24;

/** What a scenario says of the log that it was fitted to. */
export interface FittedLog {
  /** ISO dates, both included. */
  readonly from: string;
  readonly to: string;
  /** `logHash` */
  readonly log: string;
}

/** The log of an extract, to be known again. */
export function fittedLog({ start, counts }: Pick<Extract, "start" | "counts">): FittedLog {
  const to = isoDate(dayNumber(start) + counts.days - 1);
  return { from: start, to, log: logHash(counts, 0, counts.days) };
}

/**
 * SHA-256 of a log's messages of patients by local hour from one day to the last before another (days since the log's start), hexadecimal: the same for a
 * log and for a longer one of which it is a part, whatever sample is kept of it.
 */
function logHash({ byHour }: Extract["counts"], first: number, end: number): string {
  const hours = Array.from({ length: (end - first) * HOURS }, (_, i) =>
    byHour.reduce((sum, hour) => sum + hour[first * HOURS + i]!, 0),
  );
  return contentHash("clinicsim/log/1", hours);
}

/** What a scenario says that it was fitted to, if that is no earlier than what is judged: sent from `judged` [ISO date] on. */
export function seenRecord(
  fitted: FittedLog | undefined,
  extract: Pick<Extract, "start" | "counts">,
  judged: string,
): SeenRecord | undefined {
  if (fitted === undefined) return undefined;
  const { from, to, log } = fitted;
  const start = dayNumber(extract.start);
  const { days } = extract.counts;
  const [first, end] = [dayNumber(from) - start, dayNumber(to) + 1 - start];
  if (to < judged || first >= days) return undefined;
  const isWithin = first >= 0 && end <= days && first < end;
  return { from, to, isSame: isWithin && logHash(extract.counts, first, end) === log };
}
