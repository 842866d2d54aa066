import type { Caution, PointRecord, SweepTerms } from "../experiment/index.ts";
import type { JsonObject, JsonValue } from "../scenario/index.ts";
import { meanInterval } from "../stats/index.ts";
import { gradeCautionsOf } from "./grade-cautions.ts";
import { SWEEP_SHAPE } from "./result-shapes/sweep-shapes.ts";
import { fits } from "./shape.ts";
import { jsonText, readJson } from "./summary-json.ts";
import { counted } from "./words.ts";

/** Of a response at a point: the mean of the replications' own values, with its interval. */
export interface SweepRow {
  readonly point: number;
  readonly levels: readonly JsonValue[];
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

export interface SweepResponse {
  readonly response: string;
  readonly label: string;
  readonly unit: string;
  /** Of every point where they are few; else of the one where it is least, and the one where it is most. */
  readonly rows: readonly SweepRow[];
}

/** What is reported of a sweep: what `summary.json` holds and the terminal shows. Plain data. */
export interface SweepSummary {
  readonly scenario: string;
  readonly seed: number;
  readonly columns: SweepTerms["columns"];
  readonly method: JsonObject;
  readonly points: number;
  /** Of all points together. */
  readonly replications: number;
  readonly confidence: number;
  readonly everyPoint: boolean;
  readonly responses: readonly SweepResponse[];
  readonly cautions: readonly Caution[];
}

const FORMAT = "clinicsim/sweep-summary/1";
const CONFIDENCE = 0.95;
/** Points of which each is shown. */
const MOST_SHOWN = 12;
const FEWEST_REPLICATIONS = 10;

/** What a planner asks of every point. */
const SHOWN =
  /^(promise_.*(?<!_worst_week)_share|first_reply_p90_business_h|physician_after_hours_min_per_week|cost_per_week)$/;

/** Sums up the points of a sweep as they are read, in their order; holds no more than is shown. */
export class SweepTally {
  readonly #terms: SweepTerms;
  readonly #responses = new Map<string, Omit<SweepResponse, "rows"> & { rows: SweepRow[] }>();
  #replications = 0;
  #fewest = Infinity;
  #overloaded = 0;

  constructor(terms: SweepTerms) {
    this.#terms = terms;
  }

  add({ point, levels, responses, values, warnings }: PointRecord): void {
    this.#replications += values.length;
    this.#fewest = Math.min(this.#fewest, values.length);
    if (warnings.includes("overload")) this.#overloaded += 1;
    for (const [i, { name, label, unit }] of responses.entries()) {
      if (!SHOWN.test(name)) continue;
      const own = values.map((row) => row[i]!);
      const { estimate, low, high, n } = meanInterval(own, CONFIDENCE, own.map(Number.isNaN));
      const most = unit === "share" ? 1 : Infinity;
      const row = { point, levels, estimate, low: Math.max(low, 0), high: Math.min(high, most), n };
      const known = this.#responses.get(name);
      if (known === undefined) this.#responses.set(name, { response: name, label, unit, rows: [row] });
      else known.rows = this.#everyPoint ? [...known.rows, row] : extremes([...known.rows, row]);
    }
  }

  get #everyPoint(): boolean {
    return this.#terms.points <= MOST_SHOWN;
  }

  summary(): SweepSummary {
    const { columns, method, points, scenario } = this.#terms;
    const { name, run } = JSON.parse(scenario) as { name: string; run: { seed: number } };
    return {
      scenario: name,
      seed: run.seed,
      columns,
      method,
      points,
      replications: this.#replications,
      confidence: CONFIDENCE,
      everyPoint: this.#everyPoint,
      responses: [...this.#responses.values()],
      cautions: this.#cautions(),
    };
  }

  #cautions(): readonly Caution[] {
    const { method, points, scenario } = this.#terms;
    const cautions: Caution[] = [...gradeCautionsOf(scenario)];
    if (this.#overloaded > 0) {
      const where = points === 1 ? "at the point" : `at ${this.#overloaded} of ${points} points`;
      const message = `${where} a team is asked for more than its hours: its backlog grows for as long as the run lasts, so waits say how long that was`;
      cautions.push({ code: "overload", message });
    }
    if (this.#fewest < FEWEST_REPLICATIONS) {
      const many =
        this.#fewest === 1
          ? "1 replication has no interval"
          : `${this.#fewest} replications of a point are few`;
      const message = `${many}: use at least ${FEWEST_REPLICATIONS}, so that intervals can be relied on`;
      cautions.push({ code: "few-replications", message });
    }
    if (method.type === "sobol" && !isPowerOfTwo(points)) {
      const message = `${counted(points, "Sobol' point")} are no power of two: only then are they balanced`;
      cautions.push({ code: "unbalanced-design", message });
    }
    return cautions;
  }
}

/** The first row with the least estimate and the first with the most, in this order; those that are numbers count. */
function extremes(rows: readonly SweepRow[]): SweepRow[] {
  const known = rows.filter(({ estimate }) => !Number.isNaN(estimate));
  if (known.length === 0) return rows.slice(0, 1);
  const least = known.reduce((a, b) => (b.estimate < a.estimate ? b : a));
  const most = known.reduce((a, b) => (b.estimate > a.estimate ? b : a));
  return least === most ? [least] : [least, most];
}

function isPowerOfTwo(count: number): boolean {
  return Number.isInteger(count) && (count & (count - 1)) === 0;
}

export function sweepSummaryJson(summary: SweepSummary): string {
  return jsonText({ format: FORMAT, ...summary });
}

/** The summary that `text` was made from; undefined if it was made from none. */
export function readSweepSummaryJson(text: string): SweepSummary | undefined {
  const read = readJson(text, FORMAT, AS_WRITTEN);
  return fits(read, SWEEP_SHAPE) ? (read as SweepSummary) : undefined;
}

/** Keys of what is the scenario's own JSON, in which null is null and "Infinity" a text. */
const AS_WRITTEN: ReadonlySet<string> = new Set(["levels", "method", "columns"]);
