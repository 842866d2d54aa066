import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { engine, version } from "../../version.ts";
import { ClinicDayPanel } from "./clinic-day-panel.tsx";
import { ControlsPanel } from "./controls-panel.tsx";
import { Editor } from "./editor.tsx";
import { IssuesList } from "./issues-list.tsx";
import { ResultsPanel } from "./results-panel.tsx";
import { ScenarioBar } from "./scenario-bar.tsx";
import type { Session } from "./session.ts";

/** The what-if page. */
export function App({ session }: { readonly session: Session }) {
  const isText = useSignal(false);
  const isOver = useSignal(false);
  useEffect(() => {
    const drop = async (event: DragEvent) => {
      event.preventDefault();
      isOver.value = false;
      const file = event.dataTransfer?.files[0];
      if (file !== undefined) await session.openFile(file);
    };
    const over = (event: DragEvent) => {
      event.preventDefault();
      isOver.value = true;
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) isOver.value = false;
    };
    document.addEventListener("drop", drop);
    document.addEventListener("dragover", over);
    document.addEventListener("dragleave", leave);
    return () => {
      document.removeEventListener("drop", drop);
      document.removeEventListener("dragover", over);
      document.removeEventListener("dragleave", leave);
    };
  }, [session]);
  return (
    <div class={isOver.value ? "page over" : "page"}>
      <header>
        <button type="button" class="hidden skip" onClick={skip}>
          Skip to the results
        </button>
        <h1>
          clinicsim <span>what if?</span>
        </h1>
        <ScenarioBar session={session} />
        <p class="notice" role="status">
          {session.notice.value}
        </p>
      </header>
      <main class={isText.value ? "text" : ""}>
        <section class="scenario" aria-labelledby="scenario-title">
          <h2 id="scenario-title" class="hidden">
            Scenario
          </h2>
          <fieldset class="tabs">
            <legend class="hidden">Change the scenario by</legend>
            {[false, true].map((text) => (
              <label key={String(text)}>
                <input
                  type="radio"
                  name="way"
                  checked={isText.value === text}
                  onChange={() => {
                    isText.value = text;
                  }}
                />
                <span>{text ? "Text" : "Controls"}</span>
              </label>
            ))}
          </fieldset>
          <IssuesList session={session} isText={isText} />
          {isText.value ? <Editor session={session} /> : <ControlsPanel session={session} />}
        </section>
        <div class="results" id="outcome" tabIndex={-1}>
          <ResultsPanel session={session} />
          <ClinicDayPanel session={session} />
        </div>
      </main>
      <footer>
        <p>
          Everything is computed in this page, by the engine of clinicsim {version} ({engine.slice(0, 12)});
          nothing is sent anywhere. Read a result as “if the clinic is like this, then”.
        </p>
      </footer>
    </div>
  );
}

/** Not a link: an address of its own would be taken for a scenario. */
function skip(): void {
  document.querySelector<HTMLElement>("#outcome")?.focus();
}
