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

/** What a plan has to keep, from the scenario's terms. `definitions` has every response that they name. */
export function requirementsOf(
  { bounds, tolerances }: Pick<StaffingTerms, "bounds" | "tolerances">,
  definitions: readonly ResponseDefinition[],
): readonly Requirement[] {
  return bounds.map((bound): Requirement => {
    const { name, label, unit, range, estimand } = definitions.find((each) => each.name === bound.response)!;
    const told = tolerances[name];
    const usual =
      unit !== "share"
        ? Math.max(RELATIVE * Math.abs(bound.value), Number.MIN_VALUE)
        : name.endsWith("_month_risk")
          ? riskTolerance(bound.value)
          : POINT;
    const tolerance =
      told === undefined ? usual : told.relative ? told.amount * Math.abs(bound.value) : told.amount;
    // A quantile is held to its bound by the share of what lies within it.
    return estimand.type === "quantile"
      ? { ...bound, label, unit, range, tolerance: POINT }
      : { ...bound, label, unit, range, tolerance };
  });
}
