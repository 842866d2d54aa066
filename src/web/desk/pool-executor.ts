import {
  type Executor,
  Interrupted,
  type Job,
  type Jobs,
  type Outcome,
  type StopSignal,
  unpack,
} from "../../experiment/index.ts";

/** Does one job somewhere else; never rejects for what the job does. The signal says that nobody waits for it any more. */
export type Engine = (job: Job, signal?: StopSignal) => Promise<Outcome>;

/** Runs jobs on several engines, each of which has one at a time. */
export function createPoolExecutor(engines: readonly Engine[]): Executor {
  return {
    async run(jobs, onResult, signal) {
      const next = oneAtATime(jobs);
      let over = false;
      let turn = Promise.resolve();
      const lane = async (engine: Engine, stopped: Promise<never>) => {
        for (;;) {
          if (over) return;
          if (signal?.aborted === true) throw new Interrupted();
          const { value: job, done } = await next();
          if (done === true) return;
          const result = unpack(await Promise.race([engine(job, signal), stopped]), job);
          turn = turn.then(() => (over ? undefined : onResult(job, result)));
          await turn;
        }
      };
      const { stopped, release } = rejectsWhenAborted(signal);
      try {
        await Promise.all(engines.map((engine) => lane(engine, stopped)));
      } finally {
        over = true;
        release();
        await turn.catch(() => {});
      }
    },
  };
}

/** The next job, whoever asks; a source is never asked twice at once. */
function oneAtATime(jobs: Jobs): () => Promise<IteratorResult<Job, undefined>> {
  const source =
    Symbol.asyncIterator in jobs ? jobs[Symbol.asyncIterator]() : (jobs as Iterable<Job>)[Symbol.iterator]();
  let asked: Promise<unknown> = Promise.resolve();
  return () => {
    const answer = asked.then(() => source.next());
    asked = answer;
    return answer;
  };
}

function rejectsWhenAborted(signal: StopSignal | undefined) {
  let interrupt = () => {};
  const stopped = new Promise<never>((_, failed) => {
    interrupt = () => failed(new Interrupted());
  });
  stopped.catch(() => {}); // told by whoever waits for a result then
  signal?.addEventListener("abort", interrupt);
  return { stopped, release: () => signal?.removeEventListener("abort", interrupt) };
}
