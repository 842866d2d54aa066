import type { Role, Stage } from "../../model/index.ts";

/** Roles that a message may need at least: residents draft what needs a physician. */
export const LOWEST_ROLES = [
  "clerk",
  "medical-assistant",
  "nurse",
  "pharmacist",
  "nurse-practitioner",
  "physician",
] as const satisfies readonly Role[];

/** What a role's scope of practice allows its teams, which is what they do unless they say less. */
export function stagesOf(role: Role): readonly Stage[] {
  if (role === "resident") return ["draft"];
  return role === "physician" ? ["reply"] : ["triage", "reply"];
}

/** A role's people, in words: "medical assistants". */
export function peopleOf(role: Role): string {
  return `${role.replace("-", " ")}s`;
}
