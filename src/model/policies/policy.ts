import type { DistributionSpec } from "../../random/index.ts";

/** A parameter of a policy, as a scenario gives it; left out, it has its default, which changes as little as can be. */
export type PolicyParameter =
  | { readonly name: string; readonly kind: "share"; readonly doc: string; readonly default: number }
  | {
      readonly name: string;
      readonly kind: "minutes";
      readonly doc: string;
      readonly default: DistributionSpec;
    };

/** What a policy may know of a team. */
export interface ServingTeam {
  readonly role: "clerk" | "nurse" | "physician";
  readonly count: number;
  /** Indexes of specialties. */
  readonly serves: readonly number[];
}

/** The seam: one policy. Schema, help, documentation and the contract suite find every policy through these. */
export interface PolicyDefinition<Spec extends { readonly type: string }, Policy> {
  readonly type: Spec["type"];
  readonly doc: string;
  readonly source: string;
  readonly params: readonly PolicyParameter[];
  create(spec: Spec, teams: readonly ServingTeam[]): Policy;
}

/** The plain data by which a definition's policy is asked for. */
export type SpecOf<Definition> =
  Definition extends PolicyDefinition<infer Spec, infer _Policy> ? Spec : never;

/** The policy that `spec` asks for. Throws a RangeError if none of `definitions` has its type. */
export function createPolicy<Spec extends { readonly type: string }, Policy>(
  definitions: readonly PolicyDefinition<Spec, Policy>[],
  spec: Spec,
  teams: readonly ServingTeam[],
): Policy {
  const definition = definitions.find(({ type }) => type === spec.type);
  if (definition === undefined) {
    const known = definitions.map(({ type }) => type).join(", ");
    throw new RangeError(`there is no policy "${spec.type}": choose one of ${known}`);
  }
  return definition.create(spec, teams);
}
