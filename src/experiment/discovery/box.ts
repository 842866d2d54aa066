import type { DiscoveryFactor } from "./discovery-table.ts";

/** Where a factor is held: between two of its values, both included, or at some of its levels. */
export interface Limit {
  /** −Infinity: without a lower end. */
  readonly from: number;
  /** Infinity: without an upper end. */
  readonly to: number;
  /** Only of a factor without order: places of the levels that are left. */
  readonly levels?: ReadonlySet<number>;
}

/** A part of the design space: a limit for each factor, or none. */
export type Box = readonly (Limit | undefined)[];

/** One condition of a box: an end of a factor's span, or the levels it is held at. */
export interface Restriction {
  readonly factor: number;
  readonly end: "from" | "to" | "levels";
}

/** The box without limits. */
export function wholeBox(factors: readonly DiscoveryFactor[]): Box {
  return factors.map(() => undefined);
}

function allows({ from, to, levels }: Limit, value: number): boolean {
  return levels === undefined ? value >= from && value <= to : levels.has(value);
}

/** Those of `rows` that lie in the box. O(rows × limits). */
export function rowsIn(box: Box, factors: readonly DiscoveryFactor[], rows: Iterable<number>): number[] {
  const limits = box.flatMap((limit, i) =>
    limit === undefined ? [] : [{ limit, values: factors[i]!.values }],
  );
  const inside: number[] = [];
  for (const row of rows)
    if (limits.every(({ limit, values }) => allows(limit, values[row]!))) inside.push(row);
  return inside;
}

/** Every condition of the box, in order of the factors. */
export function restrictionsOf(box: Box): readonly Restriction[] {
  return box.flatMap((limit, factor): Restriction[] => {
    if (limit === undefined) return [];
    if (limit.levels !== undefined) return [{ factor, end: "levels" }];
    const ends = [];
    if (limit.from > -Infinity) ends.push({ factor, end: "from" } as const);
    if (limit.to < Infinity) ends.push({ factor, end: "to" } as const);
    return ends;
  });
}

/** The box with one condition less. */
export function without(box: Box, { factor, end }: Restriction): Box {
  const limit = box[factor]!;
  const left =
    end === "from" ? { ...limit, from: -Infinity } : end === "to" ? { ...limit, to: Infinity } : undefined;
  const isFree = left === undefined || (left.from === -Infinity && left.to === Infinity);
  return box.with(factor, isFree ? undefined : left);
}
