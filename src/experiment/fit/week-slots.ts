/** Half-hours of a week, Monday 00:00 first. */
export const SLOTS_PER_DAY = 48;
export const SLOTS_PER_WEEK = 7 * SLOTS_PER_DAY;
export const MINUTES_PER_SLOT = 30;

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
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
