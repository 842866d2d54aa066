import { arch, availableParallelism, cpus, hostname, platform, release } from "node:os";
import { version } from "../version.ts";

/** The one file of a result that differs from run to run. */
export const PROVENANCE = "provenance.json";

/** Text of `provenance.json`: when, where and how long; the one file of a result that differs from run to run. */
export function provenanceText(
  started: Date,
  finished: Date,
  command: readonly string[],
  jobs: number,
): string {
  const provenance = {
    format: "clinicsim/provenance/1",
    started: started.toISOString(),
    finished: finished.toISOString(),
    seconds: (finished.getTime() - started.getTime()) / 1000,
    command: ["clinicsim", ...command],
    jobs,
    version,
    node: process.version,
    host: hostname(),
    system: `${platform()} ${release()} ${arch()}`,
    processor: cpus()[0]?.model ?? "unknown",
    cores: availableParallelism(),
  };
  return `${JSON.stringify(provenance, null, 2)}\n`;
}
