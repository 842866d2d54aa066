import { MINUTES_PER_DAY } from "../../units.ts";
import type { Model } from "../compile.ts";
import type { MessageLog } from "../recorder/message-log.ts";
import { windowDays } from "../window-stretches.ts";
import { openAt } from "./backlog.ts";

/** [days] Before a surge, over which the backlog that is to come back is taken. */
const BASE_DAYS = 28;

/** A stretch of days on which the timeline raises a specialty's volume; stretches that touch or overlap are one. */
export interface Surge {
  readonly specialty: number;
  /** Local days of the run, `end` the first after it. */
  readonly from: number;
  readonly end: number;
}

/** Those that end in the window, and before which there is a business day in the run. */
export function surgesOf(model: Model): readonly Surge[] {
  const { calendar, clinic } = model;
  const window = windowDays(model);
  return clinic.specialties.flatMap(({ demand }, specialty) => {
    const raised = demand.timeline
      .filter(({ factor }) => factor > 1)
      .map(({ from, to }) => ({ specialty, from: calendar.dayOfDate(from), end: calendar.dayOfDate(to) + 1 }))
      .sort((a, b) => a.from - b.from);
    const surges: Surge[] = [];
    for (const stretch of raised) {
      const last = surges[surges.length - 1];
      if (last === undefined || stretch.from > last.end) surges.push(stretch);
      else surges[surges.length - 1] = { ...last, end: Math.max(last.end, stretch.end) };
    }
    return surges.filter(
      (surge) =>
        surge.end > window.from &&
        surge.end <= window.to &&
        openings(model, baseOf(surge), surge.from).length > 0,
    );
  });
}

/**
 * From the end of a surge to the first opening at which no more of the specialty's messages are open than at openings of the four weeks
 * before it, in the mean [days]; Infinity if there is none in the run.
 */
export function daysToRecover(model: Model, messages: MessageLog, surge: Surge): number {
  const ofSpecialty = (moments: readonly number[]) => openAt(messages, moments, surge.specialty);
  const before = ofSpecialty(openings(model, baseOf(surge), surge.from));
  const usual = before.reduce((sum, open) => sum + open, 0) / before.length;
  const after = openings(model, surge.end, model.days);
  const recovered = ofSpecialty(after).findIndex((open) => open <= usual);
  if (recovered < 0) return Number.POSITIVE_INFINITY;
  return (after[recovered]! - model.calendar.dayStart(surge.end)) / MINUTES_PER_DAY;
}

function baseOf({ from }: Surge): number {
  return Math.max(0, from - BASE_DAYS);
}

/** When each business day from one to before another opens [min since start]. */
function openings({ calendar }: Model, from: number, to: number): readonly number[] {
  const moments: number[] = [];
  for (let day = from; day < to; day += 1) {
    if (calendar.isOpenDay(day)) moments.push(calendar.nextOpening(calendar.dayStart(day)));
  }
  return moments;
}
