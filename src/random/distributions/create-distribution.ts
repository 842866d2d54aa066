import { discrete } from "./discrete.ts";
import type { Distribution, DistributionDefinition } from "./distribution.ts";
import type { DistributionSpec } from "./distribution-spec.ts";
import { empirical } from "./empirical.ts";
import { erlang } from "./erlang.ts";
import { exponential } from "./exponential.ts";
import { fixed } from "./fixed.ts";
import { gamma } from "./gamma.ts";
import { lognormal } from "./lognormal.ts";
import { mixture } from "./mixture.ts";
import { negativeBinomial } from "./negative-binomial.ts";
import { poisson } from "./poisson.ts";
import { triangular } from "./triangular.ts";
import { truncated } from "./truncated.ts";
import { uniform } from "./uniform.ts";
import { weibull } from "./weibull.ts";

/** Every kind of distribution there is: the list that schema, help, documents and contract suite read. */
export const distributionDefinitions: readonly DistributionDefinition[] = [
  fixed,
  uniform,
  triangular,
  exponential,
  gamma,
  lognormal,
  weibull,
  erlang,
  empirical,
  discrete,
  mixture,
  truncated,
  poisson,
  negativeBinomial,
] as readonly DistributionDefinition[];

/** The distribution a specification describes. Throws RangeError that names the offending parameter. */
export function createDistribution(spec: DistributionSpec): Distribution {
  const definition = distributionDefinitions.find((candidate) => candidate.type === spec.type);
  if (definition === undefined) {
    const known = distributionDefinitions.map((candidate) => candidate.type).join(", ");
    throw new RangeError(`type must be one of ${known}, not ${(spec as { type: unknown }).type}`);
  }
  return definition.create(spec, createDistribution);
}
