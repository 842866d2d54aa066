import { setImmediate } from "node:timers/promises";
import {
  checkPoints,
  type Design,
  type Executor,
  type PreparePoint,
  runPoints,
  type StopSignal,
} from "../experiment/index.ts";
import type { Journal, JournalHeader, SweepFolder } from "../node/index.ts";
import { createBar } from "./bar.ts";
import type { Sink } from "./streams.ts";

/** Design points to check and to compute. */
export interface LeftPoints {
  readonly header: JournalHeader;
  readonly design: Design;
  readonly prepare: PreparePoint;
  readonly signal: StopSignal;
  /** Where progress shows. */
  readonly sink: Sink;
  /** What stands behind the progress of a run. */
  readonly note?: () => string;
}

/** How many points a sweep has, or a shard of it: every n-th, so that each shard has its share of all kinds. */
export function countOf({ terms, shard }: JournalHeader): number {
  const [first, step] = shard ?? [1, 1];
  return Math.max(0, Math.floor((terms.points - first) / step) + 1);
}

function* left({ terms, shard }: JournalHeader, journal?: Journal): Generator<number> {
  const [first, step] = shard ?? [1, 1];
  for (let point = first; point <= terms.points; point += step) {
    if (journal?.has(point) !== true) yield point;
  }
}

/** The replications that the points ask for which are not in the journal. Throws as `checkPoints`. */
export async function checkLeft(
  { header, design, prepare, signal, sink }: LeftPoints,
  journal?: Journal,
): Promise<number> {
  const total = countOf(header) - (journal?.count ?? 0);
  const bar = await createBar(sink, total);
  let done = 0;
  try {
    return await checkPoints(design, left(header, journal), prepare, {
      signal,
      pause: setImmediate,
      checked: () => {
        done += 1;
        bar.update(done, total, () => "points checked");
      },
    });
  } finally {
    bar.stop();
  }
}

/** Runs the points which are not in the folder's journal into it; how many had to be computed. Throws as `runPoints`. */
export async function runLeft(
  { header, prepare, signal, sink, note = () => "" }: LeftPoints,
  { journal, store }: SweepFolder,
  executor: Executor,
  replications: number,
): Promise<number> {
  const points = countOf(header);
  const bar = await createBar(sink, replications);
  let [done, computed] = [0, 0];
  const show = () => bar.update(done, replications, () => `${journal.count} of ${points} points${note()}`);
  try {
    await runPoints(left(header, journal), prepare, executor, store, {
      replications,
      signal,
      arrived: () => {
        done += 1;
        show();
      },
      kept: (_, own, isNew) => {
        if (isNew) computed += 1;
        else done += own;
        show();
      },
    });
    return computed;
  } finally {
    bar.stop();
  }
}
