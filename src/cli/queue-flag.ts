import type { Executor } from "../experiment/index.ts";
import {
  createLocalExecutor,
  createQueueExecutor,
  engineId,
  parseQueueAddress,
  type QueueAddress,
  version,
} from "../node/index.ts";
import type { FlagFaults } from "./flag-faults.ts";
import type { Surroundings } from "./program.ts";
import type { Sink, Streams } from "./streams.ts";

/** Where `--queue` says that the queue is; undefined: nowhere. */
export function addressOf({ text, trying }: FlagFaults, env: Streams["env"]): QueueAddress | undefined {
  const written = text("--queue");
  return written === undefined ? undefined : trying(() => parseQueueAddress(written, env));
}

/** Where `--queue` says that jobs are to run; undefined: here, in threads of which only then there is something to say. */
export function queueOf(faults: FlagFaults, env: Streams["env"]): QueueAddress | undefined {
  if (faults.text("--queue") !== undefined && faults.text("--jobs") !== undefined) {
    faults.refuse(
      "--jobs",
      "is about threads of this process, and with --queue the work is done elsewhere",
      "leave it out; each worker says by its own --jobs how many threads it has",
    );
  }
  return addressOf(faults, env);
}

/** What a verb runs its jobs with, and who is at work beside this process, for a bar to show. */
export interface Workforce {
  readonly executor: Executor;
  readonly note: () => string;
}

/** The executor that the flags ask for. */
export async function workforceOf(
  { jobs, queue }: { readonly jobs: number; readonly queue?: QueueAddress },
  { outfit, streams }: Surroundings,
): Promise<Workforce> {
  if (queue === undefined) {
    return { executor: await (outfit.createExecutor ?? createLocalExecutor)({ jobs }), note: () => "" };
  }
  const notice = noticeTo(streams.stderr);
  const executor = createQueueExecutor({ address: queue, engine: engineId(), version, notice });
  return { executor, note: () => ` · ${executor.workersText()}` };
}

/** Says something in the middle of work, over a bar if there is one, which is drawn again below. */
export function noticeTo(sink: Sink): (text: string) => void {
  return (text) => void sink.write(sink.isTTY === true ? `\r\u001b[2K${text}\n` : `${text}\n`);
}
