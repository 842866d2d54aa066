import type { DistributionSpec } from "../../random/index.ts";
import {
  distributionSpec,
  formatPath,
  type JsonObject,
  type JsonValue,
  type LedgerEntry,
  type Scenario,
} from "../../scenario/index.ts";

/** A number of the written scenario that comes from the extract. */
export interface FittedParameter {
  /** In the scenario; "" where it has no place there. */
  readonly path: string;
  /** The specialty, topic or team it is of. */
  readonly of: string;
  readonly label: string;
  /** As a reader is told it, with its unit; the interval is "" where there is none. */
  readonly value: string;
  readonly interval: string;
  /** How it was learned. */
  readonly how: string;
  /** Why it is weak, where it is. */
  readonly weak?: string;
}

/** A number of the written scenario that the extract could not tell. */
export interface BorrowedParameter {
  /** With a `*` for every topic, where all are alike; the value is then that of the first. */
  readonly path: string;
  readonly value: string;
  readonly grade: "cited" | "local" | "assumed";
  readonly source: string;
  readonly why: string;
}

interface Learned extends Omit<FittedParameter, "path" | "interval"> {
  readonly interval?: string;
  /** In the parameter's own unit, for the ledger. */
  readonly range?: readonly [number | string, number | string] | undefined;
}

type Path = readonly string[];

/** A scenario that is being written: its document, its ledger, and where each number came from. */
export class Draft {
  readonly document: Record<string, JsonValue> = {};
  readonly evidence: Record<string, JsonValue> = {};
  readonly fitted: FittedParameter[] = [];
  readonly borrowed: BorrowedParameter[] = [];
  readonly remarks: string[] = [];
  readonly #base: Scenario;
  readonly #records: string;
  readonly #told = new Set<string>();
  #firstBorrowed = 0;
  #firstRemarks = 0;
  readonly #ledger: ReadonlyMap<string, LedgerEntry>;

  /** `records` says which of the clinic's records the extract is. */
  constructor(base: Scenario, records: string) {
    this.#base = base;
    this.#records = records;
    this.#ledger = new Map(base.ledger.map((entry) => [entry.path, entry]));
  }

  /** Puts a value that is nobody's estimate. */
  put(path: Path, value: JsonValue): void {
    let at = this.document;
    for (const key of path.slice(0, -1)) {
      at[key] ??= {};
      at = at[key] as Record<string, JsonValue>;
    }
    at[path.at(-1)!] = value;
  }

  /** Whether something stands there. */
  has(path: Path): boolean {
    let at: JsonValue | undefined = this.document;
    for (const key of path) at = (at as JsonObject | undefined)?.[key];
    return at !== undefined;
  }

