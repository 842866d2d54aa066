import * as z from "zod";
import { type PolicyParameter, queuePolicies, routingPolicies, triagePolicies } from "../../model/index.ts";
import { writtenDistribution } from "../quantities/distribution.ts";
import { handlingTime } from "./distribution.ts";
import { duration, share } from "./fields.ts";

/** What every policy's definition says of itself. */
export interface PolicyListing {
  readonly type: string;
  readonly doc: string;
  readonly source: string;
  readonly params: readonly PolicyParameter[];
}

/** A choice among policies: `type`, and that policy's own parameters, each as its definition in `model/` declares it. */
function choiceOf(policies: readonly PolicyListing[], standard: string, doc: string) {
  const options = policies.map((policy) => {
    const shape = Object.fromEntries(
      policy.params.map((parameter) => [parameter.name, parameterSchema(parameter)]),
    );
    return z.strictObject({ type: z.literal(policy.type), ...shape }).meta({ description: policy.doc });
  });
  return z
    .discriminatedUnion("type", options as [(typeof options)[0], ...typeof options])
    .prefault({ type: standard })
    .meta({ description: doc });
}

function parameterSchema(parameter: PolicyParameter): z.ZodType {
  const doc = `${parameter.doc.charAt(0).toUpperCase()}${parameter.doc.slice(1)}`;
  if (parameter.kind === "share") return share(doc).default(parameter.default);
  return handlingTime.default(writtenDistribution(parameter.default)).meta({ description: `${doc}.` });
}

export const policiesSchema = z
  .strictObject({
    frontDoor: z.array(z.never()).max(0).default([]).meta({
      description: "Policies before a message is sent; there are none yet, so the list stays empty.",
    }),
    triage: choiceOf(triagePolicies, "nurse-first", "Who reads first, and what that person does."),
    routing: choiceOf(routingPolicies, "own-physician", "Which physician gets a message that needs one."),
    queue: choiceOf(queuePolicies, "first-come", "Which message is taken up next."),
    closeThreadAfter: duration("A follow-up later than this after the reply opens a new thread.", "30 days", {
      least: 1,
    }).default("30 days"),
  })
  .meta({ description: "How work is organised." });
