import { dayNumber } from "../../model/index.ts";
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

/**
 * SHA-256 of a log's messages of patients by local hour from one day to the last before another (days since the log's start), hexadecimal: the same for a
 * log and for a longer one of which it is a part, whatever sample is kept of it.
 */
export function logHash({ counts }: Pick<Extract, "counts">, first = 0, end = counts.days): string {
  const hours = Array.from({ length: (end - first) * HOURS }, (_, i) =>
    counts.byHour.reduce((sum, hour) => sum + hour[first * HOURS + i]!, 0),
  );
  return contentHash("clinicsim/log/1", hours);
}

/** What a scenario says that it was fitted to, if that is no earlier than what is judged: sent from `judged` [ISO date] on. */
export function seenRecord(
  fitted: { readonly from: string; readonly to: string; readonly log: string } | undefined,
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
  return { from, to, isSame: isWithin && logHash(extract, first, end) === log };
}
