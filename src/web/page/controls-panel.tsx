import { useMemo } from "preact/hooks";
import { isUnder } from "../controls/changes.ts";
import { ControlField, withLatest } from "./control-field.tsx";
import type { Session } from "./session.ts";

/** Groups that are open at first: what is tried most. */
const OPEN_AT_FIRST: ReadonlySet<string> = new Set(["People", "Volume", "Triage"]);
/** Where there is room beside the results. */
const WIDE = "(min-width: 901px)";

/** What planners change, group by group. */
export function ControlsPanel({ session }: { readonly session: Session }) {
  const { changes } = session.request.value;
  const issues = (session.reading.value?.issues ?? []).filter(({ severity }) => severity === "error");
  const isWide = useMemo(() => matchMedia(WIDE).matches, []);
  return (
    <div class="controls">
      {(session.sound.value?.controls ?? []).map(({ title, sections }) => (
        <details key={title} open={OPEN_AT_FIRST.has(title) && isWide}>
          <summary>
            <h3>{title}</h3>
          </summary>
          {sections.map((section) => (
            <fieldset key={section.title}>
              <legend class={section.title === "" ? "hidden" : ""}>{section.title || title}</legend>
              {section.controls.map((control) => {
                const id = `${control.path} ${control.label}`.replaceAll(/[^A-Za-z0-9]+/g, "-");
                return (
                  <ControlField
                    key={id}
                    id={id}
                    control={withLatest(control, changes)}
                    change={(value) => session.change(control.path, value)}
                    issues={issues.filter(({ path }) => isUnder(path, control.path))}
                  />
                );
              })}
            </fieldset>
          ))}
        </details>
      ))}
    </div>
  );
}
