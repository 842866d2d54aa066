import { InputError, type Issue } from "../../errors.ts";
import type { ResponseDefinition } from "../../model/index.ts";
import type { Bound, StaffingTerms } from "../../scenario/index.ts";

/** A bound on a response, with what is told of the response and how exactly the bound is to be kept. */
export interface Requirement extends Bound {
  readonly label: string;
  readonly unit: string;
  /** The least and the greatest that the response can be. */
  readonly range: readonly [least: number, most: number];
  /** A plan that is better than the bound by this much or more is not to be passed over; in the unit of the response, above 0. */
  readonly tolerance: number;
}

/** Of a bound on anything else, unless told. */
const RELATIVE = 0.05;
/** Of a bound on a share. */
const POINT = 0.01;

/** Tolerances of promises' risks: half of what is allowed, but hardly less than a month in forty. */
function riskTolerance(risk: number): number {
  return Math.min(Math.max(risk / 2, 0.025), risk > 0 ? risk : 0.025);
}

/** How far a bound is from the end of what the response can be, on the side where plans are better. */
function room({ range, estimand }: ResponseDefinition, { direction, value }: Bound): number {
  // A quantile is held to its bound by the share of what lies within it.
  if (estimand.type === "quantile") return direction === "at most" ? 1 - estimand.p : estimand.p;
  return direction === "at least" ? range[1] - value : value - range[0];
}

/**
 * What a plan has to keep, from the scenario's terms. `definitions` has every response that they name. A tolerance that is not told leaves
 * half of what there is beyond the bound: a promise of 99.5 % is surely kept at 99.75 %. Throws InputError for told ones with no room.
 */
export function requirementsOf(
  { bounds, tolerances }: Pick<StaffingTerms, "bounds" | "tolerances">,
  definitions: readonly ResponseDefinition[],
): readonly Requirement[] {
  const issues: Issue[] = [];
  const requirements = bounds.map((bound): Requirement => {
    const definition = definitions.find((each) => each.name === bound.response)!;
    const { name, label, unit, range, estimand } = definition;
    const told = estimand.type === "quantile" ? undefined : tolerances[name];
    const most = room(definition, bound);
    const usual =
      estimand.type === "quantile"
        ? POINT
        : unit !== "share"
          ? Math.max(RELATIVE * Math.abs(bound.value), Number.MIN_VALUE)
          : name.endsWith("_month_risk")
            ? riskTolerance(bound.value)
            : POINT;
    if (told === undefined) return { ...bound, label, unit, range, tolerance: Math.min(usual, most / 2) };
    const tolerance = told.relative ? told.amount * Math.abs(bound.value) : told.amount;
    if (tolerance > most * (1 + ROUNDING)) issues.push(noRoom(bound, definition, most));
    return { ...bound, label, unit, range, tolerance };
  });
  if (issues.length > 0) throw new InputError(issues);
  return requirements;
}

/** Of a difference of two shares as somebody writes them. */
const ROUNDING = 1e-9;

function noRoom({ response, direction, value }: Bound, { unit }: ResponseDefinition, most: number): Issue {
  const shown = (amount: number, points: string) =>
    unit === "share"
      ? `${Number((amount * 100).toPrecision(6))}${points}`
      : `${Number(amount.toPrecision(6))}`;
  return {
    code: "tolerance-too-wide",
    path: `staffing.tolerance.${response}`,
    message: `no plan can be better by the tolerance than ${response} ${direction} ${shown(value, " %")}: there are ${shown(most, " points")} to go`,
    hint: `at most ${shown(most, "pp")}, better half of that`,
    severity: "error",
  };
}
