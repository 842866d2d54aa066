import type {
  DatedHours,
  DayInterval,
  Evenings,
  NamedPerson,
  Team,
  WeeklyHours,
} from "../../src/model/index.ts";
import { named } from "./named-person.ts";
import type { Dice } from "./random-dice.ts";

export function randomWeek(dice: Dice, share: number): WeeklyHours {
  return Array.from({ length: 7 }, () => (dice.chance(share) ? randomDay(dice) : []));
}

function randomDay(dice: Dice): DayInterval[] {
  if (dice.chance(0.1)) return [{ from: 0, to: 1440 }];
  if (dice.chance(0.4)) {
    const lunch = 15 * dice.whole(44, 52);
    return [
      { from: 30 * dice.whole(14, 18), to: lunch },
      { from: lunch + dice.pick([1, 15, 30]), to: 30 * dice.whole(30, 36) },
    ];
  }
  const bounds = new Set<number>();
  const count = dice.pick([2, 2, 4, 4, 6]);
  for (let i = 0; i < count; i++)
    bounds.add(dice.chance(0.5) ? 60 * dice.whole(0, 24) : 15 * dice.whole(0, 96));
  const sorted = [...bounds].sort((a, b) => a - b);
  const hours: DayInterval[] = [];
  for (let i = 0; i + 1 < sorted.length; i += 2) hours.push({ from: sorted[i]!, to: sorted[i + 1]! });
  return hours;
}

export function everyDay(hours: readonly DayInterval[]): WeeklyHours {
  return Array.from({ length: 7 }, () => hours);
}

/** One habit or two; of those that share a weekday, the world says which comes true. */
export function randomEvenings(dice: Dice): Evenings[] {
  return Array.from({ length: dice.pick([1, 1, 2]) }, () => {
    const from = 30 * dice.whole(0, 47);
    return {
      days: Array.from({ length: 7 }, () => dice.chance(0.8)),
      from,
      upTo: dice.chance(0.2)
        ? Number.POSITIVE_INFINITY
        : Math.min(1440 - from, dice.pick([0, 15, 30, 60, 90, 240, 1440])),
      probability: 0.5,
    };
  });
}

export function randomDatedDuties(dice: Dice, start: string, days: number): DatedHours[] {
  return Array.from({ length: dice.whole(1, 3) }, () => {
    const first = dice.whole(-1, days - 1);
    const last = first + dice.pick([0, 0, 1, 3]);
    return { from: dateAfter(start, first), to: dateAfter(start, last), hours: randomDay(dice) };
  });
}

/** Some of the team's hours exchanged for others. */
export function randomNamedPerson(
  dice: Dice,
  name: string,
  team: Team,
  speed: number,
  start: string,
  days: number,
): NamedPerson {
  const inbox = dice.chance(0.3) ? randomWeek(dice, 0.9) : undefined;
  return named(team, name, {
    speed,
    ...(dice.chance(0.6) ? { shifts: randomWeek(dice, 0.7) } : {}),
    ...(dice.chance(0.4) ? { duties: randomWeek(dice, 0.4) } : {}),
    ...(dice.chance(0.4) ? { datedDuties: randomDatedDuties(dice, start, days) } : {}),
    ...(dice.chance(0.4) ? { clinic: randomWeek(dice, 0.5) } : {}),
    ...(inbox === undefined ? {} : { inbox }),
    ...(dice.chance(0.3) ? { evenings: randomEvenings(dice) } : {}),
  });
}

/** Dates from the day before the start on. */
export function randomDates(dice: Dice, start: string, days: number): string[] {
  const dates: string[] = [];
  for (let day = -1; day < days; day++) if (dice.chance(0.2)) dates.push(dateAfter(start, day));
  return dates;
}

export function dateAfter(start: string, days: number): string {
  return new Date(Date.parse(`${start}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
