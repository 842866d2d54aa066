import type { Role } from "../../src/model/clinic.ts";

const ORDER: readonly Role[] = [
  "clerk",
  "medical-assistant",
  "nurse",
  "pharmacist",
  "nurse-practitioner",
  "resident",
  "physician",
];

export const NURSE = 2;
export const RESIDENT = 5;

export function rank(role: Role): number {
  return ORDER.indexOf(role);
}

export function roleAt(place: number): Role {
  return ORDER[place]!;
}

/** Of which kind of minutes a role's work takes. */
export function handlingOf(role: Role): "clerk" | "nurse" | "physician" {
  if (role === "clerk" || role === "medical-assistant") return "clerk";
  return role === "nurse" || role === "pharmacist" ? "nurse" : "physician";
}

/** With whom a role's minutes and touches are counted. */
export function countedWith(role: Role): "clerk" | "nurse" | "physician" {
  if (role === "clerk" || role === "medical-assistant") return "clerk";
  return role === "resident" || role === "physician" ? "physician" : "nurse";
}

/** Whose judgement of a thread's urgency counts. */
export function judges(role: Role): boolean {
  return countedWith(role) === "nurse";
}
