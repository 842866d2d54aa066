import * as z from "zod/mini";
import { type PolicyParameter, ROLES } from "../../model/index.ts";
import { CLOCK_PATTERN } from "../hours/clock-time.ts";
import type { JsonValue } from "../json-value.ts";
import { LIMITS } from "../limits.ts";
import { readDelivery } from "../quantities/policy-times.ts";
import { writtenDefault } from "../quantities/written-default.ts";
import { described, hereAs } from "./described.ts";
import { timeDistribution } from "./distribution.ts";
import { choice, count, duration, listOf, named, number, share, words } from "./fields.ts";
import { type PolicyListing, SEAMS, type Seam } from "./seams.ts";
import { written } from "./written.ts";

/** A choice among the policies of a seam: `type`, and that policy's own parameters, each as its definition in `model/` declares it. */
export function policySchema(seam: Seam) {
  const listings: readonly PolicyListing[] = SEAMS[seam];
  const options = listings.map(({ type, doc: says, source, params }) => {
    const shape = Object.fromEntries(params.map((parameter) => [parameter.name, parameterSchema(parameter)]));
    return described(z.strictObject({ type: z.literal(type), ...shape }), says, { "x-source": source });
  });
  const union = z.discriminatedUnion("type", options as [(typeof options)[0], ...typeof options]);
  return described(union, `A policy of ${seam}.`, { id: seam });
}

function parameterSchema(parameter: PolicyParameter): z.ZodMiniType {
  const standard = writtenDefault(parameter);
  const schema = schemaOf(parameter, standard);
  return standard === undefined ? z.optional(schema) : z._default(schema, standard);
}

function schemaOf(parameter: PolicyParameter, standard: JsonValue | undefined): z.ZodMiniType {
  const doc = `${parameter.doc.charAt(0).toUpperCase()}${parameter.doc.slice(1)}`;
  const sentence = `${doc}.`;
  switch (parameter.kind) {
    case "share":
      return share(doc);
    case "minutes":
      return hereAs(timeDistribution, sentence);
    case "duration": {
      const { least, most } = parameter;
      const bounds = { ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) };
      return duration(sentence, typeof standard === "string" ? standard : "2 days", bounds);
    }
    case "count":
      return count(sentence, parameter.least, parameter.most);
    case "factor":
      return number(sentence, parameter.least, parameter.most);
    case "choice":
      return choice(sentence, parameter.values as [string, ...string[]]);
    case "topics":
      return listOf(words("Name of a topic.", LIMITS.name), sentence, LIMITS.topics);
    case "roles":
      return named(choice("A role.", ROLES), sentence, { most: LIMITS.topics });
    case "times":
      return deliveries(sentence);
  }
}

function deliveries(doc: string) {
  const time = written(readDelivery, {
    is: "time of day",
    doc: "A time of day.",
    pattern: `^(${CLOCK_PATTERN})$`,
    examples: ["09:00"],
  });
  return described(z.array(time).check(z.minLength(1), z.maxLength(LIMITS.deliveries)), doc);
}
