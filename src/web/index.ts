/**
 * The what-if page: a scenario in the browser, changed by hand, simulated at once by the real engine.
 *
 *   page (main thread) ──Request──▶ Desk (worker) ──Job──▶ engines (workers)
 *                      ◀─Reading, View──          ◀─Outcome─
 *
 * The page draws; the desk parses, plans and analyses with the pure floors; engines run jobs. Knows the DOM and nothing of Node. Never knows
 * statistics: every number and every interval comes from the floors below.
 */
import { h, render } from "preact";
import { App } from "./page/app.tsx";
import { startCrew } from "./page/crew.ts";
import { type OpenedFile, Session } from "./page/session.ts";

/** What `clinicsim serve` puts into the page when it was given a file. */
function openedFile(): OpenedFile | undefined {
  const text = document.querySelector("#opened")?.textContent ?? "";
  return text === "" ? undefined : (JSON.parse(text) as OpenedFile);
}

const session: Session = new Session(
  startCrew((message) => {
    session.failure.value = `The simulation could not be started in this browser: ${message}`;
  }),
);
render(h(App, { session }), document.querySelector("#app")!);
addEventListener("hashchange", () => void session.followAddress());
await session.start(openedFile());
