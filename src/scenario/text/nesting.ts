const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SLASH = 0x2f;
const STAR = 0x2a;
const NEW_LINE = 0x0a;
const COMMA = 0x2c;

/**
 * Deepest bracket nesting and number of values of a JSON text with comments, read without recursion; it stops
 * at `maxDepth` + 1.
 */
export function nesting(text: string, maxDepth: number): { depth: number; values: number; offset: number } {
  let open = 0;
  let depth = 0;
  let values = 1;
  let offset = 0;
  for (let at = 0; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === QUOTE) {
      at = endOfString(text, at + 1);
    } else if (c === SLASH && text.charCodeAt(at + 1) === SLASH) {
      at = endOf(text, "\n", at);
    } else if (c === SLASH && text.charCodeAt(at + 1) === STAR) {
      at = endOf(text, "*/", at + 2) + 1;
    } else if (c === 0x7b || c === 0x5b) {
      open++;
      values++;
      if (open > depth) {
        depth = open;
        offset = at;
        if (depth > maxDepth) break;
      }
    } else if (c === 0x7d || c === 0x5d) {
      open--;
    } else if (c === COMMA) {
      values++;
    }
  }
  return { depth, values, offset };
}

function endOf(text: string, mark: string, from: number): number {
  const end = text.indexOf(mark, from);
  return end < 0 ? text.length : end;
}

/** The closing quote; a string ends with its line at the latest. */
function endOfString(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === QUOTE || c === NEW_LINE) return at;
    if (c === BACKSLASH) at++;
  }
  return text.length;
}
