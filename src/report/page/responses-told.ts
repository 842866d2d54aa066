import type { AnalysisRow, Comparison, ComparisonRow } from "../../experiment/index.ts";
import { valueText } from "../value-text.ts";

/** A response as cards and sentences tell it: by itself, or against a base. */
export interface Told {
  readonly response: string;
  readonly unit: string;
  readonly label: string;
  readonly estimate: number;
  /** `27.5` */
  readonly value: string;
  /** `27.5 (25.7 – 29.7)`; without an interval, as `value`. */
  readonly withInterval: string;
  readonly unitText: string;
  /** What the base has in its place; absent where there is no base, or it is the base. */
  readonly base?: string;
  readonly row?: ComparisonRow;
}

export type ToldResponses = ReadonlyMap<string, Told>;

/** Every response of a run. */
export function toldOfRun(rows: readonly AnalysisRow[]): ToldResponses {
  return new Map(rows.map((row) => [row.response, told(row, row)]));
}

/** Every response of an alternative, against the base; of the base itself, by itself. */
export function toldOf(
  { alternatives, base }: Comparison | Omit<Comparison, "cautions">,
  name: string,
): ToldResponses {
  const own =
    alternatives.find((each) => each.name === name) ?? (name === base ? alternatives[0] : undefined);
  return new Map(
    (own?.rows ?? []).map((row) => {
      if (name === base) return [row.response, told(row, { ...row.base, unit: row.unit })];
      const before = valueText({ ...row.base, unit: row.unit });
      return [row.response, { ...told(row, { ...row.own, unit: row.unit }), base: before.value, row }];
    }),
  );
}

function told(
  { response, unit, label }: Pick<AnalysisRow, "response" | "unit" | "label">,
  estimate: Parameters<typeof valueText>[0],
): Told {
  const text = valueText(estimate);
  const interval = text.interval === "" || text.interval === "always" ? "" : ` (${text.interval})`;
  return {
    response,
    unit,
    label,
    estimate: estimate.estimate,
    value: text.value,
    withInterval: `${text.value}${interval}`,
    unitText: text.unit,
  };
}
