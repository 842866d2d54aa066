import type { JsonValue, Scenario } from "../../scenario/index.ts";
import { DESIGN_LIMITS, type Design } from "../designs/design.ts";
import { factorsOf, untold } from "../designs/remake-design.ts";
import { type InputsRequest, type UncertainInputs, uncertainInputs } from "../inputs/uncertain-inputs.ts";
import { pointDesign, sensitivityDesign } from "./point-design.ts";
import { SENSITIVITY_METHODS, type SensitivityDesign } from "./sensitivity-design.ts";

export interface RemadeSensitivity {
  readonly inputs: UncertainInputs;
  readonly design: SensitivityDesign;
  readonly points: Design;
  /** Names of those that are asked for. */
  readonly responses: readonly string[];
  /** Of the design. */
  readonly seed: number;
}

const MOST_NAMES = 10_000;

/** Whether a design that says this of itself is that of a sensitivity analysis. */
export function isSensitivityMethod({ type, inputs }: Design["method"]): boolean {
  return SENSITIVITY_METHODS.some((method) => method === type) && inputs !== undefined;
}

/**
 * The design of a sensitivity analysis that says this of itself, made again over the scenario that it moves. What it is told may come from
 * anywhere: throws InputError where no such design says so.
 */
export function remakeSensitivity(
  { method: told, made }: Pick<Design, "method" | "made">,
  scenario: Scenario,
): RemadeSensitivity {
  const method = SENSITIVITY_METHODS.find((known) => known === told.type);
  if (method === undefined) throw untold("type");
  const seed = wholeOf(told.seed, 0, Number.MAX_SAFE_INTEGER, "seed");
  const sets = wholeOf(told.sets, 1, DESIGN_LIMITS.points, "sets");
  const responses = namesOf(told.responses, "responses");
  const { factors, only } = made;
  const request: InputsRequest = {
    factors: Array.isArray(factors) && factors.length === 0 ? [] : factorsOf(made),
    ...(only === undefined ? {} : { only: namesOf(only, "made.only") }),
    except: namesOf(made.except, "made.except"),
  };
  const inputs = uncertainInputs(scenario, request);
  const design = sensitivityDesign(inputs, { method, sets, seed });
  return {
    inputs,
    design,
    points: pointDesign(inputs, design, { seed, responses, request }),
    responses,
    seed,
  };
}

function wholeOf(value: JsonValue | undefined, least: number, most: number, where: string): number {
  if (Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most)
    return value as number;
  throw untold(where);
}

function namesOf(value: JsonValue | undefined, where: string): readonly string[] {
  const isName = (name: JsonValue) => typeof name === "string" && name.length <= DESIGN_LIMITS.text;
  if (Array.isArray(value) && value.length <= MOST_NAMES && value.every(isName)) return value as string[];
  throw untold(where);
}
