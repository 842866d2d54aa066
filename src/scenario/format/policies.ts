import * as z from "zod/mini";
import { frontDoorPolicies } from "../../model/index.ts";
import { described } from "./described.ts";
import { duration, object } from "./fields.ts";
import { policySchema } from "./policy.ts";
import { SEAM_DOCS, type Seam } from "./seams.ts";

/** A seam's choice: the clinic's, which has a standard, and a specialty's or a team's own, which may be left out. */
function seam(name: Exclude<Seam, "frontDoor">, standard: string) {
  const schema = policySchema(name);
  return {
    clinics: described(z.prefault(schema, { type: standard }), SEAM_DOCS[name]),
    own: described(z.optional(schema), `${SEAM_DOCS[name]} Left out: as the clinic's.`),
  };
}

const flag = seam("flag", "none");
const sorting = seam("sorting", "none");
const triage = seam("triage", "nurse-first");
const protocol = seam("protocol", "none");
const conversion = seam("conversion", "none");
const drafts = seam("drafts", "none");
const routing = seam("routing", "own-physician");
const queue = seam("queue", "first-come");
const billing = seam("billing", "unpaid");

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
  frontDoor: described(z._default(frontDoor, []), SEAM_DOCS.frontDoor),
  flag: flag.clinics,
  sorting: sorting.clinics,
  triage: triage.clinics,
  protocol: protocol.clinics,
  conversion: conversion.clinics,
  drafts: drafts.clinics,
  routing: routing.clinics,
  queue: queue.clinics,
  closeThreadAfter: z._default(closeThreadAfter, "30 days"),
  billing: billing.clinics,
});

/** What one specialty may have otherwise than the clinic. */
export const ownPoliciesSchema = object(
  "Where this specialty differs from the clinic's `policies`; each that is given replaces the clinic's whole.",
  {
    frontDoor: described(z.optional(frontDoor), `${SEAM_DOCS.frontDoor} Left out: as the clinic's.`),
    flag: flag.own,
    sorting: sorting.own,
    triage: triage.own,
    protocol: protocol.own,
    conversion: conversion.own,
    drafts: drafts.own,
    routing: routing.own,
    closeThreadAfter: z.optional(closeThreadAfter),
  },
);

/** A team's own order of work. */
export const ownQueueSchema = queue.own;
