import { groupOf, ROLES, type RoleGroup } from "../../model/index.ts";
import { banded } from "./compare-groups.ts";
import type { Outcomes } from "./outcomes.ts";
import type { PersonReplies } from "./replay-report.ts";
import type { ReplayView } from "./replay-view.ts";

const GROUPS: readonly RoleGroup[] = ["clerk", "nurse", "physician"];
/** People of a group who are told of one by one. */
const MOST = 20;

/** Replies a week of each person, in order of replies within groups of roles; none where the record does not tell who replied. */
export function peopleReplies(
  { judged, recorded, from }: ReplayView,
  replications: readonly Outcomes[],
): readonly PersonReplies[] {
  const weeks = (recorded.days - from) / 7;
  const ranked = (outcomes: Outcomes, group: RoleGroup): readonly number[] => {
    const counts = new Map<number, number>();
    for (const i of judged) {
      if (outcomes.role[i]! < 0 || outcomes.person[i]! < 0) continue;
      if (groupOf(ROLES[outcomes.role[i]!]!) !== group) continue;
      counts.set(outcomes.person[i]!, (counts.get(outcomes.person[i]!) ?? 0) + 1);
    }
    return [...counts.values()].sort((a, b) => b - a).map((count) => count / weeks);
  };
  return GROUPS.flatMap((role) => {
    const own = ranked(recorded.outcomes, role);
    const others = replications.map((outcomes) => ranked(outcomes, role));
    const people = Math.min(MOST, Math.max(own.length, ...others.map(({ length }) => length)));
    if (own.length === 0 && !recorded.outcomes.person.some((person) => person >= 0)) return [];
    return Array.from({ length: people }, (_, rank) => ({
      role,
      rank: rank + 1,
      ...banded([own[rank] ?? 0, ...others.map((counts) => counts[rank] ?? 0)]),
    }));
  });
}
