import type { JsonValue } from "../../scenario/index.ts";
import { quantityOf } from "../designs/quantity.ts";
import type { PointRecord } from "../sweep/point-result.ts";
import type { SweepTerms } from "../sweep/sweep-terms.ts";
import type { Condition } from "./condition.ts";
import type { DiscoveryFactor, DiscoveryTable } from "./discovery-table.ts";

/** What fails or not: each world by itself, or the means of a point's worlds. */
export type Judged = "worlds" | "means";

/** Reads the points of a sweep one by one into the table that `discover` takes, and holds no more of them than that. */
export class DiscoveryRows {
  readonly #terms: SweepTerms;
  readonly #condition: Condition;
  readonly #judged: Judged;
  readonly #points: number[] = [];
  readonly #failing: number[] = [];
  readonly #levels: (readonly JsonValue[])[] = [];
  /** Points at which nothing of the condition is defined. */
  #undefined = 0;
  #fewest = Infinity;
  #most = 0;

  constructor(terms: SweepTerms, condition: Condition, judged: Judged) {
    this.#terms = terms;
    this.#condition = condition;
    this.#judged = judged;
  }

  add({ point, levels, responses, values }: PointRecord): void {
    const places = new Map(responses.map(({ name }, i) => [name, i]));
    const judge = (row: ArrayLike<number>) =>
      this.#condition.holds((name) => row[places.get(name) ?? -1] ?? Number.NaN);
    const worlds = this.#judged === "worlds" ? values : [meansOf(values)];
    const verdicts = worlds.map(judge).filter((verdict) => verdict !== undefined);
    if (verdicts.length === 0) {
      this.#undefined += 1;
      return;
    }
    this.#points.push(point);
    this.#levels.push(levels);
    this.#failing.push(verdicts.filter(Boolean).length / verdicts.length);
    this.#fewest = Math.min(this.#fewest, values.length);
    this.#most = Math.max(this.#most, values.length);
  }

  /** Points at which the condition is not defined in any world. */
  get leftOut(): number {
    return this.#undefined;
  }

  /** How many replications are behind a point. */
  get replications(): { readonly fewest: number; readonly most: number } {
    return { fewest: this.#fewest, most: this.#most };
  }

  /** The points in order, with a factor for each column of which they have more than one level. */
  table(): DiscoveryTable {
    const factors = this.#terms.columns.flatMap((column, i): DiscoveryFactor[] => {
      const { path, unit } = column;
      const factor = factorOf(this.#levels.map((levels) => levels[i]!));
      if (factor.values.every((value) => value === factor.values[0])) return [];
      return [{ path, ...(unit === undefined ? {} : { unit }), ...factor }];
    });
    return { points: this.#points, factors, failing: Float64Array.from(this.#failing) };
  }
}

/** Levels as numbers where all are numbers, or quantities in one unit; else without order. */
function factorOf(levels: readonly JsonValue[]): Pick<DiscoveryFactor, "values" | "levels" | "unit"> {
  const quantities = levels.map(quantityOf);
  const unit = quantities[0]?.unit;
  if (quantities.every((each) => each !== undefined && each.unit === unit)) {
    const values = Float64Array.from(quantities, (each) => each!.amount);
    return unit === undefined || unit === "" ? { values } : { values, unit };
  }
  const places = new Map<string, number>();
  const distinct: JsonValue[] = [];
  const values = Float64Array.from(levels, (level) => {
    const text = JSON.stringify(level);
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, distinct.length);
    return distinct.push(level) - 1;
  });
  return { values, levels: distinct };
}

/** Response by response, of those that are numbers; NaN if none is. */
function meansOf(values: readonly Float64Array[]): Float64Array {
  return Float64Array.from(values[0] ?? [], (_, i) => {
    const own = values.map((row) => row[i]!).filter((value) => !Number.isNaN(value));
    return own.reduce((sum, value) => sum + value, 0) / own.length;
  });
}
