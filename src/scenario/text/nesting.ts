/** Deepest bracket nesting and number of values of a JSON text with comments, read without recursion; it stops at `maxDepth` + 1. */
export function nesting(text: string, maxDepth: number): { depth: number; values: number; offset: number } {
  let open = 0;
  let depth = 0;
  let values = 1;
  let deepest = 0;
  for (let at = 0; at < text.length; at++) {
    const c = text[at];
    if (c === '"') {
      at++;
      while (at < text.length && text[at] !== '"' && text[at] !== "\n") at += text[at] === "\\" ? 2 : 1;
    } else if (c === "/" && text[at + 1] === "/") {
      while (at < text.length && text[at] !== "\n") at++;
    } else if (c === "/" && text[at + 1] === "*") {
      const end = text.indexOf("*/", at + 2);
      at = end < 0 ? text.length : end + 1;
    } else if (c === "{" || c === "[") {
      open++;
      values++;
      if (open > depth) {
        depth = open;
        deepest = at;
        if (depth > maxDepth) break;
      }
    } else if (c === "}" || c === "]") {
      open--;
    } else if (c === ",") {
      values++;
    }
  }
  return { depth, values, offset: deepest };
}
