import {
  createDistribution,
  type Distribution,
  deriveKey,
  keyedUniform,
  poissonQuantile,
} from "../../random/index.ts";
import type { Calendar } from "../calendar.ts";
import type { Specialty, Trigger } from "../clinic.ts";
import { consistentChoice } from "./consistent-choice.ts";
import { happens } from "./drawn.ts";
import { portalPatients } from "./panel.ts";
import { PURPOSE, worldKey } from "./purpose.ts";
import type { ThreadBirths } from "./thread-births.ts";

/** A trigger with its distribution, made once. */
export interface TriggerPlan {
  readonly trigger: Trigger;
  readonly delay: Distribution;
}

interface TriggeredPlan {
  readonly specialty: Specialty;
  readonly index: number;
  readonly triggers: readonly TriggerPlan[];
  readonly calendar: Calendar;
  readonly days: number;
  /** [days since 1970] of day 0 */
  readonly firstDate: number;
}

export function planTriggers({ triggers }: Specialty): TriggerPlan[] {
  return triggers.map((trigger) => ({ trigger, delay: createDistribution(trigger.delay) }));
}

/**
 * Threads that follow events: on each open date a Poisson number of events, each at any open minute and about any portal
 * patient alike, and a thread after some of them. Keyed by (specialty, trigger's name, date, ordinal): another trigger, a
 * longer run, more events or a higher chance adds threads and keeps those there.
 */
export function drawTriggered(
  { specialty, index, triggers, calendar, days, firstDate }: TriggeredPlan,
  seed: number,
  replication: number,
  births: ThreadBirths,
): void {
  const patients = portalPatients(specialty);
  if (patients === 0) return;
  const end = calendar.dayStart(days);
  for (const { trigger, delay } of triggers) {
    const key = worldKey(seed, replication, ["trigger", specialty.name, trigger.name]);
    for (let day = 0; day < days; day += 1) {
      if (!calendar.isOpenDay(day) || !happensOn(trigger, calendar.dateOf(day))) continue;
      const date = deriveKey(key, PURPOSE.triggerCount, firstDate + day);
      const events = poissonQuantile(trigger.perBusinessDay, keyedUniform(date, PURPOSE.triggerCount, 0));
      const opening = calendar.nextOpening(calendar.dayStart(day));
      const open = calendar.business.between(opening, calendar.dayStart(day + 1));
      for (let ordinal = 0; ordinal < events; ordinal += 1) {
        if (!happens(date, PURPOSE.triggerMessage, ordinal, trigger.probability)) continue;
        const at = calendar.business.add(opening, open * keyedUniform(date, PURPOSE.triggerTime, ordinal));
        const later = delay.quantile(keyedUniform(date, PURPOSE.triggerDelay, ordinal));
        const sent = calendar.waking.add(at, later);
        if (!(sent < end)) continue;
        const thread = deriveKey(date, PURPOSE.triggerMessage, ordinal);
        const patient = consistentChoice(thread, PURPOSE.triggerPatient, patients);
        births.add(index, patient, sent, thread.hi, thread.lo, trigger.topic);
      }
    }
  }
}

/** Whether events of a trigger happen on a date (ISO). */
export function happensOn({ from, to }: Trigger, date: string): boolean {
  return (from === undefined || from <= date) && (to === undefined || date <= to);
}