  /** Puts a value that neither the log nor the base tells; it is first among what the log cannot tell. */
  assumeFirst(
    path: Path,
    value: JsonValue,
    { value: told, why }: { readonly value: string; readonly why: string },
  ): void {
    this.borrowed.splice(this.#firstBorrowed++, 0, this.#assumed(path, value, told, why));
  }

  /** Takes away what was borrowed for a place. */
  drop(path: Path): void {
    const around = path
      .slice(0, -1)
      .reduce<JsonValue | undefined>((at, key) => (at as JsonObject | undefined)?.[key], this.document);
    if (around === undefined) return;
    delete (around as Record<string, JsonValue>)[path.at(-1)!];
    const text = formatPath(path);
    delete this.evidence[text];
    const kept = this.borrowed.filter((each) => each.path !== text);
    this.borrowed.splice(0, this.borrowed.length, ...kept);
  }

  /** Puts what was learned, and says so in the ledger. */
  learn(path: Path, value: JsonValue, { range, interval = "", ...told }: Learned): void {
    this.put(path, value);
    this.note(path, { range, interval, ...told });
  }

  /** Puts what nothing tells, with why it was chosen and what else is plausible, in the ledger and among what was not learned. */
  assume(path: Path, value: JsonValue, { why }: { readonly why: string }): void {
    this.borrowed.push(this.#assumed(path, value, shown(value), why));
  }

  #assumed(path: Path, value: JsonValue, told: string, why: string): BorrowedParameter {
    this.put(path, value);
    this.evidence[formatPath(path)] = { grade: "assumed", why };
    return { path: formatPath(path), value: told, grade: "assumed", source: "", why };
  }

  /** Says of what stands there that it was learned. */
  note(path: Path, { range, interval = "", ...told }: Learned): void {
    const why = told.weak === undefined ? told.how : `${told.how}; weak: ${told.weak}`;
    this.evidence[formatPath(path)] = {
      grade: "local",
      source: this.#records,
      why,
      ...(range === undefined ? {} : { range: [...range] }),
    };
    this.fitted.push({ path: formatPath(path), interval, ...told });
  }

  /** Says of what stands there that it was learned, in the ledger alone: readers are told of its parts. */
  vouch(path: Path, why: string): void {
    this.evidence[formatPath(path)] = { grade: "local", source: this.#records, why };
  }

  /** Tells of an estimate that has no place in the scenario as it is. */
  mention({ interval = "", range: _, ...told }: Learned): void {
    this.fitted.push({ path: "", interval, ...told });
  }

  /** Tells something that a reader has to know of the scenario. */
  remark(text: string): void {
    this.remarks.push(text);
  }

  /** The same of what matters most: before all others. */
  remarkFirst(text: string): void {
    this.remarks.splice(this.#firstRemarks++, 0, text);
  }

  /** Whether nothing of the kind has been told yet of the things beside this one: what all of them share is told once. */
  isFirst(path: Path, kind = ""): boolean {
    const key = `${formatPath(path.slice(0, -1))} ${kind}`;
    const isFirst = !this.#told.has(key);
    this.#told.add(key);
    return isFirst;
  }

  /** The law that a distribution as a file has it stands for. */
  specOf(written: JsonObject): DistributionSpec {
    return distributionSpec(written);
  }

  /** What the base has at a path; undefined if nothing. */
  baseAt(path: Path): JsonValue | undefined {
    let at: JsonValue | undefined = this.#base.document as unknown as JsonValue;
    for (const key of path) {
      at = typeof at === "object" && at !== null ? (at as JsonObject)[key] : undefined;
    }
    return at;
  }

  /** Puts what the base has at `from`, with what stands behind it there, in the ledger at `entryAt` (which may have a `*`). Whether there is anything. */
  borrow(
    path: Path,
    from: Path,
    { value = this.baseAt(from), entryAt = path, top }: BorrowOptions = {},
  ): boolean {
    if (value === undefined) return false;
    this.put(path, value);
    const entry = this.#behind(from);
    const range = top === undefined ? entry?.range : cappedRange(entry?.range, top);
    const written: JsonObject =
      entry === undefined
        ? {
            grade: "assumed",
            why: "as in the scenario that this one was begun from; nobody vouches for it there",
          }
        : {
            grade: entry.grade,
            ...(entry.source === undefined ? {} : { source: entry.source as JsonValue }),
            ...("why" in entry && entry.why !== undefined ? { why: entry.why } : {}),
            ...("value" in entry && entry.value !== undefined ? { value: entry.value } : {}),
            ...(range === undefined || !isOneNumber(value) ? {} : { range: [...range] as JsonValue }),
            ...(entry.shape === undefined ? {} : { shape: entry.shape }),
          };
    const told = formatPath(entryAt);
    if (this.evidence[told] !== undefined) return true;
    this.evidence[told] = written;
    this.borrowed.push({
      path: told,
      value: shown(value),
      grade: entry?.grade ?? "assumed",
      source: entry?.source === undefined ? "" : [entry.source].flat().join(", "),
      why: (written.why as string | undefined) ?? "",
    });
    return true;
  }

  /** The entry of the base's ledger for a path, or for the place around it that is nearest. */
  #behind(path: Path): LedgerEntry | undefined {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const found = this.#ledger.get(formatPath(path.slice(0, depth)));
      if (found !== undefined) return depth === path.length ? found : { ...found, range: undefined };
    }
    return undefined;
  }
}

interface BorrowOptions {
  /** Instead of what the base has there. */
  readonly value?: JsonValue | undefined;
  readonly entryAt?: Path;
  /** The highest that the extract leaves possible, in the unit of the range. */
  readonly top?: string;
}

function cappedRange(range: LedgerEntry["range"], top: string): LedgerEntry["range"] {
  return range === undefined ? undefined : [range[0], top];
}

/** Whether a ledger may have a range for it: a number, a text with one, a distribution. */
function isOneNumber(value: JsonValue): boolean {
  return typeof value !== "object" || (!Array.isArray(value) && Object.keys(value as object).length === 1);
}

/** A value in a line: `lognormal (mean 3 min, sd 2 min)`. */
function shown(value: JsonValue): string {
  const text = inWords(value);
  return text.length <= MOST_SHOWN ? text : `${text.slice(0, MOST_SHOWN - 1)}…`;
}

const MOST_SHOWN = 120;

function inWords(value: JsonValue): string {
  if (typeof value !== "object" || value === null) return `${value as string | number}`;
  if (Array.isArray(value)) return value.map(inWords).join(", ");
  return Object.entries(value as JsonObject)
    .map(([key, part]) =>
      typeof part === "object" && part !== null ? `${key} (${inWords(part)})` : `${key} ${inWords(part)}`,
    )
    .join(", ");
}
