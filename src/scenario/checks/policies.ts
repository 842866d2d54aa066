import { didYouMean } from "../did-you-mean.ts";
import { errorAt, type PlacedIssue, warningAt } from "../issue-list.ts";
import { isObject, type JsonObject, type JsonValue, quoted, type Segment } from "../json-value.ts";
import { type Check, entriesOf, type SoundDocument } from "./check.ts";
import { type PolicyAt, policiesIn } from "./policies-in.ts";

/** Policies speak of topics that are there, and of an order of work that is one. */
export const checkPolicies: Check = (document) => [
  ...policiesIn(document).flatMap((policy) => checkTopics(document, policy)),
  ...checkQueue(document, ["policies", "queue"], document.policies?.queue as JsonObject | undefined),
  ...entriesOf(document.staff).flatMap(([team, { queue }]) =>
    checkQueue(document, ["staff", team, "queue"], queue as JsonObject | undefined),
  ),
];

/** A topic that a policy names is one of some specialty that the policy is for. */
function checkTopics(
  { specialties }: SoundDocument,
  { path, policy, params, specialties: names }: PolicyAt,
): readonly PlacedIssue[] {
  const all = names.length === 0 ? entriesOf(specialties).map(([name]) => name) : names;
  const topics = all.map((name) => specialties?.[name]?.topics);
  if (topics.includes(undefined)) return [];
  const known = [...new Set(topics.flatMap((each) => Object.keys(each!)))];
  return params.flatMap(({ name, kind }) => {
    const said = topicsSaid(kind, policy[name]);
    return said.flatMap(({ topic, at }) => {
      if (known.includes(topic)) return [];
      const whose = all.length === 1 ? quoted(all[0]) : "no specialty that this is for";
      const message =
        all.length === 1 ? `${whose} has no topic ${quoted(topic)}` : `${whose} has a topic ${quoted(topic)}`;
      const fault = { code: "unknown-name", message, hint: didYouMean(topic, known) };
      return [errorAt([...path, name, at], fault, kind === "roles")];
    });
  });
}

function topicsSaid(kind: string, value: JsonValue | undefined): readonly { topic: string; at: Segment }[] {
  if (kind === "topics" && Array.isArray(value)) {
    return (value as readonly string[]).map((topic, at) => ({ topic, at }));
  }
  if (kind === "roles" && isObject(value)) return Object.keys(value).map((topic) => ({ topic, at: topic }));
  return [];
}

function checkQueue(
  { promises }: SoundDocument,
  path: readonly string[],
  queue: JsonObject | undefined,
): readonly PlacedIssue[] {
  const warn = (message: string, hint: string) => [warningAt(path, { code: "no-effect", message, hint })];
  if (queue?.type === "ageing" && queue.headStart === undefined && queue.escalateAfter === undefined) {
    const message = "without a head start, and with nothing escalated, ageing is the same as urgent-first";
    return warn(message, 'add "headStart" or "escalateAfter", or choose "urgent-first"');
  }
  if (queue?.type === "earliest-due" && promises !== undefined && Object.keys(promises).length === 0) {
    const message = "nothing falls due where nothing is promised: earliest-due is the same as first-come";
    return warn(message, "add `promises`");
  }
  return [];
}
