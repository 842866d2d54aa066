import { computed, signal } from "@preact/signals";
import * as comlink from "comlink";
import { type JsonValue, LIMITS, type Patch } from "../../scenario/index.ts";
import { withChange } from "../controls/changes.ts";
import type { FileKind, Request } from "../desk/desk.ts";
import type { Reading } from "../desk/reading.ts";
import type { ShippedScenario } from "../desk/shipped.ts";
import type { View } from "../desk/view.ts";
import { linkOf, type Origin, readLink } from "../link/link.ts";
import type { RemoteDesk } from "./crew.ts";
import { printReport } from "./print-report.ts";
import { saveFile } from "./save-file.ts";

/** What a page that a server opens a file in finds out about it. */
export interface OpenedFile {
  readonly name: string;
  readonly text: string;
}

/** How long a control must rest before its change is run, how long the editor, and how long all before alternatives are checked [ms]. */
const REST = { control: 60, editor: 350, alternatives: 1500 } as const;

/**
 * The page's state, and all that can be done to it. A request, which is what the page says of itself, goes to the desk; a reading and views
 * come back. Whatever was asked last wins.
 */
export class Session {
  readonly shipped = signal<readonly ShippedScenario[]>([]);
  readonly request = signal<Request>({ origin: { kind: "shipped", id: "rheum" }, changes: {} });
  readonly reading = signal<Reading | undefined>(undefined);
  /** The last that could be simulated, for the controls. */
  readonly sound = signal<Reading["sound"]>(undefined);
  readonly view = signal<View | undefined>(undefined);
  readonly isRunning = signal(false);
  readonly failure = signal("");
  /** Said once, to everybody: a link was copied, a link could not be read. */
  readonly notice = signal("");
  readonly pinned = signal<Patch | undefined>(undefined);
  /** Whether what is shown is no longer what is asked. */
  readonly isStale = signal(false);
  readonly isDone = computed(() => !this.isStale.value && this.view.value?.document !== undefined);
  readonly #desk: RemoteDesk;
  #asked = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #fragment = "";

  constructor(desk: RemoteDesk) {
    this.#desk = desk;
  }

  get desk(): RemoteDesk {
    return this.#desk;
  }

