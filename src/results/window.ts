/** A stretch of a run, [start, end) [min since the scenario's start]; after the warm-up, before the run-out. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

/** Whether `time` falls in the window, its start included and its end not. Throws RangeError on NaN. */
export function inWindow(window: Window, time: number): boolean {
  if (Number.isNaN(time))
    throw new RangeError("a time that has not come yet (NaN) is in no window: leave it out");
  return time >= window.start && time < window.end;
}

/**
 * Minutes of [from, to) that fall in the window [min], 0 when they do not meet. `to` may be Infinity for what
 * still goes on. Throws RangeError on NaN and when `to` is before `from`.
 */
export function overlap(window: Window, from: number, to: number): number {
  if (!(from <= to))
    throw new RangeError(
      `a stretch needs from ≤ to, got ${from} to ${to}; pass Infinity for "still going on"`,
    );
  return Math.max(0, Math.min(to, window.end) - Math.max(from, window.start));
}
