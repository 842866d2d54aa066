import type { Outcome } from "../../experiment/index.ts";
import { type Executor, Interrupted, ReplicationError } from "../../experiment/index.ts";
import { type Batch, BatchRun } from "../run-batches.ts";
import { Attendance, areSuited, type Participant, strangersText } from "./attendance.ts";
import { BatchSizer } from "./batch-size.ts";
import { type Notice, PROTOCOL } from "./protocol.ts";
import type { QueueAddress } from "./queue-address.ts";
import { BatchLost, QueueLink } from "./queue-link.ts";
import { queueFault } from "./redis.ts";

export interface QueueExecutorOptions {
  readonly address: QueueAddress;
  readonly engine: string;
  readonly version: string;
  /** Jobs in a batch; left out, as many as are worth sending by what they take. */
  readonly batch?: number;
  readonly notice?: Notice;
  /** How often it looks for what no event told of [ms]. */
  readonly look?: number;
  /** Without a worker for so long, it says so [ms]. */
  readonly silence?: number;
}

export interface QueueExecutor extends Executor {
  /** Who is at work, in a word or two: `3 workers, 24 threads`. */
  workersText(): string;
}

/** Batches under way for each thread, so that none is idle between two of them; and at least, whoever is there. */
const AHEAD = 2;
const LEAST_LANES = 4;
const LOOK = 5000;
const SILENCE = 10_000;
/** How long leaving may take [ms]. */
const PATIENCE = 2000;

/** Runs jobs on any number of machines: on whatever workers of the same engine are at the queue while it runs. */
export function createQueueExecutor({
  address,
  engine,
  version,
  batch,
  notice,
  look = LOOK,
  silence = SILENCE,
}: QueueExecutorOptions): QueueExecutor {
  const own: Participant = { engine, protocol: PROTOCOL, version, threads: 0 };
  const sizer = new BatchSizer(batch);
  let workers: readonly Participant[] = [];
  const threads = () => workers.reduce((sum, worker) => sum + worker.threads, 0);
  const absence = new Absence(address, own, silence, notice);

  const send = async (link: QueueLink, jobs: Batch): Promise<readonly Outcome[]> => {
    try {
      const { took, outcomes } = await link.send(jobs);
      sizer.took(took, outcomes.length);
      return outcomes;
    } catch (cause) {
      if (!(cause instanceof BatchLost)) throw cause;
      // Whichever replication it was that no worker could finish, those around it are not to be lost.
      const [first] = jobs;
      if (first === undefined) throw cause;
      if (jobs.length === 1) throw new ReplicationError(first.seed, first.replication, cause, first.scenario);
      const half = Math.ceil(jobs.length / 2);
      const before = await send(link, jobs.slice(0, half));
      if (before.length < half || before.at(-1)?.type === "failure") return before;
      return [...before, ...(await send(link, jobs.slice(half)))];
    }
  };

  return {
    workersText: () => {
      const [count, all] = [workers.length, threads()];
      return `${count} ${count === 1 ? "worker" : "workers"}, ${all} ${all === 1 ? "thread" : "threads"}`;
    },
    async run(jobs, onResult, signal) {
      const stopped = () => signal?.aborted ?? false;
      const batches = sizer.batches(jobs);
      const first = await batches.next();
      if (stopped()) throw new Interrupted();
      if (first.done === true) return;
      const link = await QueueLink.open(address, engine, look, notice);
      let interrupt = () => {};
      const broken = new Promise<never>((_, failed) => {
        interrupt = () => failed(new Interrupted());
      });
      broken.catch(() => {});
      signal?.addEventListener("abort", interrupt);
      if (stopped()) interrupt();
      const run = new BatchRun(
        batches,
        {
          lanes: () => Math.max(LEAST_LANES, AHEAD * threads()),
          send: (sent) => send(link, sent),
          taken: (sent) => link.forget(sent),
          broken,
        },
        onResult,
      );
      let attendance: Attendance | undefined;
      absence.begin();
      try {
        const began = performance.now();
        await link.redis.ping();
        sizer.roundTrip = performance.now() - began;
        attendance = await Attendance.join(link.redis, address, "submitters", own, async (present) => {
          const everybody = await present.others("workers");
          workers = everybody.filter((worker) => areSuited(own, worker));
          sizer.threads = Math.max(1, threads());
          absence.look(workers, everybody);
          run.widen();
        });
        await run.run(first.value);
        if (stopped()) throw new Interrupted();
      } catch (error) {
        throw stopped() ? new Interrupted() : queueFault(address, error);
      } finally {
        signal?.removeEventListener("abort", interrupt);
        await batches.return(undefined);
        await Promise.race([
          attendance?.leave().catch(() => {}),
          new Promise((wake) => setTimeout(wake, PATIENCE).unref()),
        ]);
        await link.close(PATIENCE);
      }
    },
  };
}

/** Says when nobody is there to work, and who is there instead. */
class Absence {
  readonly #address: QueueAddress;
  readonly #own: Participant;
  readonly #silence: number;
  readonly #notice: Notice | undefined;
  #since = 0;
  #said = "";

  constructor(address: QueueAddress, own: Participant, silence: number, notice: Notice | undefined) {
    this.#address = address;
    this.#own = own;
    this.#silence = silence;
    this.#notice = notice;
  }

  begin(): void {
    this.#since = performance.now();
  }

  look(suited: readonly Participant[], everybody: readonly Participant[]): void {
    if (suited.length > 0) {
      if (this.#said !== "") this.#notice?.("a worker is there: it goes on");
      this.#said = "";
      this.begin();
      return;
    }
    const strangers = strangersText("worker", this.#own, everybody);
    const waited = performance.now() - this.#since;
    if (strangers === undefined && waited < this.#silence) return;
    const text = strangers ?? "start one:  clinicsim worker --queue …";
    const { name } = this.#address;
    const long = `has been seen at ${name} for ${Math.round(waited / 1000)} s`;
    const nobody = `no worker that can do this ${waited < this.#silence ? `is at ${name}` : long}`;
    if (text !== this.#said) this.#notice?.(`${nobody}; ${text}`);
    this.#said = text;
  }
}
