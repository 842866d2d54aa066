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

/** Length of the window [min]. */
export function windowLength(window: Window): number {
  return window.end - window.start;
}

/**
 * Waits of the messages *sent* in the window, answered in it or later [min]; +Infinity for those never answered.
 *
 * `sent` and `answered` are columns of the same messages, NaN in `answered` where no answer came. Nobody is
 * dropped: the result has one wait per message sent in the window. Throws RangeError on NaN in `sent`, on an
 * answer before its message, and on columns of different length.
 */
export function waitsOfSent(
  window: Window,
  sent: ArrayLike<number>,
  answered: ArrayLike<number>,
): Float64Array<ArrayBuffer> {
  if (sent.length !== answered.length) {
    throw new RangeError(
      `both columns need one entry per message, got ${sent.length} and ${answered.length}`,
    );
  }
  const waits: number[] = [];
  for (let i = 0; i < sent.length; i++) {
    const from = sent[i]!;
    if (!inWindow(window, from)) continue;
    const wait = answered[i]! - from;
    if (wait < 0)
      throw new RangeError(`message ${i} is answered at ${answered[i]}, before it is sent at ${from}`);
    waits.push(Number.isNaN(wait) ? Infinity : wait);
  }
  return Float64Array.from(waits);
}
