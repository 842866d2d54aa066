import { type Key64, keyedUniform } from "../../random/index.ts";
import { PURPOSE } from "./purpose.ts";

/** A moment as seen from a patient's regular visits [whole days]; Infinity where there are none. */
export interface VisitDistance {
  readonly sinceVisit: number;
  readonly untilVisit: number;
}

export const NO_VISITS: VisitDistance = {
  sinceVisit: Number.POSITIVE_INFINITY,
  untilVisit: Number.POSITIVE_INFINITY,
};

const DAYS = 365;

/** [whole days] From one regular visit of a patient to the next, at least one; Infinity where there are none. */
export function visitInterval(visitsPerYear: number): number {
  return visitsPerYear > 0 ? Math.max(1, Math.round(DAYS / visitsPerYear)) : Number.POSITIVE_INFINITY;
}

/** How a date, in days from 1970, lies between the visits of a patient, whose phase is as likely to be any as any other. */
export function visitDistance(panel: Key64, patient: number, date: number, interval: number): VisitDistance {
  const phase = Math.floor(interval * keyedUniform(panel, PURPOSE.visitPhase, patient));
  const sinceVisit = (((date - phase) % interval) + interval) % interval;
  return { sinceVisit, untilVisit: interval - sinceVisit };
}
