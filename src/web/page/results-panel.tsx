import { BacklogChart } from "./backlog-chart.tsx";
import { ChangesList } from "./changes-list.tsx";
import { DocumentView } from "./document-view.tsx";
import { KeyFigures, ResultsTable } from "./results-table.tsx";
import type { Session } from "./session.ts";

/** What the engine says, as it comes in. */
export function ResultsPanel({ session }: { readonly session: Session }) {
  const view = session.view.value;
  const isStale = session.isStale.value;
  const sound = session.sound.value;
  const pinned = session.pinned.value;
  const sentences = view?.document?.find((block) => block.type === "text");
  const changed = Object.keys(pinned ?? {}).length;
  return (
    <section class="outcome" aria-labelledby="outcome-title">
      <div class="heading">
        <h2 id="outcome-title">{sound?.name ?? "Results"}</h2>
        {pinned === undefined ? (
          <button type="button" onClick={() => void session.pin()} disabled={view === undefined || isStale}>
            Pin this result
          </button>
        ) : (
          <button type="button" onClick={() => void session.letGo()}>
            Let go of the pinned result
          </button>
        )}
      </div>
      {sound === undefined || sound.description === "" ? null : <p class="faint">{sound.description}</p>}
      <ChangesList session={session} />
      {pinned === undefined ? null : (
        <p class="pinned">
          Compared with the pinned result (
          {changed === 0
            ? "the scenario as it was opened"
            : changed === 1
              ? "one change"
              : `${changed} changes`}
          ), world by world: the same patients, sick days and calls, so that what differs is the change and
          not the luck.
          {view === undefined || isStale || view.compared !== undefined
            ? ""
            : view.isPinned
              ? " It is the same so far: change something."
              : view.total === 1
                ? " One world tells no change from luck: ask for more replications."
                : view.document === undefined
                  ? " How sure a difference is follows with more worlds."
                  : " They have no response in common that decides."}
        </p>
      )}
      <Progress session={session} />
      {view === undefined ? null : (
        <div class={`numbers${isStale ? " stale" : ""}${view.measured === undefined ? "" : " first-look"}`}>
          <KeyFigures
            rows={view.rows}
            worlds={view.done}
            {...(view.measured === undefined ? {} : { measured: view.measured })}
          />
          {sentences?.type === "text" ? <p class="words">{sentences.sentences.join(" ")}</p> : null}
          <BacklogChart
            now={view.backlog}
            worlds={view.done}
            {...(view.pinnedBacklog === undefined ? {} : { pinned: view.pinnedBacklog })}
          />
          <h3>All results</h3>
          <ResultsTable rows={view.rows} compared={view.rows.some(({ change }) => change !== undefined)} />
          {view.compared === undefined ? null : (
            <p class="faint">
              Changes of shares are in percentage points. The intervals of what decides hold together: with a
              confidence of 95 % all of them cover at once. “Better in” counts worlds.
            </p>
          )}
          {view.cautions.length === 0 ? null : (
            <ul class="cautions">
              {view.cautions.map((caution) => (
                <li key={caution}>{caution}</li>
              ))}
            </ul>
          )}
          {view.document === undefined ? null : (
            <details>
              <summary>The whole report, as the terminal prints it</summary>
              <DocumentView document={view.document} />
            </details>
          )}
        </div>
      )}
    </section>
  );
}

/** How far it is, for eyes and for ears. */
function Progress({ session }: { readonly session: Session }) {
  const view = session.view.value;
  const isStale = session.isStale.value;
  const hasErrors = session.reading.value !== undefined && session.reading.value.sound === undefined;
  const { done = 0, total = 1, measured } = view ?? {};
  const worlds = (count: number) => `${count} ${count === 1 ? "world" : "worlds"}`;
  const text = hasErrors
    ? `${view === undefined ? "Nothing to show yet" : "Out of date"}: the scenario has errors`
    : isStale
      ? view === undefined
        ? "Simulating…"
        : "Out of date: simulating the change…"
      : measured !== undefined
        ? `A first look at one world from ${measured.first} to ${measured.last} only: whole worlds follow`
        : done < total
          ? `${done} of ${worlds(total)}: estimates so far, which sharpen`
          : `${worlds(total)} simulated`;
  return (
    <div class="progress">
      <progress max={total} value={isStale ? 0 : done} aria-hidden="true" />
      <p role="status" class={isStale ? "out-of-date" : ""}>
        {text}
      </p>
      {session.failure.value === "" ? null : (
        <p role="alert" class="fault">
          {session.failure.value}
        </p>
      )}
    </div>
  );
}
