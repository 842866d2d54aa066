import type { ClinicDay, DayMessage } from "./clinic-day.ts";

/** Where a message is: not sent yet, in a team's line, in somebody's hands, or done with. */
export type DayPlace =
  | { readonly type: "unsent" }
  | { readonly type: "waiting"; readonly station: number; readonly since: number }
  | { readonly type: "in hand"; readonly station: number; readonly person: number; readonly activity: string }
  | { readonly type: "done"; readonly since: number };

/**
 * Where a message is at minute `t`. Between two stretches of work it counts as waiting for the next; one that nobody takes up again in this
 * run waits where it was last, or where messages come first.
 */
export function placeAt({ sent, closed, stops }: DayMessage, t: number): DayPlace {
  if (t < sent) return { type: "unsent" };
  if (t >= closed) return { type: "done", since: closed };
  const current = stops.find(({ from, to }) => t >= from && t < to);
  if (current !== undefined) {
    const { station, person, activity } = current;
    return { type: "in hand", station, person, activity };
  }
  const next = stops.find(({ from }) => from > t);
  const last = stops.findLast(({ to }) => to <= t);
  return { type: "waiting", station: (next ?? last)?.station ?? 0, since: Math.max(sent, last?.to ?? sent) };
}

/** What the wall clock shows at minute `t` of a day [min of the day]. */
export function wallClock({ clock }: Pick<ClinicDay, "clock">, t: number): number {
  const { at, local } = clock.findLast((step) => step.at <= t) ?? clock[0]!;
  return local + (t - at);
}
