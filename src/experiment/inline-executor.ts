import { type Executor, Interrupted } from "./executor.ts";
import { createPerformer, type Performer } from "./performer.ts";

export interface InlineExecutorOptions {
  readonly perform?: Performer;
  /** Awaited between jobs, so that whoever owns the thread can hear its keyboard. */
  readonly pause?: () => Promise<void>;
}

/** Runs jobs one after another where it is called. */
export function createInlineExecutor({
  perform = createPerformer(),
  pause = async () => {},
}: InlineExecutorOptions = {}): Executor {
  return {
    async run(jobs, onResult, signal) {
      for await (const job of jobs) {
        await pause();
        if (signal?.aborted === true) throw new Interrupted();
        await onResult(job, perform(job));
      }
    },
  };
}
