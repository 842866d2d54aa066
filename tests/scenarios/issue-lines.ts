import type { Issue } from "../../src/errors.ts";

/** One line for each issue, with all that a reader is told. */
export function issueLines(issues: readonly Issue[]): string {
  const lines = issues.map(({ severity, code, path, line, column, message, hint }) => {
    const place = line === undefined ? "nowhere" : `${line}:${column}`;
    return `${severity} ${code} at ${place} ${path === "" ? "(the whole)" : path}: ${message}${hint === undefined ? "" : ` (${hint})`}\n`;
  });
  return lines.join("");
}
