/** Everybody who may work on messages, by scope of practice: each may close what those before may. */
export const ROLES = [
  "clerk",
  "medical-assistant",
  "nurse",
  "pharmacist",
  "nurse-practitioner",
  "resident",
  "physician",
] as const;

export type Role = (typeof ROLES)[number];

/** Place in `ROLES`: 0 … 6. */
export function rankOf(role: Role): number {
  return ROLES.indexOf(role);
}

/** Who may close what is theirs without a physician. */
export const INDEPENDENT_ROLES = [
  "clerk",
  "medical-assistant",
  "nurse",
  "pharmacist",
  "nurse-practitioner",
] as const;

export type IndependentRole = (typeof INDEPENDENT_ROLES)[number];

/** Whose handling times a role's work takes: a topic gives three kinds of minutes. */
export type Scope = "clerk" | "nurse" | "physician";

const SCOPES: Readonly<Record<Role, Scope>> = {
  clerk: "clerk",
  "medical-assistant": "clerk",
  nurse: "nurse",
  pharmacist: "nurse",
  "nurse-practitioner": "physician",
  resident: "physician",
  physician: "physician",
};

export function scopeOf(role: Role): Scope {
  return SCOPES[role];
}

/** With whom a role is counted: clerks and assistants; nurses, pharmacists and nurse practitioners; residents and physicians. */
export type RoleGroup = "clerk" | "nurse" | "physician";

export function groupOf(role: Role): RoleGroup {
  return role === "nurse-practitioner" ? "nurse" : SCOPES[role];
}

/** Whether somebody of the role may judge how urgent a message is; clerks and assistants only gather (UW Health policy 8.20). */
export function mayAssess(role: Role): boolean {
  return rankOf(role) >= rankOf("nurse");
}
