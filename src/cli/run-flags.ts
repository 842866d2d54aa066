import { availableParallelism } from "node:os";
import { InputError, type Issue } from "../errors.ts";
import { UNTIL_DEFAULTS } from "../experiment/index.ts";
import type { Keep } from "../model/index.ts";
import type { Flags } from "./program.ts";

/** What `run` was asked to do, beside the scenario. */
export interface RunFlags {
  readonly seed?: number;
  readonly replications?: number;
  /** Only this one. */
  readonly replication?: number;
  /** Go on until all of this is known well enough. */
  readonly until?: UntilFlags;
  readonly jobs: number;
  readonly out: string;
  readonly keep: Keep;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly force: boolean;
}

export interface UntilFlags {
  /** As they were written. */
  readonly precisions: readonly string[];
  readonly atLeast: number;
  readonly atMost: number;
}

const MOST_THREADS = 256;
const MOST_REPLICATIONS = 1_000_000;
/** Of those whose number is not known before, all results wait in memory for the last. */
const MOST_UNTIL = 100_000;

/** The flags of `run`, checked. Throws InputError with every fault. */
export function runFlags(flags: Flags): RunFlags {
  const issues: Issue[] = [];
  const refuse = (flag: string, message: string, hint: string) => {
    issues.push({ code: "bad-flag", path: flag, message, hint, severity: "error" });
  };
  const whole = (flag: string, least: number, most: number): number | undefined => {
    const text = flags[camelCase(flag)];
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
  const replications = whole("--replications", 1, MOST_REPLICATIONS);
  const replication = whole("--replication", 1, MOST_REPLICATIONS);
  const jobs = whole("--jobs", 1, MOST_THREADS) ?? Math.min(MOST_THREADS, availableParallelism());
  if (replications !== undefined && replication !== undefined) {
    refuse("--replication", "cannot be used with --replications", "--replication runs that one only");
  }
  const until = untilFlags(flags, whole, refuse);
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
    ...(until === undefined ? {} : { until }),
    jobs,
    out: String(out),
    keep: keep === "full" ? "full" : "responses",
    json: flags.json === true,
    quiet: flags.quiet === true,
    force: flags.force === true,
  };
}

function untilFlags(
  flags: Flags,
  whole: (flag: string, least: number, most: number) => number | undefined,
  refuse: (flag: string, message: string, hint: string) => void,
): UntilFlags | undefined {
  const precisions = Array.isArray(flags.until) ? (flags.until as readonly string[]) : [];
  const most = whole("--at-most", 2, MOST_UNTIL);
  const atMost = most ?? UNTIL_DEFAULTS.atMost;
  const least = whole("--at-least", 2, MOST_UNTIL);
  const atLeast = least ?? Math.min(UNTIL_DEFAULTS.atLeast, atMost);
  const example = "for example --until first_reply_p90_business_h=5%";
  if (precisions.length === 0) {
    if (least !== undefined) refuse("--at-least", "needs --until", example);
    if (most !== undefined) refuse("--at-most", "needs --until", example);
    return undefined;
  }
  if (atLeast > atMost) {
    refuse("--at-least", `${atLeast} is more than the ${atMost} of --at-most`, "give a larger --at-most");
  }
  for (const fixed of ["--replications", "--replication"]) {
    if (flags[camelCase(fixed)] === undefined) continue;
    refuse(
      "--until",
      `cannot be used with ${fixed}`,
      "it finds the number itself: see --at-least and --at-most",
    );
  }
  return { precisions, atLeast, atMost };
}

/** A flag's name among those that commander read. */
function camelCase(flag: string): string {
  return flag.slice(2).replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
