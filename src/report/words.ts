import type { RunSpec } from "../model/index.ts";

/** `1 week`, `2 weeks`. */
export function counted(count: number, noun: string, nouns = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : nouns}`;
}

/** Whole weeks as weeks, other days as days. */
export function daysText(days: number): string {
  return days > 0 && days % 7 === 0 ? counted(days / 7, "week") : counted(days, "day");
}

/** `52 weeks from 2026-01-05, after 6 weeks of warm-up`: what is measured. */
export function runText({
  start,
  warmUpDays,
  lengthDays,
}: Pick<RunSpec, "start" | "warmUpDays" | "lengthDays">): string {
  const after = warmUpDays === 0 ? "without warm-up" : `after ${daysText(warmUpDays)} of warm-up`;
  return `${daysText(lengthDays)} ${after} from ${start}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** With a capital at the beginning, as a sentence has. */
export function capital(words: string): string {
  return words.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}
