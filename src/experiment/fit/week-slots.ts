/** Half-hours of a week, Monday 00:00 first. */
export const SLOTS_PER_DAY = 48;
export const SLOTS_PER_WEEK = 7 * SLOTS_PER_DAY;
export const MINUTES_PER_SLOT = 30;

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
const OF_USUAL = 0.15;
const FEWEST_IN_SLOT = 5;

/** How often work began in each half-hour of a week, and how often in its later half. */
export interface SlotCounts {
  readonly begun: Float64Array;
  readonly late: Float64Array;
}

/**
 * Half-hours in which somebody works: those in which at least 15 % as much work begins as in the usual half-hour of work, and five pieces at the least.
 * The usual one is that which half of all work is in or above, busiest first. A half-hour after one of work, in whose later
 * half next to nothing begins, only holds what was finished late.
 */
export function slotsWorked({ begun, late }: SlotCounts): readonly boolean[] {
  const usual = usualSlot(begun);
  const slots: boolean[] = [];
  for (let i = 0; i < begun.length; i += 1) {
    const enough = begun[i]! >= FEWEST_IN_SLOT && begun[i]! >= OF_USUAL * usual;
    const onlyFinished = slots[i - 1] === true && late[i]! < (OF_USUAL * usual) / 2;
    slots.push(enough && !onlyFinished);
  }
  return slots;
}

function usualSlot(begun: Float64Array): number {
  const descending = Float64Array.from(begun).sort().reverse();
  const half = descending.reduce((sum, n) => sum + n, 0) / 2;
  let sum = 0;
  for (const n of descending) {
    sum += n;
    if (sum >= half) return n;
  }
  return 0;
}

/** Weekly hours as a scenario writes them: `Mon-Fri 12:30-13:00`. */
export function hoursOfSlots(slots: readonly boolean[]): readonly string[] {
  const days = new Map<string, number[]>();
  for (let day = 0; day < 7; day += 1) {
    for (let slot = 0; slot < SLOTS_PER_DAY; slot += 1) {
      const at = day * SLOTS_PER_DAY + slot;
      if (slots[at] !== true || (slot > 0 && slots[at - 1] === true)) continue;
      let end = slot;
      while (end < SLOTS_PER_DAY && slots[day * SLOTS_PER_DAY + end] === true) end += 1;
      const span = `${clock(slot * MINUTES_PER_SLOT)}-${clock(end * MINUTES_PER_SLOT)}`;
      days.set(span, [...(days.get(span) ?? []), day]);
    }
  }
  return [...days]
    .sort(([a, i], [b, j]) => i[0]! - j[0]! || (a < b ? -1 : 1))
    .map(([span, on]) => `${weekdaysText(on)} ${span}`);
}

/** `Mon-Wed,Fri`. */
export function weekdaysText(days: readonly number[]): string {
  const runs: string[] = [];
  for (let i = 0; i < days.length; ) {
    let j = i;
    while (j + 1 < days.length && days[j + 1] === days[j]! + 1) j += 1;
    if (j - i >= 2) runs.push(`${DAYS[days[i]!]}-${DAYS[days[j]!]}`);
    else for (let k = i; k <= j; k += 1) runs.push(DAYS[days[k]!]!);
    i = j + 1;
  }
  return runs.join(",");
}

/** `08:30`; the end of a day is `24:00`. */
export function clock(minute: number): string {
  const two = (n: number) => `${n}`.padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
