import { harmless } from "./text-width.ts";

/** What Markdown, or a page that shows it, takes for more than a character: emphasis, code, links, HTML, entities, cells, formulas. */
const SPECIAL = /[\\`*[\]<>|&~$]/g;
/** An underscore between letters is one; beside a word it is emphasis. */
const UNDERSCORE = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
/** What would become a link, or call somebody, by itself. */
const LINKED = /:(?=\/\/)|@(?=\w)|(?<=\bwww)\./gi;
/** What begins a heading, a list, a rule or a formula at the beginning of a line. */
const OPENING = /^(?:[#+=-]|(\d+)(?=[.)]))/;

/** `text` as words in a line of Markdown (CommonMark, and GitHub's extensions of it): whatever is in it, it is shown as it is. */
export function markdownText(text: string): string {
  return harmless(text).trim().replace(SPECIAL, "\\$&").replace(UNDERSCORE, "\\_").replace(LINKED, "\\$&");
}

/** As `markdownText`, where a line begins. */
export function markdownLine(text: string): string {
  return markdownText(text).replace(OPENING, (found, digits?: string) =>
    digits === undefined ? `\\${found}` : `${digits}\\`,
  );
}

/** Lines that are shown as they are, between fences that nothing in them can close. */
export function markdownCode(lines: readonly string[], language = ""): readonly string[] {
  const longest =
    lines
      .join("\n")
      .match(/`+/g)
      ?.reduce((most, run) => Math.max(most, run.length), 0) ?? 0;
  const fence = "`".repeat(Math.max(3, longest + 1));
  return [`${fence}${language}`, ...lines.map(harmless), fence];
}
