import * as z from "zod/mini";
import { type PolicyParameter, queuePolicies, routingPolicies, triagePolicies } from "../../model/index.ts";
import { writtenDistribution } from "../quantities/distribution.ts";
import { described, hereAs } from "./described.ts";
import { timeDistribution } from "./distribution.ts";
import { duration, object, share } from "./fields.ts";

/** What every policy's definition says of itself. */
export interface PolicyListing {
  readonly type: string;
  readonly doc: string;
  readonly source: string;
  readonly params: readonly PolicyParameter[];
}

/**
 * A choice among policies: `type`, and that policy's own parameters, each as its definition in `model/`
 * declares it.
 */
function choiceOf(policies: readonly PolicyListing[], standard: string, doc: string) {
  const options = policies.map(({ type, doc: says, params }) => {
    const shape = Object.fromEntries(params.map((parameter) => [parameter.name, parameterSchema(parameter)]));
    return object(says, { type: z.literal(type), ...shape });
  });
  const choice = z.discriminatedUnion("type", options as [(typeof options)[0], ...typeof options]);
  return z.prefault(described(choice, doc), { type: standard });
}

function parameterSchema(parameter: PolicyParameter): z.ZodMiniType {
  const doc = `${parameter.doc.charAt(0).toUpperCase()}${parameter.doc.slice(1)}`;
  if (parameter.kind === "share") return z._default(share(doc), parameter.default);
  return z._default(hereAs(timeDistribution, `${doc}.`), writtenDistribution(parameter.default));
}

const frontDoor = described(
  z.array(z.never()).check(z.maxLength(0)),
  "Policies before a message is sent; there are none yet, so the list stays empty.",
);

const closeThreadAfter = duration(
  "A follow-up later than this after the reply opens a new thread.",
  "30 days",
  { least: 1 },
);

export const policiesSchema = object("How work is organised.", {
  frontDoor: z._default(frontDoor, []),
  triage: choiceOf(triagePolicies, "nurse-first", "Who reads first, and what that person does."),
  routing: choiceOf(routingPolicies, "own-physician", "Which physician gets a message that needs one."),
  queue: choiceOf(queuePolicies, "first-come", "Which message is taken up next."),
  closeThreadAfter: z._default(closeThreadAfter, "30 days"),
});
