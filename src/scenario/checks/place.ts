import type { Clinic, Model, SpecialtyRules, Team, Topic } from "../../model/index.ts";
import { quoted, type Segment } from "../json-value.ts";
import type { SoundDocument } from "./check.ts";
import { type PolicyAt, policiesOf } from "./policies-in.ts";

/** A specialty of a clinic, with what is to be known of it. */
export interface Place {
  readonly clinic: Clinic;
  readonly index: number;
  readonly name: string;
  readonly topics: readonly Topic[];
  readonly rules: SpecialtyRules;
  /** Whose patients they are; undefined where there are no physicians. */
  readonly physicians: Team | undefined;
  /** As the document has them. */
  readonly policies: readonly PolicyAt[];
}

export function placesIn(document: SoundDocument, { clinic, specialties }: Model): readonly Place[] {
  return clinic.specialties.map(({ name, topics }, index) => ({
    clinic,
    index,
    name,
    topics,
    rules: specialties[index]!,
    physicians: clinic.teams.find((team) => team.role === "physician" && isFor(team, index)),
    policies: policiesOf(document, name),
  }));
}

/** Whether somebody in the team works for a specialty, and on a topic of it. */
export function isFor({ count, serves, topics }: Team, specialty: number, topic?: Topic): boolean {
  if (count === 0 || !serves.includes(specialty)) return false;
  return topic === undefined || topics === undefined || topics.includes(topic.name);
}

/** Where the document has a place's policy. */
export function pathOf({ policies }: Place, seam: PolicyAt["seam"], type?: string): readonly Segment[] {
  return policies.find((each) => each.seam === seam && (type === undefined || each.policy.type === type))!
    .path;
}

/** `messages of "clinic"`, and if these are not all its topics, `about "x" and "y"`. */
export function messagesOf({ name, topics }: Place, some: readonly Topic[]): string {
  return `messages of ${quoted(name)}${about(some, topics)}`;
}

/** ` about "x" and "y"`; nothing where these are all. */
export function about(some: readonly Topic[], all: readonly Topic[]): string {
  if (some.length === all.length) return "";
  const names = some.map(({ name }) => quoted(name));
  const shown = names.length > 5 ? [...names.slice(0, 4), `${names.length - 4} more topics`] : names;
  return ` about ${shown.length === 1 ? shown[0] : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`}`;
}
