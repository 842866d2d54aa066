import type { UncertainInput } from "../experiment/index.ts";
import { type JsonValue, parsePath } from "../scenario/index.ts";
import { brief, decimalsOf } from "./number.ts";

/**
 * Names of inputs in tables: of each path its last keys, without those of a `*`: two, or as many more as tell it from
 * the others.
 */
export function inputNames(paths: readonly string[]): readonly string[] {
  const all = paths.map((path) => (parsePath(path) ?? [path]).filter((key) => key !== "*"));
  return all.map((keys, i) => {
    const nameOf = (own: readonly string[], length: number) => own.slice(-length).join(" · ");
    const isAlone = (length: number) =>
      all.every((other, j) => j === i || nameOf(other, length) !== nameOf(keys, length));
    let length = Math.min(2, keys.length);
    // A number says nothing without the list that it counts in.
    const begins = (at: number) => /^\d+$/.test(keys[keys.length - at]!);
    while (length < keys.length && (!isAlone(length) || begins(length))) length += 1;
    return nameOf(keys, length);
  });
}

/** `5 – 38 per business day`; of a choice, its values. */
export function rangeText({ range }: UncertainInput): string {
  if (range.kind === "choice") return range.values.map(choiceText).join(", ");
  const { low, high, unit } = range;
  const [size, shown] = unitFor(high, unit);
  return `${amountText(low / size)} – ${amountText(high / size)}${shown}`;
}

/** What an input is: a number with its unit, or a choice. */
export function settingText({ range }: UncertainInput, value: JsonValue): string {
  if (range.kind === "choice" || typeof value !== "number") return choiceText(value);
  const [size, shown] = unitFor(value, range.unit);
  return `${amountText(value / size)}${shown}`;
}

function choiceText(value: JsonValue): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Three digits, and the whole of a whole number. */
function amountText(amount: number): string {
  return brief(amount, Number.isInteger(amount) ? 0 : decimalsOf(amount));
}

/** Long times in hours. */
function unitFor(value: number, unit: string): readonly [size: number, shown: string] {
  if (unit === "min" && value >= 180) return [60, " h"];
  return [1, unit === "" || unit.startsWith("%") ? unit : ` ${unit}`];
}
