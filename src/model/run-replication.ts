import { invariant } from "../errors.ts";
import type { TransferableTable } from "../results/index.ts";
import { ClinicRecorder, type Keep } from "./clinic-recorder.ts";
import type { Model } from "./compile.ts";
import { drawWorld } from "./draw-world.ts";
import { observedByAll } from "./observed-by-all.ts";
import type { RecordedArrivals } from "./recorded-arrivals.ts";
import type { Conservation } from "./recorder/books.ts";
import { AfterHoursByDay, type DayPaths, dayPaths } from "./recorder/day-paths.ts";
import { type ReplyColumns, ReplyLog } from "./recorder/reply-log.ts";
import { type WeekHours, WeekHoursRecorder } from "./recorder/week-hours.ts";
import { type Diagnostics, diagnostics } from "./responses/diagnostics.ts";
import type { Tallied } from "./responses/promise-record.ts";
import { recordedRun } from "./responses/recorded-run.ts";
import type { Samples } from "./responses/samples.ts";
import { WeeklyOpen } from "./responses/weekly-open.ts";
import { measureResponses, type ResponseValues } from "./responses.ts";
import { runClinic } from "./run-clinic.ts";
import { regimeModels } from "./window-regimes.ts";

export interface ReplicationOptions {
  readonly seed: number;
  /** A whole number from 0. */
  readonly replication: number;
  readonly keep: Keep;
  /** Patients' own messages come as they were recorded, and none is drawn. */
  readonly arrivals?: RecordedArrivals;
}

/** What a run says of a stretch of time. */
export interface MeasuredRun extends ResponseValues {
  /** With `keep: "values"` or `"replies"` none at all. */
  readonly samples: Samples;
}

/** All that is kept of one replication: plain data and typed arrays, to be posted or stored. */
export interface ReplicationResult extends MeasuredRun {
  readonly replication: number;
  /** The same of each regime, in the order of `regimeModels`; with `keep: "values"` or `"replies"` none. */
  readonly regimes: readonly MeasuredRun[];
  readonly weekHours: WeekHours;
  /** By promise, by month of the window as in `monthsOfWindow`: how often it was made and kept. */
  readonly promiseMonths: readonly (readonly Tallied[])[];
  /** With `keep: "full"` only. */
  readonly tables?: readonly TransferableTable[];
  /** With `keep: "days"` only. */
  readonly paths?: DayPaths;
  /** With `keep: "replies"` only. */
  readonly replies?: ReplyColumns;
  readonly conservation: Conservation;
  readonly diagnostics: Diagnostics;
}

/** Whoever asks for a sample that was not kept finds nothing there, rather than an empty one. */
const NO_SAMPLES = Object.freeze({}) as Samples;

/** One replication from its world to its responses: a function of (model, seed, replication) alone. Throws as `runClinic`. */
export function runReplication(
  model: Model,
  { seed, replication, keep, arrivals }: ReplicationOptions,
): ReplicationResult {
  const world = drawWorld(model, seed, replication, arrivals);
  const recorder = new ClinicRecorder(model, world, keep);
  const weeklyOpen = new WeeklyOpen(model);
  const isBrief = keep === "values" || keep === "replies";
  const parts = isBrief ? [] : regimeModels(model);
  const regimes = parts.map((regime) => new ClinicRecorder(regime, world));
  const weekHours = new WeekHoursRecorder(model, recorder.clocks);
  const afterHours = keep === "days" ? new AfterHoursByDay(model, recorder.roster) : undefined;
  const replies = keep === "replies" ? new ReplyLog(model, world) : undefined;
  const more = [...regimes, afterHours, replies].filter((observer) => observer !== undefined);
  runClinic(model, world, observedByAll([recorder, weeklyOpen, weekHours, ...more]));
  const conservation = recorder.conservation();
  checkBooks(conservation);
  const run = recordedRun(recorder);
  return {
    replication,
    ...measureResponses(run),
    samples: isBrief ? NO_SAMPLES : run.samples,
    regimes: regimes.map((regime) => {
      const measured = recordedRun(regime);
      return { ...measureResponses(measured), samples: measured.samples };
    }),
    ...(afterHours === undefined ? {} : { paths: dayPaths(run, afterHours) }),
    weekHours: weekHours.week(recorder.log),
    promiseMonths: run.promises.map(({ months }) => months),
    ...(replies === undefined ? {} : { replies: replies.columns() }),
    ...(keep === "full" ? { tables: recorder.tables().map((table) => table.toTransferable()) } : {}),
    conservation,
    diagnostics: { ...diagnostics(run), weeklyOpen: weeklyOpen.means() },
  };
}

function checkBooks(books: Conservation): void {
  const { sent, turnedAway, received, closed, open, visitsDue, visits, workDue, work } = books;
  invariant(
    sent === turnedAway + received,
    `${sent} messages were sent, ${turnedAway} turned away, ${received} came in`,
  );
  invariant(received === closed + open, `${received} messages came in, ${closed} closed, ${open} are open`);
  invariant(visits === visitsDue, `${visitsDue} visits were asked for, ${visits} told`);
  invariant(work === workDue, `${workDue} calls and pieces of other work came, ${work} were told`);
}
