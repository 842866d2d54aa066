import type { JsonValue } from "../../scenario/index.ts";

/** One of the values listed behind `--vary path=`: plain words, or what was written as JSON. */
export type VaryItem = { readonly text: string } | { readonly json: JsonValue };

/**
 * Splits a list at its commas, but for those within double quotes, brackets and braces, which are JSON. A single JSON list is the list of
 * values itself. What cannot be read comes back as the words that say so.
 */
export function varyItems(text: string): readonly VaryItem[] | string {
  const items: VaryItem[] = [];
  let at = 0;
  for (;;) {
    while (text[at] === " ") at += 1;
    const isJson = '"[{'.includes(text[at] ?? " ");
    const end = isJson ? endOfJson(text, at) : endOfWords(text, at);
    const part = text.slice(at, end).trim();
    if (part === "")
      return items.length === 0 ? "there are no values" : "there is nothing between two commas";
    if (isJson) {
      try {
        items.push({ json: JSON.parse(part) as JsonValue });
      } catch {
        return `${JSON.stringify(part.slice(0, 60))} is not JSON`;
      }
    } else items.push({ text: part });
    at = end;
    while (text[at] === " ") at += 1;
    if (at >= text.length) break;
    if (text[at] !== ",") return "a comma is missing behind a text in quotes, or behind a bracket";
    at += 1;
  }
  const [only] = items;
  if (items.length > 1 || only === undefined || !("json" in only) || !Array.isArray(only.json)) return items;
  const list = only.json as readonly JsonValue[];
  return list.length === 0 ? "there are no values" : list.map((json) => ({ json }));
}

function endOfWords(text: string, from: number): number {
  const comma = text.indexOf(",", from);
  return comma < 0 ? text.length : comma;
}

/** Where the text in quotes, or the bracket, that begins here has its end. */
function endOfJson(text: string, from: number): number {
  let depth = 0;
  let quotes = false;
  for (let at = from; at < text.length; at++) {
    const character = text[at]!;
    if (quotes) {
      if (character === "\\") at += 1;
      else if (character === '"') quotes = false;
    } else if (character === '"') quotes = true;
    else if ("[{".includes(character)) depth += 1;
    else if ("]}".includes(character)) depth -= 1;
    if (depth === 0 && !quotes) return at + 1;
  }
  return text.length;
}
