import { InputError, type Issue } from "../../errors.ts";
import type { Design } from "../designs/design.ts";
import { columnName } from "../designs/factor.ts";

const MOST_SHOWN = 20;
/** [characters] of a point's settings in a message. */
const MOST_SETTINGS = 200;

/** Faults of design points: those of one kind at one place become one issue, which names the first point that has it. */
export class PointFaults {
  readonly #design: Pick<Design, "columns" | "size" | "levels">;
  readonly #kinds = new Map<string, { readonly issue: Issue; readonly point: number; others: number }>();

  constructor(design: Pick<Design, "columns" | "size" | "levels">) {
    this.#design = design;
  }

  /** Remembers the errors among a point's issues. */
  add(point: number, issues: readonly Issue[]): void {
    const seen = new Set<string>();
    for (const issue of issues) {
      const key = `${issue.code} ${issue.path}`;
      if (issue.severity !== "error" || seen.has(key)) continue;
      seen.add(key);
      const known = this.#kinds.get(key);
      if (known === undefined) this.#kinds.set(key, { issue, point, others: 0 });
      else known.others += 1;
    }
  }

  /** What `make` makes for a point, or undefined and its faults remembered. */
  catching<T>(point: number, make: () => T): T | undefined {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      this.add(point, error.issues);
      return undefined;
    }
  }

  /** Throws InputError if there are any. */
  throwAny(): void {
    if (this.#kinds.size === 0) return;
    const issues = [...this.#kinds.values()].slice(0, MOST_SHOWN).map(({ issue, point, others }) => {
      const more =
        others === 0 ? "" : `; so ${others === 1 ? "has 1 other point" : `have ${others} other points`}`;
      return { ...issue, message: `${this.#name(point)}: ${issue.message}${more}` };
    });
    throw new InputError(issues);
  }

  #name(point: number): string {
    const { columns, size, levels } = this.#design;
    let settings: string;
    try {
      settings = levels(point)
        .map((level, i) => `${columnName(columns[i]!)} = ${JSON.stringify(level)}`)
        .join(", ");
    } catch {
      return `point ${point} of ${size}`;
    }
    const short = settings.length <= MOST_SETTINGS ? settings : `${settings.slice(0, MOST_SETTINGS)}…`;
    return `point ${point} of ${size} (${short})`;
  }
}
