import type { PolicyParameter } from "../model/index.ts";
import { type PolicyListing, SEAM_DOCS, SEAMS, type Seam } from "./format/seams.ts";
import type { JsonObject, JsonValue } from "./json-value.ts";
import { writtenDefault } from "./quantities/written-default.ts";

/** A choice under `policies`, and all that can be chosen. */
export interface PolicySeam {
  readonly seam: Seam;
  readonly doc: string;
  readonly policies: readonly KnownPolicy[];
}

export interface KnownPolicy {
  readonly seam: Seam;
  readonly type: string;
  readonly doc: string;
  readonly source: string;
  readonly params: readonly KnownParameter[];
}

export interface KnownParameter {
  readonly name: string;
  readonly doc: string;
  /** In words: "share, 0 … 1". */
  readonly kind: string;
  /** As a file writes it; absent: it holds where the key is left out, and cannot be written. */
  readonly default?: JsonValue;
}

/** Every policy that a scenario can choose, by seam, in the words of a file. */
export function policyCatalogue(): readonly PolicySeam[] {
  return (Object.keys(SEAMS) as Seam[]).map((seam) => {
    const listings: readonly PolicyListing[] = SEAMS[seam];
    const policies = listings.map(({ type, doc, source, params }) => ({
      seam,
      type,
      doc,
      source,
      params: params.map(knownParameter),
    }));
    return { seam, doc: SEAM_DOCS[seam], policies };
  });
}

/** What stands under `policies` in a file that chooses a policy, every parameter with its default. */
export function policyInFile({ seam, type, params }: KnownPolicy): JsonObject {
  const given = params.filter((parameter) => parameter.default !== undefined);
  const policy = {
    type,
    ...Object.fromEntries(given.map((parameter) => [parameter.name, parameter.default!])),
  };
  return { [seam]: seam === "frontDoor" ? [policy] : policy };
}

function knownParameter(parameter: PolicyParameter): KnownParameter {
  const { name, doc } = parameter;
  const standard = writtenDefault(parameter);
  return {
    name,
    doc,
    kind: kindText(parameter),
    ...(standard === undefined ? {} : { default: standard }),
  };
}

function kindText(parameter: PolicyParameter): string {
  switch (parameter.kind) {
    case "share":
      return "share, 0 … 1";
    case "minutes":
      return "time distribution";
    case "duration":
      return "duration";
    case "count":
      return `whole number, ${parameter.least} … ${parameter.most}`;
    case "factor":
      return `number, ${parameter.least} … ${parameter.most}`;
    case "choice":
      return `one of ${parameter.values.join(", ")}`;
    case "topics":
      return "list of topics";
    case "roles":
      return "role by topic";
    case "times":
      return "list of times of day";
  }
}
