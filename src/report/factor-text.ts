import type { DesignColumn } from "../experiment/index.ts";
import { formatPath, type JsonValue, parsePath } from "../scenario/index.ts";
import { brief } from "./number.ts";

/** A level of a factor with its unit. */
export function levelText(level: JsonValue, { unit }: DesignColumn): string {
  if (typeof level === "number") return unit === undefined ? brief(level) : `${brief(level)} ${unit}`;
  return typeof level === "string" ? level : JSON.stringify(level);
}

/** Of each path its last keys: two, or as many more as tell it from the others and do not begin within a list. */
export function shortNames(paths: readonly string[]): readonly string[] {
  const parsed = paths.map((path) => parsePath(path) ?? [path]);
  return parsed.map((path, i) => {
    const isAlone = (length: number) =>
      parsed.every(
        (other, j) => j === i || formatPath(other.slice(-length)) !== formatPath(path.slice(-length)),
      );
    const isWhole = (length: number) => isAlone(length) && !/^\d+$/.test(path.at(-length) ?? "");
    let length = Math.min(2, path.length);
    while (length < path.length && !isWhole(length)) length += 1;
    return formatPath(path.slice(-length));
  });
}
