import { type Role, rankOf } from "../../roles.ts";
import type { PolicyDefinition, Weighted } from "../policy.ts";
import { type Sorting, UNSORTED } from "./sorting.ts";

export interface ByTopic {
  readonly type: "by-topic";
  readonly roles: Readonly<Record<string, Role>>;
  readonly accuracy: number;
}

export const byTopic: PolicyDefinition<ByTopic, Sorting> = {
  type: "by-topic",
  doc: "Patients choose a topic, and topics have roles: a message goes straight to its topic's role, or by a wrong topic to another, who sends it on.",
  source:
    "topic folders and routing guides: −16 % messages per physician (T08); 44 % of the categories that patients chose were right (T07)",
  params: [
    {
      name: "roles",
      kind: "roles",
      doc: "by topic, the role that its messages go to; a topic left out goes to whoever triage says",
      default: {},
    },
    {
      name: "accuracy",
      kind: "share",
      doc: "chance that the topic chosen is the right one; else it is any other of the specialty, all alike",
      default: 1,
    },
  ],
  create({ roles, accuracy }) {
    const roleOf = (topic: string) => {
      const role = Object.hasOwn(roles, topic) ? roles[topic] : undefined;
      return role === undefined ? UNSORTED : rankOf(role);
    };
    return {
      outcomes({ topic, topics }): readonly Weighted<number>[] {
        const others = topics.filter((other) => other !== topic);
        if (others.length === 0) return [{ chance: 1, of: roleOf(topic) }];
        const astray = (1 - accuracy) / others.length;
        return [
          { chance: accuracy, of: roleOf(topic) },
          ...others.map((other) => ({ chance: astray, of: roleOf(other) })),
        ];
      },
    };
  },
};
