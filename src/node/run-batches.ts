import { type Job, type OnResult, type Outcome, unpack } from "../experiment/index.ts";

export type Batch = readonly Job[];
export type Batches = AsyncGenerator<Batch, void, undefined>;

export interface BatchTransport {
  /** How many batches are to be under way. */
  readonly lanes: () => number;
  /** Has a batch run somewhere; its outcomes up to the first failure. */
  readonly send: (jobs: Batch) => Promise<readonly Outcome[]>;
  /** The results of a batch have been taken. */
  readonly taken?: (jobs: Batch) => void;
  /** Rejects when nothing can be sent any more. */
  readonly broken: Promise<never>;
}

/**
 * Has batches run, several at a time: each lane sends one, hands its results over and takes the next. Nothing is handed over once it has
 * settled. There are as many lanes as `lanes` says when a batch is done or `widen` is called.
 */
export class BatchRun {
  readonly #batches: Batches;
  readonly #transport: BatchTransport;
  readonly #onResult: OnResult;
  readonly #all: Promise<void>;
  #done!: () => void;
  #failed!: (cause: unknown) => void;
  #turn: Promise<void> = Promise.resolve();
  #open = 0;
  #isBegun = false;
  #isLast = false;
  #over = false;

  constructor(batches: Batches, transport: BatchTransport, onResult: OnResult) {
    this.#batches = batches;
    this.#transport = transport;
    this.#onResult = onResult;
    this.#all = new Promise((done, failed) => {
      this.#done = done;
      this.#failed = failed;
    });
  }

  /** Runs `first`, and all that come after it. */
  async run(first: Batch): Promise<void> {
    this.#isBegun = true;
    this.#begin(first);
    this.widen();
    try {
      await Promise.race([this.#all, this.#transport.broken]);
    } finally {
      this.#over = true;
      await this.#turn.catch(() => {});
    }
  }

  widen(): void {
    if (!this.#isBegun) return;
    while (!this.#over && !this.#isLast && this.#open < this.#transport.lanes()) this.#begin();
  }

  #begin(first?: Batch): void {
    this.#open += 1;
    this.#lane(first).then(() => {
      this.#open -= 1;
      if (this.#open === 0) this.#done();
    }, this.#failed);
  }

  async #lane(first?: Batch): Promise<void> {
    let jobs = first ?? (await this.#next());
    while (jobs !== undefined) {
      const sent = jobs;
      const outcomes = await this.#transport.send(sent);
      this.#turn = this.#turn.then(() => this.#deliver(sent, outcomes));
      await this.#turn;
      if (this.#over) return;
      this.widen();
      if (this.#open > this.#transport.lanes()) return;
      jobs = await this.#next();
    }
  }

  async #next(): Promise<Batch | undefined> {
    const { done, value } = await this.#batches.next();
    if (done === true) this.#isLast = true;
    return done === true ? undefined : value;
  }

  async #deliver(jobs: Batch, outcomes: readonly Outcome[]): Promise<void> {
    for (const [i, outcome] of outcomes.entries()) {
      if (!this.#over) await this.#onResult(jobs[i]!, unpack(outcome, jobs[i]!));
    }
    this.#transport.taken?.(jobs);
  }
}
