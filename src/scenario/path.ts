import type { Segment } from "./json-value.ts";

const PLAIN = /^[A-Za-z0-9_$\u00c0-\u024f-]+$/;

/**
 * A path as people write it: segments joined by dots; a key with anything but Latin letters, digits, `_`, `$` and
 * `-` in it stands in double quotes, as in `specialties.rheumatology.otherWork."phone calls".volume`.
 */
export function formatPath(segments: readonly Segment[]): string {
  return segments
    .map((segment) =>
      typeof segment === "number" || PLAIN.test(segment) ? segment : JSON.stringify(segment),
    )
    .join(".");
}

/**
 * The segments of a written path. Quotes may be left out around keys without a dot or a quote:
 * `otherWork.phone calls.volume`. Undefined if it cannot be read: an empty segment, an open quote, text after
 * a closing quote.
 */
export function parsePath(text: string): readonly string[] | undefined {
  const segments: string[] = [];
  let at = 0;
  for (;;) {
    let segment: string;
    if (text[at] === '"') {
      let end = at + 1;
      while (end < text.length && text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
      if (end >= text.length) return undefined;
      const read = unquote(text.slice(at, end + 1));
      if (read === undefined) return undefined;
      segment = read;
      at = end + 1;
    } else {
      let end = text.indexOf(".", at);
      if (end < 0) end = text.length;
      segment = text.slice(at, end);
      if (segment.trim() === "" || segment.includes('"')) return undefined;
      at = end;
    }
    segments.push(segment);
    if (at === text.length) return segments;
    if (text[at] !== ".") return undefined;
    at++;
  }
}

function unquote(text: string): string | undefined {
  try {
    return JSON.parse(text) as string;
  } catch {
    return undefined;
  }
}
