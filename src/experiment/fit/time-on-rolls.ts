import type { Person } from "./staff-acts.ts";

/** Local days, from the first to before the last, on which somebody was of the team, at work or away. */
export interface TimeOnRolls {
  readonly from: number;
  readonly to: number;
}

/** [days] Nobody is away for so long: whoever's first act is later has joined, whoever's last is earlier has left. */
const LONGEST_AWAY = 42;
const OF_LOG = 0.25;

/** From each person's first act to the last; from the beginning of the log and to its end, where these are no further away than an absence, six weeks or a quarter of the log. */
export function timeOnRolls(people: readonly Person[], { from, to }: TimeOnRolls): readonly TimeOnRolls[] {
  const longest = Math.min(LONGEST_AWAY, OF_LOG * (to - from));
  return people.map(({ byDay }) => {
    const days = byDay.subarray(from, to);
    const first =
      from +
      Math.max(
        0,
        days.findIndex((n) => n > 0),
      );
    const last = from + days.findLastIndex((n) => n > 0);
    return { from: first - from <= longest ? from : first, to: to - last - 1 <= longest ? to : last + 1 };
  });
}

/** People on the rolls on an average day of the log. */
export function averageOnRolls(rolls: readonly TimeOnRolls[], { from, to }: TimeOnRolls): number {
  return rolls.reduce((sum, each) => sum + each.to - each.from, 0) / Math.max(1, to - from);
}
