import { quantile } from "../../stats/index.ts";
import { MINUTES_PER_DAY } from "../../units.ts";
import type { ExtractSample } from "../extract/extract.ts";
import { SENDERS } from "../extract/extract-field.ts";

/** What a log tells, by what stands in it: a column that is there may be empty. */
export interface LogTells {
  /** Which messages are of one thread: some thread has two. */
  readonly threads: boolean;
  /** Whose messages they are: some patient began two threads. */
  readonly patients: boolean;
  /** When messages were replied to; otherwise a closing stands for the reply. */
  readonly replies: boolean;
  /** When messages were closed that got no reply: at least half of those that are long over. */
  readonly closings: boolean;
  /** When messages were first read. */
  readonly reads: boolean;
  /** Whether messages that were replied to and are long over were never closed, and none was closed without a reply: as if replies and closings were each other's. */
  readonly neverClosed: boolean;
  /** [min] Within which 99 of 100 replies came, a week at the least: what has none after it is not waiting any more, for all that a log without closings says. */
  readonly settledAfter: number;
}

const PATIENT = SENDERS.indexOf("patient");
const FEWEST = 5;
const NEARLY_ALL = 0.99;
const LEAST_SETTLED = 7 * MINUTES_PER_DAY;

/** What the messages of patients in a sample tell; `end` is the last moment that the extract tells of [min]. Sorted as the sample is. */
export function whatLogTells(sample: ExtractSample, end: number): LogTells {
  const { sender, sent, patient, thread, replied, closed, firstRead } = sample;
  const rows = Array.from(sent.keys()).filter((i) => sender[i] === PATIENT && !Number.isNaN(sent[i]!));
  const told = (column: Float64Array) => rows.filter((i) => !Number.isNaN(column[i]!)).length;
  const threadsOf = new Map<number, number>();
  for (const i of rows) threadsOf.set(thread[i]!, patient[i]!);
  const replies = told(replied) >= FEWEST;
  const ended = replies ? replied : closed;
  const waits = rows.map((i) => ended[i]! - sent[i]!).filter((wait) => wait >= 0);
  const settledAfter =
    waits.length === 0
      ? LEAST_SETTLED
      : Math.max(LEAST_SETTLED, quantile(Float64Array.from(waits).sort(), NEARLY_ALL));
  const isOver = (i: number) => sent[i]! < end - settledAfter;
  const over = rows.filter((i) => Number.isNaN(replied[i]!) && isOver(i));
  const closedOver = over.filter((i) => !Number.isNaN(closed[i]!)).length;
  const open = rows.filter((i) => isOver(i) && !Number.isNaN(replied[i]!) && Number.isNaN(closed[i]!)).length;
  const closedAlone = rows.some((i) => Number.isNaN(replied[i]!) && !Number.isNaN(closed[i]!));
  return {
    neverClosed: told(closed) >= FEWEST && open >= FEWEST && !closedAlone,
    threads: threadsOf.size < rows.length,
    patients: new Set(threadsOf.values()).size < threadsOf.size,
    replies,
    closings: told(closed) >= FEWEST && (over.length < FEWEST || 2 * closedOver >= over.length),
    reads: told(firstRead) >= FEWEST,
    settledAfter,
  };
}
