import { InputError } from "../errors.ts";
import type { Keep } from "../model/index.ts";
import { flagReader } from "./flag-reader.ts";
import type { Flags } from "./program.ts";

/** What `run` was asked to do, beside the scenario. */
export interface RunFlags {
  readonly seed?: number;
  readonly replications?: number;
  /** Only this one. */
  readonly replication?: number;
  readonly jobs: number;
  readonly out: string;
  readonly keep: Keep;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly force: boolean;
}

/** The flags of `run`, checked. Throws InputError with every fault. */
export function runFlags(flags: Flags): RunFlags {
  const { issues, refuse, whole, jobs: threads, out: folder } = flagReader(flags);
  const seed = whole("--seed", 0, Number.MAX_SAFE_INTEGER);
  const replications = whole("--replications", 1, 1_000_000);
  const replication = whole("--replication", 1, 1_000_000);
  const jobs = threads();
  if (replications !== undefined && replication !== undefined) {
    refuse("--replication", "cannot be used with --replications", "--replication runs that one only");
  }
  const { keep } = flags;
  if (keep !== "responses" && keep !== "full") {
    refuse("--keep", `must be responses or full, not "${String(keep)}"`, "full keeps every message too");
  }
  const out = folder();
  if (issues.length > 0) throw new InputError(issues);
  return {
    ...(seed === undefined ? {} : { seed }),
    ...(replications === undefined ? {} : { replications }),
    ...(replication === undefined ? {} : { replication }),
    jobs,
    out,
    keep: keep === "full" ? "full" : "responses",
    json: flags.json === true,
    quiet: flags.quiet === true,
    force: flags.force === true,
  };
}
