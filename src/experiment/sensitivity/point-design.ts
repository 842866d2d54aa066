import { InputError } from "../../errors.ts";
import type { JsonValue, Scenario } from "../../scenario/index.ts";
import { DESIGN_LIMITS, type Design } from "../designs/design.ts";
import { plainFactors } from "../designs/factor.ts";
import type { InputsRequest, UncertainInputs } from "../inputs/uncertain-inputs.ts";
import { type ClockOf, type PreparePoint, preparedPoint } from "../sweep/prepare-point.ts";
import { morrisDesign } from "./morris-design.ts";
import type { SensitivityDesign, SensitivityMethod } from "./sensitivity-design.ts";
import { sobolDesign } from "./sobol-design.ts";
import { tornadoDesign } from "./tornado-design.ts";

export interface SensitivityRequest {
  readonly method: SensitivityMethod;
  /** Rows of Sobol' points, trajectories of Morris's method; a tornado has no choice. */
  readonly sets: number;
  readonly seed: number;
}

/** The design that was asked for. Throws InputError where it has too many points. */
export function sensitivityDesign(
  { inputs }: UncertainInputs,
  { method, sets, seed }: SensitivityRequest,
): SensitivityDesign {
  const size = method === "tornado" ? 0 : sets * (inputs.length + (method === "sobol" ? 2 : 1));
  if (size > DESIGN_LIMITS.points) {
    const message = `${size} points for ${inputs.length} inputs are more than ${DESIGN_LIMITS.points}`;
    const hint = "ask for fewer --points, or name fewer inputs with --only";
    throw new InputError([{ code: "too-many-points", path: "--points", message, hint, severity: "error" }]);
  }
  switch (method) {
    case "tornado":
      return tornadoDesign(inputs);
    case "morris":
      return morrisDesign(inputs, sets, seed);
    case "sobol":
      return sobolDesign(inputs, sets, seed);
  }
}

/**
 * A sensitivity design as points of a sweep: a column for each input, which has what is at its first place; `request` says which inputs were
 * meant, `responses` are asked for.
 */
export function pointDesign(
  uncertain: UncertainInputs,
  design: SensitivityDesign,
  {
    seed,
    responses,
    request,
  }: { readonly seed: number; readonly responses: readonly string[]; readonly request: InputsRequest },
): Design {
  const { factors = [], only, except = [] } = request;
  const { inputs, valueAt } = uncertain;
  const written = inputs.map(({ range }): JsonValue => {
    if (range.kind === "number") return range.written;
    return range.written === undefined ? null : range.values[range.written]!;
  });
  return {
    columns: inputs.map(({ path, range }) =>
      range.kind === "choice" || range.unit === "" ? { path } : { path, unit: range.unit },
    ),
    size: design.size,
    method: {
      type: design.method,
      seed,
      sets: design.sets,
      responses,
      inputs: inputs.map(({ path, grade, places, range }) => ({ path, grade, places, ...range })),
    },
    made: { factors: plainFactors(factors), ...(only === undefined ? {} : { only }), except },
    levels: (point) =>
      design.at(point).map((u, input) => (u === undefined ? written[input]! : valueAt(input, u))),
  };
}

/** Makes the points of a sensitivity design ready; a point of set s has the s-th set of replications. */
export function sensitivityPreparer(
  base: Scenario,
  uncertain: UncertainInputs,
  design: SensitivityDesign,
  {
    points,
    engine,
    clockOf,
  }: { readonly points: Design; readonly engine: string; readonly clockOf: ClockOf },
): PreparePoint {
  return async (point) => {
    const patch = uncertain.patchAt(design.at(point));
    const at = { point, levels: points.levels(point) };
    return preparedPoint(
      base,
      at,
      patch,
      engine,
      clockOf,
      firstReplication(design, point, base.clinic.run.replications),
    );
  };
}

/** The first replication of a point, where each has so many. */
export function firstReplication({ setOf }: SensitivityDesign, point: number, replications: number): number {
  return setOf(point) * replications + 1;
}
