import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { isObject, type JsonValue } from "./json-value.ts";

/** The same value with the keys of every object in order of code units, and nothing undefined in it. */
function sorted(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(sorted);
  if (!isObject(value)) return value;
  const keys = Object.keys(value).filter((key) => value[key] !== undefined);
  return Object.fromEntries(keys.sort(byCodeUnit).map((key) => [key, sorted(value[key]!)]));
}

/** The one text of a document, whatever the order of its keys, its blanks and comments. */
export function canonicalText(document: JsonValue): string {
  return JSON.stringify(sorted(document));
}

/** SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
export function contentHash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** The order of names wherever a map becomes a list: no locale, the same everywhere. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
