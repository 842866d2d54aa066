import * as z from "zod/mini";
import { frontDoorPolicies } from "../../model/index.ts";
import { described } from "./described.ts";
import { duration, object } from "./fields.ts";
import { policySchema } from "./policy.ts";

const frontDoor = policySchema("frontDoor", "What happens to a message before it is sent.");
const flag = policySchema("flag", "What is known of a message's urgency before it is read.");
const sorting = policySchema("sorting", "To whom a message goes before it is read.");
const triage = policySchema("triage", "Who reads first, and what that person does.");
const protocol = policySchema("protocol", "What may be closed by rule.");
const conversion = policySchema("conversion", "Which messages become visits.");
const drafts = policySchema("drafts", "What a tool does to the minutes of a reply.");
const routing = policySchema("routing", "Which physician gets a message that needs one.");
const queue = policySchema("queue", "Which message is taken up next.");
const billing = policySchema("billing", "Which of physicians' minutes on messages are paid.");

/** Policies before a message is sent, in order; at most one of a type. */
export const frontDoorPolicy = described(
  z.array(frontDoor).check(z.maxLength(frontDoorPolicies.length), (context) => {
    const types = context.value.map(({ type }) => type);
    for (const [index, type] of types.entries()) {
      if (types.indexOf(type) === index) continue;
      const message = `there is a ${JSON.stringify(type)} already`;
      const params = { code: "same-type", hint: "one of a type is enough: put its parameters together" };
      context.issues.push({
        code: "custom",
        input: context.value[index],
        path: [index, "type"],
        message,
        params,
      });
    }
  }),
  "What happens to a message before it is sent: policies in order, each seeing what those before have let through; at most one of a type.",
);

export const closeThreadAfter = duration(
  "A follow-up later than this after the reply opens a new thread.",
  "30 days",
  { least: 1 },
);

/** A team's own order of work. */
export const queuePolicy = queue;

/** What one specialty may have otherwise than the clinic, besides its front door. */
export const ownPolicies = {
  flag: z.optional(flag),
  sorting: z.optional(sorting),
  triage: z.optional(triage),
  protocol: z.optional(protocol),
  conversion: z.optional(conversion),
  drafts: z.optional(drafts),
  routing: z.optional(routing),
};

export const policiesSchema = object("How work is organised.", {
  frontDoor: z._default(frontDoorPolicy, []),
  flag: z.prefault(flag, { type: "none" }),
  sorting: z.prefault(sorting, { type: "none" }),
  triage: z.prefault(triage, { type: "nurse-first" }),
  protocol: z.prefault(protocol, { type: "none" }),
  conversion: z.prefault(conversion, { type: "none" }),
  drafts: z.prefault(drafts, { type: "none" }),
  routing: z.prefault(routing, { type: "own-physician" }),
  queue: z.prefault(queue, { type: "first-come" }),
  closeThreadAfter: z._default(closeThreadAfter, "30 days"),
  billing: z.prefault(billing, { type: "unpaid" }),
});
