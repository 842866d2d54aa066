import { type JsonObject, parsePath } from "../../scenario/index.ts";
import { type Derivation, withDerived } from "./derived.ts";
import { DESIGN_LIMITS, type Design } from "./design.ts";
import { designFault } from "./design-fault.ts";
import type { Factor } from "./factor.ts";
import { gridDesign } from "./grid.ts";
import { latinHypercube } from "./latin-hypercube.ts";
import { sampledDesign } from "./sampled.ts";
import { sobolPoints } from "./sobol.ts";

/** Factors and how to choose points among their levels: all combinations, or so many points that fill the space. */
export interface FactorRequest {
  readonly factors: readonly Factor[];
  readonly sample?: {
    readonly type: "latin hypercube" | "sobol";
    readonly points: number;
    readonly seed: number;
  };
}

/**
 * The design that was asked for, with what is derived; `document` is the scenario that it starts from. Throws InputError where there is
 * nothing to vary, too much of it, or a place is varied twice.
 */
export function buildDesign(
  request: FactorRequest | Design,
  derivations: readonly Derivation[],
  document: JsonObject,
): Design {
  const chosen = "factors" in request ? factorDesign(request) : request;
  checkPaths([...chosen.columns, ...derivations].map(({ path }) => path));
  return withDerived(chosen, derivations, document);
}

function factorDesign({ factors, sample }: FactorRequest): Design {
  if (factors.length === 0) {
    throw designFault(
      "nothing-to-vary",
      "--vary",
      "there is nothing to vary",
      "as in --vary staff.triage-nurse.count=1..5, or --design points.csv",
    );
  }
  if (factors.length > DESIGN_LIMITS.factors) {
    throw designFault(
      "too-many-factors",
      "--vary",
      `${factors.length} factors are more than ${DESIGN_LIMITS.factors}`,
    );
  }
  if (sample === undefined) return gridDesign(factors);
  const { type, points, seed } = sample;
  const choose = type === "sobol" ? sobolPoints : latinHypercube;
  return sampledDesign(factors, choose(points, factors.length, seed));
}

/** No place lies within another: what one of them says would depend on their order. */
function checkPaths(paths: readonly string[]): void {
  const places = paths.map((path) => ({ path, segments: parsePath(path) ?? [path] }));
  for (const [i, { path, segments }] of places.entries()) {
    const around = places
      .slice(0, i)
      .find((other) => other.segments.every((s, d) => segments[d] === undefined || segments[d] === s));
    if (around === undefined) continue;
    const message =
      around.path === path ? "it is varied twice" : `it and ${around.path} lie within each other`;
    throw designFault(
      "varied-twice",
      path,
      message,
      "vary each place once; give whole objects as values, or their parts",
    );
  }
}
