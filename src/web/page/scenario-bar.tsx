import type { Session } from "./session.ts";

/** Which scenario, and what can be taken along: a link, and files. */
export function ScenarioBar({ session }: { readonly session: Session }) {
  const { origin } = session.request.value;
  return (
    <div class="bar">
      <label class="picker">
        <span>Scenario</span>
        <select
          value={origin.kind === "shipped" ? origin.id : ""}
          onChange={(event) => void session.open({ kind: "shipped", id: event.currentTarget.value })}
        >
          {origin.kind === "file" ? (
            <option value="" disabled>
              {origin.name}
            </option>
          ) : null}
          {session.shipped.value.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label class="button">
        Open a file…
        <input
          class="hidden"
          type="file"
          accept=".json,.jsonc,application/json"
          onChange={(event) => {
            const input = event.currentTarget;
            const file = input.files?.[0];
            if (file !== undefined)
              void session.openFile(file).then(() => {
                input.value = "";
              });
          }}
        />
      </label>
      <button
        type="button"
        onClick={() => void copyLink(session)}
        disabled={session.sound.value === undefined}
      >
        Copy link
      </button>
      <Downloads session={session} />
    </div>
  );
}

/** What can be saved. Each entry is a line of this list. */
function Downloads({ session }: { readonly session: Session }) {
  const isDone = session.isDone.value;
  const compared = session.view.value?.compared !== undefined;
  const entries = [
    {
      label: "Scenario, with the changes (JSON)",
      enabled: session.reading.value !== undefined,
      save: () => session.saveScenario(),
    },
    {
      label: "Report, one page with pictures (HTML)",
      enabled: isDone,
      save: () => void session.saveReport("run"),
    },
    {
      label: "Report of the comparison with what is pinned (HTML)",
      enabled: isDone && compared,
      save: () => void session.saveReport("comparison"),
    },
    {
      label: "What the terminal prints (text)",
      enabled: isDone,
      save: () => void session.saveResults("report"),
    },
    {
      label: "A row per world (replications.csv)",
      enabled: isDone,
      save: () => void session.saveResults("replications"),
    },
    {
      label: "A row per response (summary.csv)",
      enabled: isDone,
      save: () => void session.saveResults("summary"),
    },
    {
      label: "Differences from what is pinned (comparison.csv)",
      enabled: isDone && compared,
      save: () => void session.saveResults("comparison"),
    },
  ];
  return (
    <details class="menu">
      <summary class="button">Download</summary>
      <ul>
        {entries.map(({ label, enabled, save }) => (
          <li key={label}>
            <button type="button" disabled={!enabled} onClick={save}>
              {label}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

async function copyLink(session: Session): Promise<void> {
  const link = await session.link();
  if (link === undefined) {
    session.notice.value =
      "This scenario, or what was changed in it, is too long for a link: download it and send the file.";
    return;
  }
  const copied = await navigator.clipboard.writeText(link).then(
    () => true,
    () => false,
  );
  session.notice.value = copied
    ? "Link copied. It holds the scenario and the changes; nothing was sent anywhere."
    : "The address of this page is the link: it holds the scenario and the changes. Copy it from the address bar.";
}
