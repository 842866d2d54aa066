import { availableParallelism } from "node:os";
import { InputError, type Issue } from "../errors.ts";
import type { Keep } from "../model/index.ts";
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

const MOST_THREADS = 256;

/** The flags of `run`, checked. Throws InputError with every fault. */
export function runFlags(flags: Flags): RunFlags {
  const issues: Issue[] = [];
  const refuse = (flag: string, message: string, hint: string) => {
    issues.push({ code: "bad-flag", path: flag, message, hint, severity: "error" });
  };
  const whole = (flag: string, least: number, most: number): number | undefined => {
    const text = flags[flag.slice(2)];
    if (text === undefined) return undefined;
    const value = typeof text === "string" && /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    refuse(
      flag,
      `must be a whole number from ${least} to ${most}, not "${String(text)}"`,
      `for example ${flag} ${least}`,
    );
    return undefined;
  };
  const seed = whole("--seed", 0, Number.MAX_SAFE_INTEGER);
  const replications = whole("--replications", 1, 1_000_000);
  const replication = whole("--replication", 1, 1_000_000);
  const jobs = whole("--jobs", 1, MOST_THREADS) ?? Math.min(MOST_THREADS, availableParallelism());
  if (replications !== undefined && replication !== undefined) {
    refuse("--replication", "cannot be used with --replications", "--replication runs that one only");
  }
  const { keep, out } = flags;
  if (keep !== "responses" && keep !== "full") {
    refuse("--keep", `must be responses or full, not "${String(keep)}"`, "full keeps every message too");
  }
  if (typeof out !== "string" || out === "") refuse("--out", "needs a folder", "for example --out output");
  if (issues.length > 0) throw new InputError(issues);
  return {
    ...(seed === undefined ? {} : { seed }),
    ...(replications === undefined ? {} : { replications }),
    ...(replication === undefined ? {} : { replication }),
    jobs,
    out: String(out),
    keep: keep === "full" ? "full" : "responses",
    json: flags.json === true,
    quiet: flags.quiet === true,
    force: flags.force === true,
  };
}
