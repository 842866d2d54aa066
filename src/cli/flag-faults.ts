import { availableParallelism } from "node:os";
import { InputError, type Issue } from "../errors.ts";
import type { Flags } from "./program.ts";

/** Flags being read, and what is wrong with them so far. */
export interface FlagFaults {
  refuse(flag: string, message: string, hint: string): void;
  /** Remembers what `read` throws of a flag, to tell all faults at once. */
  trying<T>(read: () => T): T | undefined;
  text(flag: string): string | undefined;
  /** What was given of a flag that may be repeated. */
  list(flag: string): readonly string[];
  /** A whole number from `least` to `most`. */
  whole(flag: string, least: number, most: number): number | undefined;
  /** A share above `least` and below `most`, written as 0.05 or 5%. */
  share(flag: string, least: number, most: number): number | undefined;
  /** Of `--jobs`: the cores, unless it says otherwise. */
  threads(): number;
  /** Of `--out`: the folder that results go to. */
  out(): string;
  /** Throws InputError with every fault, if there is one. */
  finish(): void;
}

const MOST_THREADS = 256;

export function flagFaults(flags: Flags): FlagFaults {
  const issues: Issue[] = [];
  const given = (flag: string) =>
    flags[flag.slice(2).replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())];
  const refuse = (flag: string, message: string, hint: string) => {
    issues.push({ code: "bad-flag", path: flag, message, hint, severity: "error" });
  };
  const whole = (flag: string, least: number, most: number): number | undefined => {
    const text = given(flag);
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
  const share = (flag: string, least: number, most: number): number | undefined => {
    const text = given(flag);
    if (text === undefined) return undefined;
    const [, digits, percent] = /^(\d*\.?\d+) ?(%?)$/.exec(String(text)) ?? [];
    const value = digits === undefined ? Number.NaN : Number(digits) / (percent === "%" ? 100 : 1);
    if (value > least && value < most) return value;
    const example = String((least + 9 * most) / 10);
    refuse(
      flag,
      `must be above ${least} and below ${most}, not "${String(text)}"`,
      `for example ${flag} ${example}`,
    );
    return undefined;
  };
  return {
    refuse,
    whole,
    share,
    trying: (read) => {
      try {
        return read();
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        issues.push(...error.issues);
        return undefined;
      }
    },
    text: (flag) => {
      const text = given(flag);
      return typeof text === "string" ? text : undefined;
    },
    list: (flag) => {
      const texts = given(flag);
      return Array.isArray(texts) ? (texts as readonly string[]) : [];
    },
    threads: () => whole("--jobs", 1, MOST_THREADS) ?? Math.min(MOST_THREADS, availableParallelism()),
    out: () => {
      const { out } = flags;
      if (typeof out === "string" && out !== "") return out;
      refuse("--out", "needs a folder", "for example --out output");
      return "";
    },
    finish: () => {
      if (issues.length > 0) throw new InputError(issues);
    },
  };
}
