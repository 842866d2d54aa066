import { InputError } from "../errors.ts";
import type { Offsets } from "../experiment/index.ts";
import { type Clinic, calendarDays } from "../model/index.ts";
import { resolveOffsets } from "../node/index.ts";

/** The local clock over a clinic's run. Throws InputError for a time zone that this Node does not know. */
export async function resolveClock({ calendar, run }: Clinic): Promise<Offsets> {
  try {
    return await resolveOffsets(calendar.timeZone, run.start, calendarDays(run));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const message = `there is no time zone "${calendar.timeZone}"`;
    const hint = 'write a region and a city, as in "America/Toronto"';
    throw new InputError([
      { code: "unknown-time-zone", path: "calendar.timeZone", message, hint, severity: "error" },
    ]);
  }
}

/** As `resolveClock`, for clinics that mostly have the clock of the one before; `first` is one that is known. */
export function rememberingClock(first?: ClockOf): (clinic: Clinic) => Promise<Offsets> {
  const given = first && { key: keyOf(first.clinic), offsets: first.offsets };
  let known = given;
  return async (clinic) => {
    const key = keyOf(clinic);
    if (key === given?.key) return given.offsets;
    if (known?.key !== key) known = { key, offsets: await resolveClock(clinic) };
    return known.offsets;
  };
}

interface ClockOf {
  readonly clinic: Clinic;
  readonly offsets: Offsets;
}

/** Names all that a clock depends on. */
function keyOf({ calendar, run }: Clinic): string {
  return JSON.stringify([calendar.timeZone, run.start, calendarDays(run)]);
}

/** Throws InputError for a time zone that this Node does not know. */
export async function checkTimeZone(clinic: Clinic): Promise<void> {
  // The list of names is there at once; a clock, which knows their aliases too, loads a locale first.
  if (!Intl.supportedValuesOf("timeZone").includes(clinic.calendar.timeZone)) await resolveClock(clinic);
}
