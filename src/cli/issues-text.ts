import type { Issue } from "../errors.ts";
import { harmless, type Paint } from "../report/index.ts";

/** Issues as editors and people read them: `file:line:column`, where in the scenario, what is wrong, how to mend it. */
export function issuesText(issues: readonly Issue[], file: string | undefined, paint: Paint): string {
  const lines = issues.map((issue) => {
    const place = placeOf(issue, issue.file ?? file);
    const severity = issue.severity === "error" ? paint("error", "bad") : paint("warning", "caution");
    const path = issue.path === "" ? "" : `${paint(harmless(issue.path), "strong")}: `;
    const hint = issue.hint === undefined ? "" : `\n    ${harmless(issue.hint)}`;
    return `${place}${severity}  ${path}${harmless(issue.message)}${hint}`;
  });
  const errors = issues.filter((issue) => issue.severity === "error").length;
  const count = errors > 1 ? `\n${errors} errors` : "";
  return `${lines.join("\n")}${count}\n`;
}

function placeOf({ line, column, file: own }: Issue, file: string | undefined): string {
  if (file === undefined || (line === undefined && own === undefined)) return "";
  return line === undefined ? `${harmless(file)}  ` : `${harmless(file)}:${line}:${column ?? 1}  `;
}
