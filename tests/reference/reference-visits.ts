import type { Booking, State } from "./reference-state.ts";

/** Books what was asked for in this minute, in order of (thread, round). */
export function bookVisits(state: State): void {
  const { bookings, visits } = state;
  const inOrder = [...bookings].sort(
    (a, b) =>
      a.thread.id - b.thread.id || a.round - b.round || REASONS.indexOf(a.reason) - REASONS.indexOf(b.reason),
  );
  bookings.length = 0;
  for (const booking of inOrder) visits.push({ ...booking, day: firstFreeDay(state, booking) });
}

const REASONS = ["in place of writing", "after writing", "turned away"] as const;

function firstFreeDay(state: State, { thread, mode }: Pick<Booking, "thread" | "mode">): number {
  const { calendar, clinic, visits, now } = state;
  const { perBusinessDay, notice } = clinic.specialties[thread.specialty]!.slots[mode]!;
  const businessDays = Array.from({ length: calendar.days }, (_, day) => day).filter(
    (day) => calendar.open[day],
  );
  const today = calendar.dayAt[now]!;
  const earliest = businessDays.findIndex((day) => day >= today);
  if (earliest < 0) return -1;
  for (let b = earliest + notice; b < businessDays.length; b += 1) {
    const slots = Math.floor((b + 1) * perBusinessDay) - Math.floor(b * perBusinessDay);
    const taken = visits.filter(
      (visit) =>
        visit.thread.specialty === thread.specialty && visit.mode === mode && visit.day === businessDays[b],
    );
    if (taken.length < slots) return businessDays[b]!;
  }
  return -1;
}
