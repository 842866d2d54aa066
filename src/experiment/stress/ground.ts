import type { Model } from "../../model/index.ts";
import type { Patch, Scenario } from "../../scenario/index.ts";
import type { LeftOutStress } from "./stress-plan.ts";

/** A stress of the battery, placed on dates. */
export interface PlacedStress {
  readonly name: string;
  readonly doc: string;
  readonly from: string;
  readonly to: string;
  readonly patch: Patch;
}

/** Either it is placed, or it is said why not. */
export type StressOrNot = PlacedStress | LeftOutStress;

/** A scenario, its model, and the Monday of the ordinary week that a battery begins in. */
export interface Ground {
  readonly scenario: Scenario;
  readonly model: Model;
  /** Local day of the run. */
  readonly monday: number;
}

/** ISO date of a local day of the run. */
export function dateOf({ model }: Ground, day: number): string {
  return model.calendar.dateOf(day);
}

/**
 * The first Monday, a week or more into the window, of a week that is as a week should be, as are the one before and the one after: no date
 * with opening hours is closed. The first such Monday at all, where there is none within a year.
 */
export function ordinaryMonday({ calendar, clinic }: Model): number {
  const first = clinic.run.warmUpDays + 7;
  const monday = first + ((7 - calendar.dayOfWeek(first)) % 7);
  const isOrdinary = (day: number) =>
    clinic.calendar.open[calendar.dayOfWeek(day)]!.length === 0 || !calendar.isClosed(day);
  for (let candidate = monday; candidate < monday + 364; candidate += 7) {
    const days = Array.from({ length: 21 }, (_, i) => candidate - 7 + i);
    if (days.every(isOrdinary)) return candidate;
  }
  return monday;
}
