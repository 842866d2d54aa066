import { groupOf, ROLES, type RoleGroup } from "../../model/index.ts";
import { banded } from "./compare-groups.ts";
import type { Outcomes } from "./outcomes.ts";
import type { PersonReplies } from "./replay-report.ts";
import type { ReplayView } from "./replay-view.ts";

const GROUPS: readonly RoleGroup[] = ["clerk", "nurse", "physician"];
/** People of a group who are told of one by one. */
const MOST = 20;
/** [min] Longer from one reply of a person to the next is a pause, or other work. */
const PAUSE = 30;

/**
 * Replies a week of each person, and minutes a week from one reply to the next within sessions, counted by the same rule from the record and from replications; in order of
 * replies within groups of roles. None where the record does not tell who replied.
 */
export function peopleReplies(
  { judged, recorded, from }: ReplayView,
  replications: readonly Outcomes[],
): readonly PersonReplies[] {
  const weeks = (recorded.days - from) / 7;
  const ranked = (outcomes: Outcomes, group: RoleGroup) => {
    const times = new Map<number, number[]>();
    for (const i of judged) {
      if (outcomes.role[i]! < 0 || outcomes.person[i]! < 0 || Number.isNaN(outcomes.replied[i]!)) continue;
      if (groupOf(ROLES[outcomes.role[i]!]!) !== group) continue;
      const own = times.get(outcomes.person[i]!) ?? [];
      own.push(outcomes.replied[i]!);
      times.set(outcomes.person[i]!, own);
    }
    return [...times.values()]
      .sort((a, b) => b.length - a.length)
      .map((own) => ({ replies: own.length / weeks, minutes: sessionMinutes(own) / weeks }));
  };
  return GROUPS.flatMap((role) => {
    const own = ranked(recorded.outcomes, role);
    const others = replications.map((outcomes) => ranked(outcomes, role));
    const people = Math.min(MOST, Math.max(own.length, ...others.map(({ length }) => length)));
    if (own.length === 0 && !recorded.outcomes.person.some((person) => person >= 0)) return [];
    return Array.from({ length: people }, (_, rank) => ({
      role,
      rank: rank + 1,
      ...banded([own[rank]?.replies ?? 0, ...others.map((ranks) => ranks[rank]?.replies ?? 0)]),
      minutes: banded([own[rank]?.minutes ?? 0, ...others.map((ranks) => ranks[rank]?.minutes ?? 0)]),
    }));
  });
}

/** [min] From one moment to the next where no pause lies between. */
function sessionMinutes(moments: readonly number[]): number {
  const inOrder = [...moments].sort((a, b) => a - b);
  return inOrder.reduce((sum, moment, i) => {
    const gap = i === 0 ? 0 : moment - inOrder[i - 1]!;
    return gap > PAUSE ? sum : sum + gap;
  }, 0);
}
