import type { DistributionSpec } from "../../random/index.ts";
import type { Role } from "../roles.ts";

interface Common {
  readonly name: string;
  readonly doc: string;
}

/** A parameter of a policy, as a scenario gives it; left out, it has its default, which changes as little as can be. */
export type PolicyParameter =
  | (Common & { readonly kind: "share"; readonly default: number })
  | (Common & { readonly kind: "minutes"; readonly default: DistributionSpec })
  /** [min] An infinite default cannot be written: it holds where the key is left out. */
  | (Common & {
      readonly kind: "duration";
      readonly default: number;
      readonly least?: number;
      readonly most?: number;
    })
  | (Common & {
      readonly kind: "count";
      readonly default: number;
      readonly least: number;
      readonly most: number;
    })
  | (Common & {
      readonly kind: "factor";
      readonly default: number;
      readonly least: number;
      readonly most: number;
    })
  | (Common & { readonly kind: "choice"; readonly default: string; readonly values: readonly string[] })
  /** Names of topics; none: all of them. */
  | (Common & { readonly kind: "topics"; readonly default: readonly string[] })
  /** A role by name of topic. */
  | (Common & { readonly kind: "roles"; readonly default: Readonly<Record<string, Role>> })
  /** Minutes of the local day, ascending. */
  | (Common & { readonly kind: "times"; readonly default: readonly number[] });

/** The seam: one policy. Schema, help, documentation and the contract suite find every policy through these. */
export interface PolicyDefinition<Spec extends { readonly type: string }, Policy> {
  readonly type: Spec["type"];
  readonly doc: string;
  readonly source: string;
  readonly params: readonly PolicyParameter[];
  create(spec: Spec): Policy;
}

/** The plain data by which a definition's policy is asked for. */
export type SpecOf<Definition> =
  Definition extends PolicyDefinition<infer Spec, infer _Policy> ? Spec : never;

/** The policy that `spec` asks for. Throws a RangeError if none of `definitions` has its type. */
export function createPolicy<Spec extends { readonly type: string }, Policy>(
  definitions: readonly PolicyDefinition<Spec, Policy>[],
  spec: Spec,
): Policy {
  const definition = definitions.find(({ type }) => type === spec.type);
  if (definition === undefined) {
    const known = definitions.map(({ type }) => type).join(", ");
    throw new RangeError(`there is no policy "${spec.type}": choose one of ${known}`);
  }
  return definition.create(spec);
}

/** One of several things that may happen, and its chance; those of a list sum to 1. */
export interface Weighted<T> {
  readonly chance: number;
  readonly of: T;
}

/** The one of a list that a uniform number falls on; the last where rounding leaves none. */
export function choose<T>(among: readonly Weighted<T>[], u: number): T {
  let sum = 0;
  for (let i = 0; i < among.length - 1; i += 1) {
    sum += among[i]!.chance;
    if (u < sum) return among[i]!.of;
  }
  return among[among.length - 1]!.of;
}
