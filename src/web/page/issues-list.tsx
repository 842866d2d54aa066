import type { Signal } from "@preact/signals";
import type { Issue } from "../../errors.ts";
import { goToIssue } from "./editor.tsx";
import type { Session } from "./session.ts";

/** What is wrong with the scenario, as the terminal says it: where, what, and how to mend it. */
export function IssuesList({
  session,
  isText,
}: {
  readonly session: Session;
  readonly isText: Signal<boolean>;
}) {
  const { origin } = session.request.value;
  const all = session.reading.value?.issues ?? [];
  const errors = all.filter(({ severity }) => severity === "error");
  const warnings = all.filter(({ severity }) => severity === "warning");
  if (errors.length === 0) return <Warnings warnings={warnings} />;
  const file = origin.kind === "file" ? origin.name : `${origin.id}.json`;
  return (
    <section class="issues" aria-labelledby="issues-title">
      <h2 id="issues-title">
        {errors.length === 1
          ? "This cannot be simulated yet"
          : `This cannot be simulated yet: ${errors.length} errors`}
      </h2>
      <ol>
        {errors.map((issue) => {
          const { line, column, path, message, hint } = issue;
          return (
            <li key={`${line} ${column} ${path} ${message}`}>
              {line === undefined ? null : (
                <button
                  type="button"
                  class="place"
                  onClick={() => {
                    isText.value = true;
                    setTimeout(() => goToIssue(issue));
                  }}
                >
                  {file}:{line}:{column ?? 1}
                </button>
              )}{" "}
              {path === "" ? null : <code>{path}: </code>}
              {message}
              {hint === undefined ? null : <span class="hint">{hint}</span>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** What looks wrong without being impossible. */
function Warnings({ warnings }: { readonly warnings: readonly Issue[] }) {
  if (warnings.length === 0) return null;
  return (
    <details class="warnings">
      <summary>
        {warnings.length === 1 ? "A warning" : `${warnings.length} warnings`} about this scenario
      </summary>
      <ul>
        {warnings.map(({ path, message, hint }) => (
          <li key={`${path} ${message}`}>
            <code>{path}: </code>
            {message}
            {hint === undefined ? null : <span class="hint">{hint}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
