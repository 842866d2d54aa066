import type { JsonValue } from "../../scenario/index.ts";
import type { Session } from "./session.ts";

/** What is no longer as it was opened, each with a way back; and the alternatives that the scenario names. */
export function ChangesList({ session }: { readonly session: Session }) {
  const sound = session.sound.value;
  if (sound === undefined) return null;
  const { changes, alternatives } = sound;
  return (
    <div class="changes">
      {alternatives.length === 0 ? null : (
        <label class="picker">
          <span>Try an alternative that the scenario names</span>
          <select
            value=""
            onChange={(event) => {
              const found = alternatives[Number(event.currentTarget.value)];
              if (event.currentTarget.value !== "" && found !== undefined) session.changeAll(found.patch);
            }}
          >
            <option value="">choose…</option>
            {alternatives.map(({ name }, index) => (
              <option key={name} value={index}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {changes.length === 0 ? null : (
        <>
          <ul>
            {changes.map(({ path, before, after }) => (
              <li key={path}>
                <span>
                  <code>{path}</code>: {shortText(before)} → <strong>{shortText(after)}</strong>
                </span>
                <button
                  type="button"
                  class="plain"
                  aria-label={`Undo the change of ${path}`}
                  onClick={() => session.change(path, before ?? null)}
                >
                  Undo
                </button>
              </li>
            ))}
          </ul>
          <button type="button" onClick={() => void session.reset()}>
            Back to the scenario as it was
          </button>
        </>
      )}
    </div>
  );
}

function shortText(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return "nothing";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}
