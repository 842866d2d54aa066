import type { JsonValue } from "../../scenario/index.ts";
import type { LeftOutInput, UncertainInput } from "../inputs/uncertain-input.ts";
import type { LoadCrossing } from "./load-crossings.ts";
import type { SensitivityMethod } from "./sensitivity-design.ts";
import type { Measured } from "./sobol-indices.ts";

/** Of a response where one input is elsewhere than written: its mean, and the difference to what it is as written. */
export interface SettingEffect {
  readonly setting: "low" | "high" | "choice";
  readonly value: JsonValue;
  readonly mean: number;
  readonly difference: Measured;
}

/** What one input does to one response. Measures that the method does not have are absent. */
export interface InputEffect {
  /** Index of the input. */
  readonly input: number;
  /** Of a tornado: the greatest mean less the least of all settings, the written one too. */
  readonly swing?: Measured;
  readonly settings?: readonly SettingEffect[];
  /** Of Morris's method. */
  readonly mu?: Measured;
  readonly muStar?: Measured;
  readonly sigma?: Measured;
  /** Sobol' indices. */
  readonly first?: Measured;
  readonly total?: Measured;
}

/** What moves one response. */
export interface ResponseSensitivity {
  readonly response: string;
  readonly label: string;
  readonly unit: string;
  /** Whether it may grow with the length of the run. */
  readonly unbounded: boolean;
  /** Mean over the points of the design; of a tornado, as written. */
  readonly mean: number;
  /** Only with Sobol' indices. */
  readonly variance?: Measured;
  readonly seedShare?: Measured;
  /** From the most effect to the least. */
  readonly effects: readonly InputEffect[];
}

/** Which of a scenario's unknown inputs matter, and for what. Plain data. */
export interface Sensitivity {
  readonly method: SensitivityMethod;
  readonly confidence: number;
  readonly inputs: readonly UncertainInput[];
  readonly leftOut: readonly LeftOutInput[];
  readonly points: number;
  /** Of each point. */
  readonly replications: number;
  /** Rows of a Sobol' design, trajectories of Morris's; 1 of a tornado. */
  readonly sets: number;
  readonly responses: readonly ResponseSensitivity[];
  /** Responses that were asked for and cannot be told of: at so many points they are not a number in every replication. */
  readonly undefinedAt: readonly {
    readonly response: string;
    readonly label: string;
    readonly points: number;
  }[];
  readonly crossings: readonly LoadCrossing[];
  /** Points at which some team's load is 1 or more. */
  readonly overloadedPoints: number;
}

/** By what inputs are ranked. */
export function sizeOf({ swing, muStar, total }: InputEffect): number {
  return (swing ?? muStar ?? total)?.estimate ?? Number.NaN;
}

/** Whether what inputs do to a response can be told from chance at all; of a response that never changes, there is nothing to be told. */
export function isTold({ effects }: ResponseSensitivity): boolean {
  const total = effects[0]?.total;
  return total === undefined || !Number.isNaN(total.low);
}

/** Less than this part of a response's mean is the rounding of sums. */
const ROUNDING = 1e-9;

/** The effects that are any, from the most to the least; none where they cannot be told. */
export function movingEffects(response: ResponseSensitivity): readonly InputEffect[] {
  if (!isTold(response)) return [];
  return response.effects.filter((effect) => {
    const scale = effect.total === undefined ? Math.abs(response.mean) : 1;
    return sizeOf(effect) > ROUNDING * scale;
  });
}
