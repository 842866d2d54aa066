import { FIRST, type OwnMessages } from "./own-messages.ts";

/** Messages that a scenario has as one topic. */
export interface TopicGroup {
  readonly name: string;
  /** Whether a place in the extract's topics is of it. */
  readonly is: (topic: number) => boolean;
}

const FEWEST_PATIENTS = 5;
const MOST_TOPICS = 24;

/** Topics of a specialty by name; those of fewer than five of its patients, and the rarest where there are many, as one, or left out where these are fewer than five still. */
export function topicGroups(
  own: OwnMessages,
  specialty: number,
  names: readonly string[],
): readonly TopicGroup[] {
  const threads = new Float64Array(names.length);
  const patients = names.map(() => new Set<number>());
  for (let i = 0; i < own.count; i += 1) {
    const topic = own.topic[i]!;
    if (own.specialty[i] !== specialty || own.kind[i] !== FIRST || topic < 0) continue;
    threads[topic]! += 1;
    patients[topic]!.add(own.patient[i]!);
  }
  const byThreads = names.map((_, topic) => topic).sort((a, b) => threads[b]! - threads[a]!);
  const kept = byThreads
    .filter((topic) => patients[topic]!.size >= FEWEST_PATIENTS)
    .slice(0, MOST_TOPICS - 1);
  const rest = byThreads.filter((topic) => threads[topic]! > 0 && !kept.includes(topic));
  const groups: TopicGroup[] = kept
    .sort((a, b) => a - b)
    .map((topic) => ({ name: names[topic]!, is: (t) => t === topic }));
  const others = new Set(rest.flatMap((topic) => [...patients[topic]!]));
  if (others.size >= FEWEST_PATIENTS && kept.length > 0) {
    const name = groups.some((group) => group.name === "other") ? "other topics" : "other";
    groups.push({ name, is: (t) => rest.includes(t) });
  }
  return groups.length === 0 ? [{ name: "everything", is: () => true }] : groups;
}
