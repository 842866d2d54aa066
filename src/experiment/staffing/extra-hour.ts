import type { DayInterval, Team, WeeklyHours } from "../../model/index.ts";
import { formatPath, type JsonObject, type JsonValue, type Patch } from "../../scenario/index.ts";

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
const HALF = 30;

/**
 * One more hour a week for everybody of a team who has the team's hours: the first free hour of the week within opening hours, or two free half-hours.
 * Undefined where there is none. `open` and the team's hours are by day of the week, from Monday.
 */
export function extraHour(team: Team, written: JsonObject, open: WeeklyHours): Patch | undefined {
  const key = team.inbox === undefined ? "shifts" : "inbox";
  const free = freeHalves(team, open);
  const whole = free.find(({ day, from }) =>
    free.some((next) => next.day === day && next.from === from + HALF),
  );
  const added =
    whole === undefined
      ? free.slice(0, 2).map(({ day, from }) => spanText(day, from, from + HALF))
      : [spanText(whole.day, whole.from, whole.from + 2 * HALF)];
  if (whole === undefined && added.length < 2) return undefined;
  const before = (written[key] ?? []) as readonly JsonValue[];
  return { [formatPath(["staff", team.name, key])]: [...before, ...added] };
}

function freeHalves({ shifts, clinic, inbox = [], duties }: Team, open: WeeklyHours) {
  const order = [0, 1, 2, 3, 4, 5, 6];
  return order.flatMap((day) => {
    const taken = [shifts, clinic, inbox, duties].flatMap((week) => week[day] ?? []);
    return (open[day] ?? []).flatMap(({ from, to }: DayInterval) => {
      const halves: { readonly day: number; readonly from: number }[] = [];
      for (let at = Math.ceil(from / HALF) * HALF; at + HALF <= to; at += HALF) {
        if (taken.every((each) => each.to <= at || each.from >= at + HALF)) halves.push({ day, from: at });
      }
      return halves;
    });
  });
}

function spanText(day: number, from: number, to: number): string {
  return `${DAYS[day]} ${clockText(from)}-${clockText(to)}`;
}

function clockText(minute: number): string {
  const two = (value: number) => `${value}`.padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
