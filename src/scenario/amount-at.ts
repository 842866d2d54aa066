import { createDistribution } from "../random/index.ts";
import { type ScenarioDocument, scenarioSchema } from "./format/scenario-schema.ts";
import { schemaAt, stepOf } from "./format/walk.ts";
import { isObject, type JsonObject, type JsonValue, valueAt } from "./json-value.ts";
import { amountsOf } from "./quantities/amounts.ts";
import {
  distributionSpec,
  scaledSpec,
  TIME_DISTRIBUTIONS,
  writtenDistribution,
} from "./quantities/distribution.ts";
import { isTimeUnit } from "./quantities/duration.ts";
import { NUMBER } from "./quantities/number.ts";
import { minutesPer } from "./quantities/unit-class.ts";

const LEADING = new RegExp(`^(\\s*)(${NUMBER})(\\s*)(.*)$`, "s");

/** The one number that a place of a scenario holds, and how another would be written there. */
export interface Amount {
  /** In `unit`; of a distribution, its mean [min]. */
  readonly amount: number;
  /** What stands behind the number: "h", "per business day", "CAD"; empty for a bare number. */
  readonly unit: string;
  /** In `unit`: of what it must be a whole multiple. */
  readonly step?: number;
  /** What the scenario would have there; a distribution keeps its shape. `amount` is finite. */
  write(amount: number): JsonValue;
  /** A number, or a text with one, in `unit`; undefined where its own unit is another. */
  read(written: number | string): number | undefined;
}

/** The number at a place; undefined where there is nothing, or no one number. */
export function amountAt(document: ScenarioDocument, path: readonly string[]): Amount | undefined {
  const root = document as unknown as JsonValue;
  const value = valueAt(root, path);
  if (isObject(value)) return meanOf(value);
  const schema = schemaAt(scenarioSchema, root, path);
  const step = schema === undefined ? undefined : stepOf(schema);
  if (typeof value === "number") {
    return {
      amount: value,
      unit: "",
      ...(step === undefined ? {} : { step }),
      write: (amount) => amount,
      read: (written) => amountsOf([written], value)?.[0],
    };
  }
  const parts = typeof value === "string" ? LEADING.exec(value) : null;
  if (parts === null) return undefined;
  const [, before, number, between, behind] = parts as unknown as readonly string[];
  const unit = behind!.trim();
  // Times are read in minutes, whatever their unit.
  const size = isTimeUnit(unit) ? minutesPer(unit) : 1;
  return {
    amount: Number(number),
    unit,
    ...(step === undefined ? {} : { step: step / size }),
    write: (amount) => `${before}${amount}${between}${behind}`,
    read: (written) => {
      const amount = amountsOf([written], value as string)?.[0];
      return amount === undefined ? undefined : amount / size;
    },
  };
}

/** The mean of a distribution of times. */
function meanOf(value: JsonObject): Amount | undefined {
  const kinds = Object.keys(value);
  if (kinds.length !== 1 || !TIME_DISTRIBUTIONS.some(({ type }) => type === kinds[0])) return undefined;
  const spec = distributionSpec(value);
  const { mean } = createDistribution(spec);
  return {
    amount: mean,
    unit: "min",
    write: (amount) => {
      const isScaled = mean > 0 && amount > 0;
      return writtenDistribution(
        isScaled ? scaledSpec(spec, amount / mean) : { type: "fixed", value: amount },
      );
    },
    read: (written) => amountsOf([written], `${mean} min`)?.[0],
  };
}
