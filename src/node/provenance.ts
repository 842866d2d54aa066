import { arch, availableParallelism, cpus, hostname, platform, release } from "node:os";
import { version } from "../version.ts";
import type { QueueAddress } from "./queue/queue-address.ts";

/** The one file of a result that differs from run to run. */
export const PROVENANCE = "provenance.json";

/**
 * Text of `provenance.json`: when, where and how long; the one file of a result that differs from run to run. `by`: at most so many threads of
 * this machine, or the workers of a queue.
 */
export function provenanceText(
  started: Date,
  finished: Date,
  command: readonly string[],
  by: number | QueueAddress,
): string {
  const provenance = {
    format: "clinicsim/provenance/1",
    started: started.toISOString(),
    finished: finished.toISOString(),
    seconds: (finished.getTime() - started.getTime()) / 1000,
    command: ["clinicsim", ...command],
    ...(typeof by === "number" ? { jobs: by } : { queue: by.name }),
    version,
    node: process.version,
    host: hostname(),
    system: `${platform()} ${release()} ${arch()}`,
    processor: cpus()[0]?.model ?? "unknown",
    cores: availableParallelism(),
  };
  return `${JSON.stringify(provenance, null, 2)}\n`;
}
