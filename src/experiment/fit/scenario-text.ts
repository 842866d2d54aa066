import { formatPath, type JsonObject, type JsonValue } from "../../scenario/index.ts";

const WIDTH = 120;
const INDENT = "  ";

/** A document as JSON with comments: what fits on a line stands on one. `comments` are by path, "" for the top. */
export function scenarioText(document: JsonObject, comments: ReadonlyMap<string, readonly string[]>): string {
  const top = (comments.get("") ?? []).map((line) => `// ${line}\n`).join("");
  return `${top}${written(document, [], "", comments)}\n`;
}

function written(
  value: JsonValue,
  path: readonly string[],
  indent: string,
  comments: ReadonlyMap<string, readonly string[]>,
): string {
  const flat = inline(value);
  const isTop = path.length === 0;
  if (!isTop && indent.length + flat.length + (path.at(-1)?.length ?? 0) <= WIDTH) return flat;
  if (typeof value !== "object" || value === null) return flat;
  const inner = indent + INDENT;
  if (Array.isArray(value)) {
    if (value.every((each) => typeof each === "number")) return flat;
    const items = value.map((each, i) => `${inner}${written(each, [...path, `${i}`], inner, comments)}`);
    return `[\n${items.join(",\n")}\n${indent}]`;
  }
  const entries = Object.entries(value as JsonObject).map(([key, each]) => {
    const here = [...path, key];
    const says = (comments.get(formatPath(here)) ?? []).map((line) => `${inner}// ${line}\n`).join("");
    return `${isTop && says !== "" ? "\n" : ""}${says}${inner}${JSON.stringify(key)}: ${written(each, here, inner, comments)}`;
  });
  return `{\n${entries.join(",\n")}\n${indent}}`;
}

function inline(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value as JsonObject).map(
    ([key, each]) => `${JSON.stringify(key)}: ${inline(each)}`,
  );
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}
