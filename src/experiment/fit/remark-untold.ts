import type { Draft } from "./draft.ts";
import type { Fit, SpecialtyFit } from "./fit.ts";
import type { LogTells } from "./log-tells.ts";
import { timeText } from "./written-amounts.ts";

/** Says what could not be learned for want of a column, and what was taken in its place. */
export function remarkUntold(draft: Draft, tells: LogTells): void {
  const { threads, patients, replies, closings, reads, settledAfter } = tells;
  if (!threads) {
    draft.remark(
      "the log does not say which messages are of one thread (thread_id): each counts as one, so next messages, chasers, busy days and how unevenly patients write are not learned from it",
    );
  }
  if (!patients) {
    draft.remark(
      "the log does not say whose messages they are (patient_id), or nobody began two threads (are patient_id and thread_id swapped?): how many patients there are, how unevenly they write and whose patients are whose are not learned from it, and intervals take every thread to be somebody else's",
    );
  }
  if (!replies && !closings) {
    draft.remark(
      "the log says neither when messages were replied to (replied) nor when they were closed (closed): next messages, chasers, who answers and when people work are not learned from it",
    );
  } else if (!replies) {
    draft.remark(
      "the log says when messages were closed, not when they were replied to (replied): a closing stands for the reply; how many next messages only thank, and how many chasers are answered for themselves, are not learned from it",
    );
  } else if (!closings) {
    draft.remark(
      `the log does not say when messages without a reply were closed (closed): after ${timeText(settledAfter)}, within which 99 of 100 replies came, a later message without one is taken to have needed none, and a first message to have waited no longer; minutes of reading are not learned from it`,
    );
  }
  if (tells.neverClosed) {
    draft.remark(
      "messages that were replied to long ago were never closed, and none was closed without a reply: are replied and closed swapped? If so, what is said of messages that need no reply is wrong",
    );
  }
  if (!reads && (replies || closings)) {
    draft.remark(
      "the log does not say when messages were first read (first_read): minutes of those who read first are not learned from it, and evenings count messages that others still had",
    );
  }
}

/** [days] A file that is shorter than the log by more than this is said to be. */
const SHORTER = 7;

/** Says of files of visits and calls that they could not be used, or cover less than the log, and which days. */
export function remarkSecondFiles(
  draft: Draft,
  { days, calendar, beside }: Fit,
  { name, visits, calls }: SpecialtyFit,
): void {
  const files = [
    { file: "visits", isGiven: beside.visits, covers: visits?.covers },
    { file: "calls", isGiven: beside.calls, covers: calls?.covers },
  ];
  for (const { file, isGiven, covers } of files) {
    if (!isGiven) continue;
    if (covers === undefined) {
      draft.remark(
        `${name}: the file of ${file} has too few of them on the days of the log: it was left out`,
      );
    } else if (covers.to - covers.from < days - SHORTER) {
      const [first, last] = [calendar.dateOf(covers.from), calendar.dateOf(covers.to - 1)];
      draft.remark(
        `${name}: the file of ${file} covers ${first} to ${last}, the log more than that: what it tells is of these ${covers.to - covers.from} days`,
      );
    }
  }
}
