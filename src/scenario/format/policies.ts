import * as z from "zod/mini";
import { frontDoorPolicies } from "../../model/index.ts";
import { described } from "./described.ts";
import { duration, object } from "./fields.ts";
import { policySchema } from "./policy.ts";

type PolicySchema = ReturnType<typeof policySchema>;

/** A seam's choice: the clinic's, which has a standard, and a specialty's or a team's own, which may be left out. */
function seam(schema: PolicySchema, doc: string, standard: string) {
  return {
    clinics: described(z.prefault(schema, { type: standard }), doc),
    own: described(z.optional(schema), `${doc} Left out: as the clinic's.`),
  };
}

const SEAMS = {
  flag: seam(policySchema("flag"), "What is known of a message's urgency before it is read.", "none"),
  sorting: seam(policySchema("sorting"), "To whom a message goes before it is read.", "none"),
  triage: seam(policySchema("triage"), "Who reads first, and what that person does.", "nurse-first"),
  protocol: seam(policySchema("protocol"), "What may be closed by rule.", "none"),
  conversion: seam(policySchema("conversion"), "Which messages become visits.", "none"),
  drafts: seam(policySchema("drafts"), "What a tool does to the minutes of a reply.", "none"),
  routing: seam(policySchema("routing"), "Which physician gets a message that needs one.", "own-physician"),
  queue: seam(policySchema("queue"), "Which message is taken up next.", "first-come"),
  billing: seam(policySchema("billing"), "Which of physicians' minutes on messages are paid.", "unpaid"),
};

const FRONT_DOOR =
  "What happens to a message before it is sent: policies in order, each seeing what those before have let through; at most one of a type.";

const frontDoor = z
  .array(policySchema("frontDoor"))
  .check(z.maxLength(frontDoorPolicies.length), (context) => {
    const types = context.value.map(({ type }) => type);
    for (const [index, type] of types.entries()) {
      if (types.indexOf(type) === index) continue;
      const message = `there is a ${JSON.stringify(type)} already`;
      const params = { code: "same-type", hint: "one of a type is enough: put its parameters together" };
      const path = [index, "type"];
      context.issues.push({ code: "custom", input: context.value[index], path, message, params });
    }
  });

const closeThreadAfter = duration(
  "A follow-up later than this after the reply opens a new thread.",
  "30 days",
  { least: 1 },
);

export const policiesSchema = object("How work is organised.", {
  frontDoor: described(z._default(frontDoor, []), FRONT_DOOR),
  flag: SEAMS.flag.clinics,
  sorting: SEAMS.sorting.clinics,
  triage: SEAMS.triage.clinics,
  protocol: SEAMS.protocol.clinics,
  conversion: SEAMS.conversion.clinics,
  drafts: SEAMS.drafts.clinics,
  routing: SEAMS.routing.clinics,
  queue: SEAMS.queue.clinics,
  closeThreadAfter: z._default(closeThreadAfter, "30 days"),
  billing: SEAMS.billing.clinics,
});

/** What one specialty may have otherwise than the clinic. */
export const ownPoliciesSchema = object(
  "Where this specialty differs from the clinic's `policies`; each that is given replaces the clinic's whole.",
  {
    frontDoor: described(z.optional(frontDoor), `${FRONT_DOOR} Left out: as the clinic's.`),
    flag: SEAMS.flag.own,
    sorting: SEAMS.sorting.own,
    triage: SEAMS.triage.own,
    protocol: SEAMS.protocol.own,
    conversion: SEAMS.conversion.own,
    drafts: SEAMS.drafts.own,
    routing: SEAMS.routing.own,
    closeThreadAfter: z.optional(closeThreadAfter),
  },
);

/** A team's own order of work. */
export const ownQueueSchema = SEAMS.queue.own;
