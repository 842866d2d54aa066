import type { Job, Jobs } from "../../experiment/index.ts";
import type { Keep } from "../../model/index.ts";
import type { Batches } from "../run-batches.ts";

/** What a job that does nothing takes from a thread of a worker [ms], and how often that goes to Redis and back: `npm run bench -- queue`. */
export const EMPTY_JOB = { base: 5, trips: 4 } as const;
/** Of the work, what the queue may cost at most. */
export const MOST_OVERHEAD = 0.02;
/** Work in a batch at least [ms], and what it grows by with every thread, so that no more than some 500 jobs a second come to Redis. */
const LEAST = 500;
const PER_THREAD = 2;
/** A batch is shorter than this, if it has more than one replication [ms]: it is what a killed worker loses. */
const MOST = 60_000;
/** Jobs in a batch at most, by what is kept of each, so that its results stay below some tens of megabytes. */
const MOST_JOBS = { values: 1000, replies: 100, responses: 100, days: 50, full: 10 } as const;
/** Weight of the newest batch in what a replication is thought to take. */
const NEWEST = 0.3;

/** Cuts a source of jobs into batches that are worth sending, by what replications have taken so far. */
export class BatchSizer {
  readonly #fixed: number | undefined;
  #each: number | undefined;
  /** Threads that there are. */
  threads = 1;
  /** To Redis and back [ms]. */
  roundTrip = 0;

  constructor(fixed?: number) {
    this.#fixed = fixed;
  }

  took(milliseconds: number, jobs: number): void {
    if (!Number.isFinite(milliseconds) || milliseconds < 0 || jobs < 1) return;
    const now = milliseconds / jobs;
    this.#each = this.#each === undefined ? now : this.#each + NEWEST * (now - this.#each);
  }

  /** Jobs in the next batch where `left` are to come: one, while nobody knows what it takes. */
  next(left: number, keep: Keep): number {
    if (this.#fixed !== undefined) return this.#fixed;
    if (this.#each === undefined) return 1;
    const empty = EMPTY_JOB.base + EMPTY_JOB.trips * this.roundTrip;
    const work = Math.min(MOST, Math.max(LEAST, this.threads * PER_THREAD, empty / MOST_OVERHEAD));
    const even = Math.ceil(left / (this.threads * 4));
    return Math.max(1, Math.min(Math.floor(work / Math.max(this.#each, 0.01)), even, MOST_JOBS[keep]));
  }

  async *batches(jobs: Jobs): Batches {
    let batch: Job[] = [];
    let given = 0;
    for await (const job of jobs) {
      batch.push(job);
      if (batch.length < this.next(jobs.length - given, job.keep)) continue;
      given += batch.length;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  }
}
