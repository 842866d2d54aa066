import { availableParallelism } from "node:os";
import type { Issue } from "../errors.ts";
import type { Flags } from "./program.ts";

const MOST_THREADS = 256;

/** Flags as they are being checked; every fault becomes an issue. */
export interface FlagReader {
  readonly issues: readonly Issue[];
  refuse(flag: string, message: string, hint: string): void;
  /** The whole number that a flag, with its dashes, has; undefined if it is not given, or refused. */
  whole(flag: string, least: number, most: number): number | undefined;
  /** Threads at most. */
  jobs(): number;
  /** The folder that results go to. */
  out(): string;
}

export function flagReader(flags: Flags): FlagReader {
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
  return {
    issues,
    refuse,
    whole,
    jobs: () => whole("--jobs", 1, MOST_THREADS) ?? Math.min(MOST_THREADS, availableParallelism()),
    out() {
      const { out } = flags;
      if (typeof out === "string" && out !== "") return out;
      refuse("--out", "needs a folder", "for example --out output");
      return "";
    },
  };
}

/** `--at-most` is `atMost` among commander's. */
function camelCase(flag: string): string {
  return flag.slice(2).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
