import { invariant } from "../../errors.ts";
import { type Comparison, compare, type Executor, Interrupted, replicate } from "../../experiment/index.ts";
import { type ReplicationResult, responseDefinitions } from "../../model/index.ts";
import {
  type ClinicDay,
  clinicDay,
  comparisonSheet,
  csvText,
  type Document,
  renderText,
  replicationsSheet,
  runDocument,
  summarise,
  summarySheet,
} from "../../report/index.ts";
import { type Patch, parseScenario, starterText } from "../../scenario/index.ts";
import type { Origin } from "../link/link.ts";
import { failureText } from "./failure-text.ts";
import { firstLookOf, PinnedLook } from "./first-look.ts";
import { pairingOf, primaryOf } from "./pairing.ts";
import { createPoolExecutor, type Engine } from "./pool-executor.ts";
import { issuesOf, type Opened, type Reading, readText } from "./reading.ts";
import { reportHeadroom } from "./report-headroom.ts";
import { comparisonReport, type LookForHeadroom, runReport } from "./reports.ts";
import { ResultMemory } from "./result-memory.ts";
import { type ShippedScenario, shippedScenarios, shippedText } from "./shipped.ts";
import type { Subject } from "./subject.ts";
import { type View, viewOf } from "./view.ts";

/** What is simulated, as the page says it: a scenario, its text where somebody has rewritten it, and changes to that. */
export interface Request {
  readonly origin: Origin;
  /** Left out: the origin's text. */
  readonly source?: string;
  readonly changes: Patch;
}

/** A file to save. */
export interface SavedFile {
  readonly name: string;
  readonly text: string;
}

export type FileKind = "replications" | "summary" | "comparison" | "report";

export interface DayRequest {
  readonly replication: number;
  /** ISO date. */
  readonly date: string;
  /** Index of the specialty. */
  readonly specialty: number;
}

/** Draws a view; done when it is drawn, so that looks come no faster than they are drawn. */
export type Show = (view: View) => void | Promise<void>;

/** How long a whole world is waited for before a look at the beginning of one is shown [ms]. */
const HOLD = 300;

/** Least pause between two looks at results that are coming in, and how many times as long as a look took [ms]. */
const PAUSE = { least: 120, times: 2 } as const;

/**
 * Does the page's thinking in a worker: checks scenarios, has engines run them, analyses what comes back. Knows what was read last and what is
 * pinned; a new request ends the work on the one before.
 */
export class Desk {
  readonly #memory = new ResultMemory();
  #executor: Executor = createPoolExecutor([]);
  #scout: Executor = this.#executor;
  /** Those behind `#executor`, for what need not be remembered. */
  #engines: Executor = this.#executor;
  #subject: Subject | undefined;
  /** Of the subject's scenario. */
  #text = "";
  #results: readonly ReplicationResult[] = [];
  #comparison: Comparison | undefined;
  #pinned: Subject | undefined;
  readonly #pinnedLook = new PinnedLook();
  #work = new AbortController();
  /** The origin's text that was read last. */
  #opened: Opened | undefined;
  #day: { readonly key: string; readonly result: ReplicationResult } | undefined;

  /** To be called first. `scout`: an engine for first looks, which is to be free while the others are still at what went before. */
  employ(scout: Engine, engines: readonly Engine[]): void {
    this.#scout = createPoolExecutor([scout]);
    this.#engines = createPoolExecutor(engines);
    this.#executor = this.#memory.remembering(this.#engines);
  }

  shipped(): readonly ShippedScenario[] {
    return shippedScenarios;
  }

  /** Checks a request; what it asks for is what `simulate` runs from now on, unless it has errors. */
  read(request: Request): Reading {
    this.stop();
    const { reading, subject } = this.#readingOf(request);
    this.#subject = subject;
    this.#text = reading.text;
    this.#results = [];
    this.#comparison = undefined;
    return reading;
  }

  /** All that is to be said of a reading's text, its alternatives with the changes among it. */
  issuesOf(reading: Reading): Reading["issues"] {
    return issuesOf(reading);
  }

