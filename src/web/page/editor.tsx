import { useEffect, useRef } from "preact/hooks";
import type { Issue } from "../../errors.ts";
import type { Session } from "./session.ts";

/** Lines that are numbered: a scenario has some hundreds. */
const MOST_NUMBERED = 5000;

/** The scenario's text with its line numbers. */
export function Editor({ session }: { readonly session: Session }) {
  const text = session.reading.value?.text ?? "";
  const field = useRef<HTMLTextAreaElement>(null);
  const numbers = useRef<HTMLDivElement>(null);
  // Whoever types is not interrupted: only a text from elsewhere is put in.
  useEffect(() => {
    const element = field.current;
    if (element !== null && element.value !== text && document.activeElement !== element)
      element.value = text;
  }, [text]);
  const bad = new Set(
    (session.reading.value?.issues ?? [])
      .filter(({ severity }) => severity === "error")
      .map(({ line }) => line),
  );
  return (
    <div class="editor">
      <div class="numbers" aria-hidden="true" ref={numbers}>
        {Array.from({ length: Math.min(text.split("\n").length, MOST_NUMBERED) }, (_, i) => (
          <span key={i} class={bad.has(i + 1) ? "bad" : ""}>
            {i + 1}
          </span>
        ))}
      </div>
      <textarea
        ref={field}
        id="scenario-text"
        aria-label="Text of the scenario"
        aria-invalid={bad.size > 0}
        spellcheck={false}
        wrap="off"
        defaultValue={text}
        onInput={(event) => session.rewrite(event.currentTarget.value)}
        onScroll={(event) => {
          if (numbers.current !== null) numbers.current.scrollTop = event.currentTarget.scrollTop;
        }}
      />
    </div>
  );
}

/** Puts the cursor of the editor where an issue is. */
export function goToIssue({ line = 1, column = 1 }: Issue): void {
  const field = document.querySelector<HTMLTextAreaElement>("#scenario-text");
  if (field === null) return;
  const before = field.value.split("\n").slice(0, line - 1);
  const at = before.reduce((sum, text) => sum + text.length + 1, 0) + column - 1;
  field.focus();
  field.setSelectionRange(at, at);
  const lineHeight = Number.parseFloat(getComputedStyle(field).lineHeight);
  field.scrollTop = Math.max(0, (line - 4) * lineHeight);
}