  /** Opens what the address says, or the file that the server opened, or the first scenario. */
  async start(opened: OpenedFile | undefined): Promise<void> {
    this.shipped.value = await this.#desk.shipped();
    if (this.#asked > 0) return; // somebody has been quicker, with a file
    if (await this.#openLink()) return;
    // What could not be read of the address stays said.
    if (opened !== undefined) await this.#openAfresh({ kind: "file", ...opened });
    else await this.#openAfresh({ kind: "shipped", id: this.shipped.value[0]!.id });
  }

  /** The address changed: by hand, by a link, or by ourselves. */
  async followAddress(): Promise<void> {
    if (location.hash.slice(1) !== this.#fragment) await this.#openLink();
  }

  async open(origin: Origin): Promise<void> {
    this.notice.value = "";
    await this.#openAfresh(origin);
  }

  async #openAfresh(origin: Origin): Promise<void> {
    await this.unpin();
    this.sound.value = undefined;
    this.view.value = undefined; // of another scenario
    this.request.value = { origin, changes: {} };
    await this.#ask();
  }

  /** A file of somebody's disk; nothing is read of one that is larger than the terminal would read. */
  async openFile(file: File): Promise<void> {
    if (file.size > LIMITS.file) {
      this.notice.value = `${file.name} is larger than ${LIMITS.file} bytes: is it a scenario file?`;
      return;
    }
    await this.open({ kind: "file", name: file.name, text: await file.text() });
  }

  /** One control's change. */
  change(path: string, value: JsonValue): void {
    this.changeAll({ [path]: value });
  }

  /** Several changes on top of those that are there. */
  changeAll(patch: Patch): void {
    const { changes } = this.request.value;
    const all = Object.entries(patch).reduce<Patch>(
      (so, [path, value]) => withChange(so, path, value),
      changes,
    );
    this.request.value = { ...this.request.value, changes: all };
    this.#askSoon(REST.control);
  }

  /** The editor's text takes the place of everything; of a file that could not be simulated yet, as if it had been opened so. */
  rewrite(text: string): void {
    const { origin } = this.request.value;
    const isMended = origin.kind === "file" && this.sound.value === undefined;
    this.request.value = isMended
      ? { origin: { ...origin, text }, changes: {} }
      : { origin, source: text, changes: {} };
    this.#askSoon(REST.editor);
  }

  /** Back to what was opened. */
  async reset(): Promise<void> {
    this.request.value = { origin: this.request.value.origin, changes: {} };
    await this.#ask();
  }

  /** Keeps what is shown, to compare what follows with it. */
  async pin(): Promise<void> {
    const changes = patchOf(this.reading.value);
    if (!(await this.#desk.pin({ origin: this.request.value.origin, changes }))) return;
    this.pinned.value = changes;
    this.notice.value = "Pinned. What you change now is compared with it, in the same worlds.";
    await this.#ask();
  }

  async unpin(): Promise<void> {
    if (this.pinned.value === undefined) return;
    await this.#desk.pin(undefined);
    this.pinned.value = undefined;
  }

  async letGo(): Promise<void> {
    await this.unpin();
    await this.#ask();
  }

  /** Address of the page as it is now; undefined where that would be too long. */
  async link(): Promise<string | undefined> {
    const fragment = await this.#fragmentNow();
    return fragment === undefined ? undefined : `${location.href.replace(/#.*$/s, "")}#${fragment}`;
  }

  async saveResults(kind: FileKind): Promise<void> {
    const file = await this.#desk.file(kind);
    if (file === undefined) this.notice.value = "There is nothing to save yet.";
    else saveFile(file.name, file.text, kind === "report" ? "text/plain" : "text/csv");
  }

  /** The page that `clinicsim report` would make. */
  async saveReport(kind: "run" | "comparison"): Promise<void> {
    const wasDone = this.isDone.value;
    const arrived = (done: number) => {
      this.notice.value = `Looking for the volume at which the promise breaks: ${done === 1 ? "1 world" : `${done} worlds`} of some thirty…`;
    };
    try {
      const document = await this.#desk.report(kind, comlink.proxy(arrived));
      if (document === undefined) {
        this.notice.value = wasDone
          ? "No report was saved: something was changed before it was made."
          : "There is nothing to save yet.";
        return;
      }
      this.notice.value = "Drawing the report…";
      saveFile("report.html", await printReport(document), "text/html");
      this.notice.value = "The report is saved: one file that opens anywhere.";
    } catch (error) {
      this.notice.value = "";
      this.failure.value = `The report could not be drawn: ${(error as Error).message}`;
    }
  }

  saveScenario(): void {
    const { origin } = this.request.value;
    const name = origin.kind === "file" ? origin.name : `${origin.id}.json`;
    saveFile(name, this.reading.value?.text ?? "", "application/json");
  }

  #askSoon(rest: number): void {
    this.isStale.value = true;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => void this.#ask(), rest);
  }

  /** Has the request read and, unless it has errors, run; gives up as soon as there is a later one. */
  async #ask(): Promise<void> {
    clearTimeout(this.#rest);
    const asked = ++this.#asked;
    const isLatest = () => asked === this.#asked;
    this.isStale.value = true;
    const reading = await this.#desk.read(this.request.value);
    if (!isLatest()) return;
    this.reading.value = reading;
    this.failure.value = "";
    if (reading.sound === undefined) {
      this.isRunning.value = false;
      return;
    }
    this.sound.value = reading.sound;
    void this.#writeAddress();
    this.isRunning.value = true;
    const show = async (view: View) => {
      if (!isLatest()) return;
      this.view.value = view;
      this.isStale.value = false;
      await new Promise((drawn) => setTimeout(drawn));
    };
    const failure = await this.#desk.simulate(comlink.proxy(show));
    if (!isLatest()) return;
    this.isRunning.value = false;
    this.failure.value = failure ?? "";
    // It keeps the desk busy for a while: whoever goes on changing things is served first.
    await new Promise((rested) => setTimeout(rested, REST.alternatives));
    if (!isLatest()) return;
    const issues = await this.#desk.issuesOf(reading);
    if (isLatest() && issues.length > reading.issues.length) this.reading.value = { ...reading, issues };
  }

  async #fragmentNow(): Promise<string | undefined> {
    const pinned = this.pinned.value;
    return linkOf({
      origin: this.request.value.origin,
      changes: patchOf(this.reading.value),
      ...(pinned === undefined ? {} : { pinned }),
    });
  }

  async #writeAddress(): Promise<void> {
    const asked = this.#asked;
    const fragment = (await this.#fragmentNow()) ?? "";
    if (asked !== this.#asked) return; // a later request writes its own
    this.#fragment = fragment;
    history.replaceState(null, "", `#${fragment}`);
  }

  /** Whether the address held something that could be opened. */
  async #openLink(): Promise<boolean> {
    const fragment = location.hash.slice(1);
    if (fragment === "") return false;
    const shared = await readLink(fragment);
    const isThere =
      shared !== undefined &&
      (shared.origin.kind === "file" ||
        this.shipped.value.some(({ id }) => id === (shared.origin as { id?: string }).id));
    if (!isThere) {
      this.notice.value =
        "This link cannot be read: it may have been cut, or come from a later version. What is shown is not what it shares.";
      return false;
    }
    this.notice.value = "";
    const { origin, changes, pinned } = shared;
    await this.unpin();
    if (pinned !== undefined && (await this.#desk.pin({ origin, changes: pinned })))
      this.pinned.value = pinned;
    this.sound.value = undefined;
    this.request.value = { origin, changes };
    await this.#ask();
    return true;
  }
}

function patchOf(reading: Reading | undefined): Patch {
  return Object.fromEntries((reading?.sound?.changes ?? []).map(({ path, after }) => [path, after]));
}