  /** Keeps a request's results to compare later ones with; undefined lets go of them. Returns whether it can be simulated. */
  pin(request: Request | undefined): boolean {
    this.#comparison = undefined;
    this.#pinned = request === undefined ? undefined : this.#readingOf(request).subject;
    return this.#pinned !== undefined;
  }

  stop(): void {
    this.#work.abort();
  }

  /**
   * Runs what was read last, showing results as they come in; the last view has all of them. Returns why it ended before: an empty text
   * when it was stopped.
   */
  async simulate(show: Show): Promise<string | undefined> {
    this.stop();
    const work = new AbortController();
    this.#work = work;
    const subject = this.#subject;
    invariant(subject !== undefined, "nothing was read that can be simulated");
    try {
      await this.#run(subject, work.signal, show);
      return undefined;
    } catch (error) {
      if (error instanceof Interrupted || work.signal.aborted) return "";
      return failureText(error);
    }
  }

  /** A day of one world. Rejects as `simulate` returns. */
  async day({ replication, date, specialty }: DayRequest): Promise<ClinicDay> {
    const subject = this.#subject;
    invariant(subject !== undefined, "nothing was read that can be simulated");
    const { model, plan } = subject;
    const key = JSON.stringify([plan.scenario, plan.seed, replication]);
    if (this.#day?.key !== key) {
      const job = { ...plan, replication, keep: "full" as const };
      await this.#executor.run([job], (_, result) => {
        this.#day = { key, result };
      });
    }
    const day = model.calendar.dayOfDate(date);
    return clinicDay(model, this.#day!.result, { day, specialty });
  }

  /** A file of the finished results; undefined while there is none. */
  file(kind: FileKind): SavedFile | undefined {
    const subject = this.#finished();
    if (subject === undefined) return undefined;
    const { scenario, model, plan } = subject;
    const definitions = responseDefinitions(model);
    if (kind === "replications")
      return { name: "replications.csv", text: csvText(replicationsSheet(definitions, this.#results)) };
    if (kind === "comparison") {
      if (this.#comparison === undefined) return undefined;
      return { name: "comparison.csv", text: csvText(comparisonSheet(this.#comparison)) };
    }
    const summary = summarise(scenario, model, plan.seed, this.#results);
    if (kind === "summary") return { name: "summary.csv", text: csvText(summarySheet(summary.analysis)) };
    return { name: "report.txt", text: renderText(runDocument(summary)) };
  }

  /**
   * The page that `clinicsim report` makes of the finished results, or of their comparison with what is pinned, with a quick search for the volume at
   * which a promise breaks: `arrived` hears how many of its worlds are done. Undefined while there are no results, and when something else is asked
   * for meanwhile.
   */
  async report(kind: "run" | "comparison", arrived: (done: number) => void): Promise<Document | undefined> {
    const { signal } = this.#work;
    let done = 0;
    const look: LookForHeadroom = (recommended, subject, of) =>
      reportHeadroom(recommended, subject, this.#engines, {
        ...of,
        signal,
        arrived: () => arrived(++done),
      });
    try {
      return await this.#reportOf(kind, look);
    } catch (error) {
      if (error instanceof Interrupted || signal.aborted) return undefined;
      throw error;
    }
  }

  async #reportOf(kind: "run" | "comparison", look: LookForHeadroom): Promise<Document | undefined> {
    const subject = this.#finished();
    if (subject === undefined) return undefined;
    if (kind === "run") return runReport(subject, this.#results, this.#text, look);
    const pinned = this.#pinned;
    if (pinned === undefined || this.#comparison === undefined) return undefined;
    const subjects = [pinned, subject];
    const plan = pairingOf(pinned, subject, this.#comparison.replications.length);
    const results = subjects.map(({ plan: own }) => this.#memory.known(own));
    return plan === undefined ? undefined : comparisonReport(plan, subjects, results, this.#comparison, look);
  }

  /** What was read last, if all its results are there. */
  #finished(): Subject | undefined {
    const subject = this.#subject;
    return subject === undefined || this.#results.length < subject.plan.replications.length
      ? undefined
      : subject;
  }

  #readingOf({ origin, source, changes }: Request) {
    const originText = origin.kind === "file" ? origin.text : (shippedText(origin.id) ?? starterText());
    if (this.#opened?.text !== originText)
      this.#opened = { text: originText, parsed: parseScenario(originText) };
    return readText(source ?? originText, changes, this.#opened);
  }

  async #run(subject: Subject, signal: AbortSignal, show: Show): Promise<void> {
    const results: ReplicationResult[] = [];
    let next = 0;
    const look = async () => {
      const begun = performance.now();
      this.#results = results.slice();
      await show(await this.#viewOf(subject, signal));
      next = performance.now() + Math.max(PAUSE.least, PAUSE.times * (performance.now() - begun));
    };
    const looked = this.#lookFirst(subject, signal);
    const held = pause(HOLD);
    let isAwaited = true;
    Promise.all([looked, held])
      .then(([view]) => (isAwaited && !signal.aborted && view !== undefined ? show(view) : undefined))
      .catch(() => {}); // a page that cannot draw tells of it with the whole worlds
    // It has the cores to itself so long.
    await Promise.race([looked, held]);
    try {
      await replicate(subject.plan, this.#executor, {
        signal,
        inOrder: async (result) => {
          isAwaited = false;
          results.push(result);
          const isLast = results.length === subject.plan.replications.length;
          if (!isLast && performance.now() >= next) await look();
        },
      });
    } finally {
      isAwaited = false;
    }
    await look();
  }

  /** What the beginning of a world says; undefined where a whole one is soon there, or where that one cannot go on, which the whole one tells. */
  async #lookFirst(subject: Subject, signal: AbortSignal): Promise<View | undefined> {
    let view: View | undefined;
    try {
      const first = this.#memory.known(subject.plan).length > 0 ? undefined : firstLookOf(subject);
      if (first === undefined) return undefined;
      const primary = new Set(primaryOf(this.#pinned ?? subject));
      const isPinned = this.#pinned?.plan.scenario === subject.plan.scenario;
      // Without one there is still a first look, with nothing to hold it against.
      const pinned = isPinned
        ? undefined
        : await this.#pinnedLook.of(this.#pinned, this.#scout, signal).catch(() => undefined);
      const look = (result: ReplicationResult) => {
        view = viewOf(first.subject, [result], {
          primary,
          isFirstLook: true,
          isPinned,
          ...(pinned && { pinned }),
        });
      };
      await this.#scout.run([first.job], (_, result) => look(result), signal);
    } catch {
      // Given up, or told by the whole world.
    }
    return view;
  }

  async #viewOf(subject: Subject, signal: AbortSignal): Promise<View> {
    const results = this.#results;
    const primary = new Set(primaryOf(this.#pinned ?? subject));
    const pinned = this.#pinned;
    const isPinned = pinned?.plan.scenario === subject.plan.scenario;
    if (pinned === undefined || isPinned) return viewOf(subject, results, { primary, isPinned });
    const isLast = results.length === subject.plan.replications.length;
    const known = this.#memory.known(pinned.plan);
    const worlds = isLast ? results.length : Math.min(results.length, known.length);
    const plan = worlds < 2 ? undefined : pairingOf(pinned, subject, worlds);
    let base = known;
    if (plan !== undefined) {
      const models = [pinned.model, subject.model];
      this.#comparison = await compare(plan, models, this.#executor, {
        signal,
        results: (place, own) => {
          if (place === 0) base = own;
        },
      });
    }
    return viewOf(subject, results, {
      primary,
      pinned: { subject: pinned, results: base.slice(0, Math.max(worlds, 1)) },
      ...(this.#comparison === undefined ? {} : { comparison: this.#comparison }),
    });
  }
}

function pause(time: number): Promise<void> {
  return new Promise((over) => setTimeout(over, time));
}
