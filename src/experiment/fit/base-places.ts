import type { Role } from "../../model/index.ts";
import type { JsonObject } from "../../scenario/index.ts";
import type { Draft } from "./draft.ts";

/** Where the base has the specialty of that name, or else its first. */
export function baseSpecialty(draft: Draft, name: string): readonly string[] {
  const names = Object.keys(draft.baseAt(["specialties"]) as JsonObject);
  const same = names.find((each) => each.toLowerCase() === name.toLowerCase());
  return ["specialties", same ?? names[0]!];
}

/** Where the base has the topic of that name, or else the one with most threads. */
export function baseTopic(draft: Draft, specialty: readonly string[], name: string): readonly string[] {
  const topics = draft.baseAt([...specialty, "topics"]) as Record<string, { readonly share: number }>;
  const names = Object.keys(topics);
  const same = names.find((each) => each.toLowerCase() === name.toLowerCase());
  const largest = names.reduce((best, each) => (topics[each]!.share > topics[best]!.share ? each : best));
  return [...specialty, "topics", same ?? largest];
}

const STAND_INS: Readonly<Record<Role, readonly Role[]>> = {
  clerk: ["clerk", "medical-assistant"],
  "medical-assistant": ["medical-assistant", "clerk"],
  nurse: ["nurse", "nurse-practitioner", "pharmacist"],
  pharmacist: ["pharmacist", "nurse"],
  "nurse-practitioner": ["nurse-practitioner", "nurse"],
  resident: ["resident", "physician"],
  physician: ["physician"],
};

/** Where the base has a team of that role, or a near one, for one of the specialties if it can; undefined if nowhere. */
export function baseTeam(draft: Draft, role: Role, serves: readonly string[]): readonly string[] | undefined {
  const staff = draft.baseAt(["staff"]) as Record<
    string,
    { readonly role: Role; readonly serves: readonly string[] }
  >;
  for (const near of STAND_INS[role]) {
    const teams = Object.keys(staff).filter((name) => staff[name]!.role === near);
    const best = teams.find((name) => staff[name]!.serves.some((each) => serves.includes(each))) ?? teams[0];
    if (best !== undefined) return ["staff", best];
  }
  return undefined;
}
