import { InputError } from "../../errors.ts";
import { localOffsets, type Offsets, type Plan } from "../../experiment/index.ts";
import { calendarDays, compile, type Model } from "../../model/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import { engine } from "../../version.ts";
import * as zone from "./zone.ts";

/** A scenario ready to be simulated. */
export interface Subject {
  readonly scenario: Scenario;
  readonly offsets: Offsets;
  readonly model: Model;
  /** The very plan that `clinicsim run` has for the scenario's file. */
  readonly plan: Plan;
}

/** Throws InputError for a time zone that this browser does not know. */
export function subjectOf(scenario: Scenario): Subject {
  const { clinic, canonicalText } = scenario;
  const { calendar, run } = clinic;
  const offsets = offsetsOf(calendar.timeZone, run.start, calendarDays(run));
  return {
    scenario,
    offsets,
    model: compile(clinic, offsets.changes),
    plan: {
      engine,
      scenario: canonicalText,
      offsets,
      seed: run.seed,
      replications: Array.from({ length: run.replications }, (_, i) => i + 1),
      keep: "responses",
    },
  };
}

function offsetsOf(timeZone: string, start: string, days: number): Offsets {
  try {
    return localOffsets(zone, timeZone, start, days);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const message = `there is no time zone "${timeZone}"`;
    const hint = 'write a region and a city, as in "America/Toronto"';
    throw new InputError([
      { code: "unknown-time-zone", path: "calendar.timeZone", message, hint, severity: "error" },
    ]);
  }
}
