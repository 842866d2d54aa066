import type { QueueAddress } from "../node/index.ts";
import { flagFaults } from "./flag-faults.ts";
import type { Flags } from "./program.ts";
import { addressOf } from "./queue-flag.ts";
import type { Streams } from "./streams.ts";

/** What `worker` was asked to do. */
export interface WorkerFlags {
  readonly address: QueueAddress;
  readonly threads: number;
  /** Leave when there has been nothing to do for so long [ms]. */
  readonly idle?: number;
  /** A worker that is silent for so long counts as gone [ms]. */
  readonly goneAfter?: number;
  readonly quiet: boolean;
}

/** The flags of `worker`, checked. Throws InputError with every fault. */
export function workerFlags(flags: Flags, env: Streams["env"]): WorkerFlags {
  const faults = flagFaults(flags);
  const { refuse, whole, threads: threadsOf, finish } = faults;
  if (flags.queue === undefined)
    refuse(
      "--queue",
      "says where work comes from, and is needed",
      "for example --queue redis://127.0.0.1:6379",
    );
  const address = addressOf(faults, env);
  const threads = threadsOf();
  const idle = whole("--idle", 1, 1_000_000);
  const goneAfter = whole("--gone-after", 1, 3600);
  finish();
  return {
    address: address!,
    threads,
    ...(idle === undefined ? {} : { idle: 1000 * idle }),
    ...(goneAfter === undefined ? {} : { goneAfter: 1000 * goneAfter }),
    quiet: flags.quiet === true,
  };
}
