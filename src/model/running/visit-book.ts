import type { VisitMode } from "../clinic.ts";
import type { Model } from "../compile.ts";
import { type ClinicObserver, VISIT_REASONS, type VisitRecord } from "../observer.ts";
import type { Thread } from "../world.ts";

interface Asked {
  readonly thread: Thread;
  readonly round: number;
  readonly mode: VisitMode;
  readonly reason: VisitRecord["reason"];
}

/** The clinic's free slots, and who has taken them: "Visits" in README.md. */
export class VisitBook {
  private readonly model: Model;
  private readonly observer: ClinicObserver;
  /** Business days of the run. */
  private readonly openDays: readonly number[];
  /** By specialty and mode: slots taken, by business day. */
  private readonly taken = new Map<string, Int32Array>();
  /** Those asked for at one moment, which get theirs in an order of their own. */
  private asked: Asked[] = [];
  private askedAt = Number.NaN;

  constructor(model: Model, observer: ClinicObserver) {
    this.model = model;
    this.observer = observer;
    const days = Array.from({ length: model.days }, (_, day) => day);
    this.openDays = days.filter((day) => model.calendar.isOpenDay(day));
  }

  /** A visit of this mode is to be booked now; nothing happens where the specialty has no slots of the mode. */
  book(now: number, visit: Asked): void {
    if (this.model.clinic.specialties[visit.thread.specialty]!.slots[visit.mode] === undefined) return;
    if (now !== this.askedAt) this.settle();
    this.askedAt = now;
    this.asked.push(visit);
  }

  /** Gives slots to those who have asked for one. */
  settle(): void {
    if (this.asked.length === 0) return;
    this.asked.sort(
      (a, b) =>
        a.thread.id - b.thread.id ||
        a.round - b.round ||
        VISIT_REASONS.indexOf(a.reason) - VISIT_REASONS.indexOf(b.reason),
    );
    for (const visit of this.asked) {
      const day = this.take(visit.thread.specialty, visit.mode);
      this.observer.visit?.({ ...visit, booked: this.askedAt, day });
    }
    this.asked = [];
  }

  /** The day of the first free slot, which is taken; −1 when there is none in the run. */
  private take(specialty: number, mode: VisitMode): number {
    const { calendar, clinic } = this.model;
    const { perBusinessDay, notice } = clinic.specialties[specialty]!.slots[mode]!;
    const key = `${specialty} ${mode}`;
    const taken = this.taken.get(key) ?? new Int32Array(this.openDays.length);
    this.taken.set(key, taken);
    const first = calendar.openDaysBefore(calendar.dayOf(this.askedAt)) + notice;
    for (let day = first; day < this.openDays.length; day += 1) {
      const slots = Math.floor((day + 1) * perBusinessDay) - Math.floor(day * perBusinessDay);
      if (taken[day]! >= slots) continue;
      taken[day]! += 1;
      return this.openDays[day]!;
    }
    return -1;
  }
}
