import { type Amount, formatPath, type JsonValue, type LedgerEntry } from "../../scenario/index.ts";

/** Something of a scenario that is not known for sure: a number with a range, or a choice among values. */
export interface UncertainInput {
  /** As the ledger or the flag has it; a `*` stands for every name there. All its places move together. */
  readonly path: string;
  /** Who vouches for it; "given" where the range was, with the command. */
  readonly grade: LedgerEntry["grade"] | "given";
  /** The places it stands for, as paths. */
  readonly places: readonly string[];
  readonly range: NumberRange | Choice;
}

/** Any number between two. Of several places with different ranges, that of the first. */
export interface NumberRange {
  readonly kind: "number";
  readonly low: number;
  readonly high: number;
  /** What the scenario has. */
  readonly written: number;
  /** Of all three; empty for bare numbers. */
  readonly unit: string;
  readonly shape: "uniform" | "triangular" | "lognormal" | "normal";
}

/** One of some values, each as likely as any other. */
export interface Choice {
  readonly kind: "choice";
  readonly values: readonly JsonValue[];
  /** Which of them the scenario has; undefined if none. */
  readonly written?: number;
}

/** A range in the ledger that is no input, and why. */
export interface LeftOutInput {
  readonly path: string;
  readonly why: string;
}

/** A place that an input moves: what is there for 0 ≤ u ≤ 1. */
export type Mover =
  | { readonly path: readonly string[]; readonly amount: Amount; readonly quantile: (u: number) => number }
  | { readonly path: readonly string[]; readonly values: readonly JsonValue[] };

/** An input with the places that it moves. */
export interface MovedInput {
  readonly input: UncertainInput;
  readonly movers: readonly Mover[];
}

/** Which of `count` equal parts of the unit interval `u` is in, from 0. */
export function partOf(u: number, count: number): number {
  return Math.min(count - 1, Math.floor(u * count));
}

/** A number as patches have it: six digits, which no estimate deserves, so that texts stay readable. */
export function rounded(value: number): number {
  return Number(value.toPrecision(6));
}

/** A path in which a `*` stands for every name, without quotes around it. */
export function starredPath(segments: readonly string[]): string {
  return segments.map((segment) => (segment === "*" ? segment : formatPath([segment]))).join(".");
}
