import { canonicalText, contentHash } from "./canonical.ts";
import type { ScenarioDocument } from "./format/scenario-schema.ts";
import type { GRADES } from "./format/validation.ts";
import type { JsonObject } from "./json-value.ts";

export type Grade = (typeof GRADES)[number];

/** What each grade says of a scenario, to follow “it”. */
export const GRADE_WORDS: Readonly<Record<Grade, string>> = {
  A: "may be used to decide",
  B: "may be used to compare plans; take its own numbers with care",
  C: "may be used to learn what matters, not to decide",
  D: "must not be used yet",
};

/** SHA-256 of what a replay grades: all of a document that bears on how its clinic works and what it promises. */
export function gradedHash({ calendar, specialties, staff, policies, promises }: ScenarioDocument): string {
  return contentHash(
    canonicalText({ calendar, specialties, staff, policies, promises } as unknown as JsonObject),
  );
}

/** What a replay said of a scenario, in a sentence; undefined where none has. */
export function gradeSentence(document: ScenarioDocument): string | undefined {
  const { validation } = document;
  if (validation === undefined) return undefined;
  const { grade, from, to, messages, mend, notJudged = [], seen = false, of } = validation;
  const own = seen ? ", to which it was fitted" : "";
  const by = `by a replay of ${messages} first messages from ${from} to ${to}${own}`;
  if (of !== gradedHash(document)) {
    return `before it was changed, this clinic was graded ${grade} ${by}; the changes themselves are not proven by any record`;
  }
  const [worst] = mend;
  const first = worst === undefined ? "" : `; to mend first: ${worst}`;
  const unknown = notJudged.length === 0 ? "" : `; not judged: ${notJudged.join(", ")}`;
  return `graded ${grade} ${by}: it ${GRADE_WORDS[grade]}${first}${unknown}`;
}
