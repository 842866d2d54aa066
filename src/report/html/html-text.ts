const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** `text` as HTML shows it, in an element or in a quoted attribute. */
export function html(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
}

/** JSON to stand in a script element: nothing in it can end the element, or begin a comment there. */
export function inlineJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}

/** Program text to stand in a script element: what would end the element stands in strings and patterns only, where a backslash changes nothing. */
export function inlineScript(code: string): string {
  return code.replace(/<(?=\/script|!--)/gi, "\\x3C");
}
