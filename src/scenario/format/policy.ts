import * as z from "zod/mini";
import { type PolicyParameter, ROLES } from "../../model/index.ts";
import { CLOCK_PATTERN } from "../hours/clock-time.ts";
import { LIMITS } from "../limits.ts";
import { writtenDistribution } from "../quantities/distribution.ts";
import { readDelivery, writtenClock, writtenDuration } from "../quantities/policy-times.ts";
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
  const doc = `${parameter.doc.charAt(0).toUpperCase()}${parameter.doc.slice(1)}`;
  switch (parameter.kind) {
    case "share":
      return z._default(share(doc), parameter.default);
    case "minutes":
      return z._default(hereAs(timeDistribution, `${doc}.`), writtenDistribution(parameter.default));
    case "duration": {
      const { least, most, default: standard } = parameter;
      const bounds = { ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) };
      if (standard === Number.POSITIVE_INFINITY) return z.optional(duration(`${doc}.`, "2 days", bounds));
      const text = writtenDuration(standard);
      return z._default(duration(`${doc}.`, text, bounds), text);
    }
    case "count":
      return z._default(count(`${doc}.`, parameter.least, parameter.most), parameter.default);
    case "factor":
      return z._default(number(`${doc}.`, parameter.least, parameter.most), parameter.default);
    case "choice":
      return z._default(choice(`${doc}.`, parameter.values as [string, ...string[]]), parameter.default);
    case "topics":
      return z._default(listOf(words("Name of a topic.", LIMITS.name), `${doc}.`, LIMITS.topics), [
        ...parameter.default,
      ]);
    case "roles":
      return z._default(named(choice("A role.", ROLES), `${doc}.`, { most: LIMITS.topics }), {
        ...parameter.default,
      });
    case "times":
      return z._default(deliveries(`${doc}.`), parameter.default.map(writtenClock));
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
