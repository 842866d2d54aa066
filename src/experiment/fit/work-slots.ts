import { SLOTS_PER_DAY, SLOTS_PER_WEEK } from "./week-slots.ts";

/** How often work began in each half-hour of a week, and how often in its later half. */
export interface SlotCounts {
  readonly begun: Float64Array;
  readonly late: Float64Array;
}

const FEWEST_IN_SLOT = 5;
const OF_USUAL = 0.15;
const OF_ARRIVING = 0.3;
const OF_GONE = 0.15;
const SURE = 6;
/** Of what begins in a half-hour, half of which is in each of its halves: less, and it is but the edge of a stretch. */
const OF_HALF_HOUR = 0.25;
const OF_BUSIEST_DAY = 0.1;

/**
 * Half-hours kept for messages by people who come to a full inbox and empty it: those in which at least 15 % as much work begins as in the usual half-hour of work, and
 * five pieces at the least. The usual one is that which half of all work is in or above, busiest first. A half-hour after one of work, in whose later half next to nothing begins, only
 * holds what was finished late.
 */
export function blocksWorked({ begun, late }: SlotCounts): readonly boolean[] {
  const least = OF_USUAL * usualSlot(begun);
  const slots: boolean[] = [];
  for (let i = 0; i < begun.length; i += 1) {
    const enough = begun[i]! >= FEWEST_IN_SLOT && begun[i]! >= least;
    slots.push(enough && !(slots[i - 1] === true && late[i]! < least / 2));
  }
  return slots;
}

/**
 * Half-hours of shifts, in which people take messages as they come: where at least 30 % as much work begins as comes in meanwhile. First over all working days
 * together, which tells of breaks: a half-hour before one of work, in whose earlier half next to nothing begins, only holds what was begun a little later (when work began is known
 * to some minutes), and one after it in whose later half next to nothing does, what was finished late. Then a weekday's stretches are taken out in which less than 15 % of what is usual in them begins, where six pieces would. `arriving` is by half-hour of the
 * week, in any unit.
 */
export function shiftsWorked({ begun, late }: SlotCounts, arriving: Float64Array): readonly boolean[] {
  const slots: boolean[] = Array.from({ length: SLOTS_PER_WEEK }, () => false);
  const byDay = Array.from({ length: 7 }, (_, day) => total(dayOf(begun, day)));
  const days = [0, 1, 2, 3, 4, 5, 6].filter(
    (day) => byDay[day]! >= OF_BUSIEST_DAY * Math.max(...byDay) && byDay[day]! > 0,
  );
  const scale = total(begun) / Math.max(1e-9, total(arriving));
  const pooled = (values: Float64Array, slot: number) =>
    days.reduce((sum, day) => sum + values[day * SLOTS_PER_DAY + slot]!, 0);
  const base: boolean[] = [];
  const leastOf = (slot: number) => OF_ARRIVING * scale * pooled(arriving, slot);
  const isEnough = (slot: number) => pooled(begun, slot) >= Math.max(FEWEST_IN_SLOT, leastOf(slot));
  for (let slot = 0; slot < SLOTS_PER_DAY; slot += 1) {
    const [here, inLater] = [pooled(begun, slot), pooled(late, slot)];
    const isLittle = (n: number) => n < leastOf(slot) / 2 && n < OF_HALF_HOUR * here;
    const finishesLate = base[slot - 1] === true && isLittle(inLater);
    const comesNext = slot + 1 < SLOTS_PER_DAY && isEnough(slot + 1) && isLittle(here - inLater);
    base.push(isEnough(slot) && !finishesLate && !comesNext);
  }
  const all = byDay.reduce((sum, n) => sum + n, 0);
  for (const day of days) {
    const usual = (slot: number) => (pooled(begun, slot) * byDay[day]!) / all;
    const mine = (slot: number) => begun[day * SLOTS_PER_DAY + slot]!;
    for (let slot = 0; slot < SLOTS_PER_DAY; slot += 1) slots[day * SLOTS_PER_DAY + slot] = base[slot]!;
    for (let slot = 0; slot < SLOTS_PER_DAY; slot += 1) {
      let end = slot;
      let [expected, seen] = [0, 0];
      while (end < SLOTS_PER_DAY && base[end] === true && mine(end) <= OF_ARRIVING * usual(end)) {
        expected += usual(end);
        seen += mine(end);
        end += 1;
      }
      if (expected >= SURE && seen <= OF_GONE * expected)
        slots.fill(false, day * SLOTS_PER_DAY + slot, day * SLOTS_PER_DAY + end);
      slot = Math.max(slot, end - 1);
    }
  }
  return slots;
}

function usualSlot(begun: Float64Array): number {
  const descending = Float64Array.from(begun).sort().reverse();
  const half = total(descending) / 2;
  let sum = 0;
  for (const n of descending) {
    sum += n;
    if (sum >= half) return n;
  }
  return 0;
}

function dayOf(values: Float64Array, day: number): Float64Array {
  return values.subarray(day * SLOTS_PER_DAY, (day + 1) * SLOTS_PER_DAY);
}

function total(values: Float64Array): number {
  return values.reduce((sum, n) => sum + n, 0);
}
