import { type Bounds, UNKNOWN } from "./bounds.ts";
import { type DelayFit, fitDelay } from "./fit-delay.ts";
import { LONGEST_TOUCH } from "./fit-hours.ts";

/** Minutes that a kind of work takes. What an extract says of it is weak: pauses look like work, and work on something else like work on a message. */
export interface MinutesFit {
  readonly mean: Bounds;
  /** [min] */
  readonly sd: number;
  /** How many pieces of work it rests on, and how many more were too long to have been work throughout. */
  readonly pieces: number;
  readonly pauses: number;
  /** Whether work on something else is in it, so that it only says how much it is at most. */
  readonly isBound: boolean;
}

/** Fewest pieces of work for minutes to be learned from them. */
const FEWEST_PIECES = 50;
const SHORTEST = 0.05;

/**
 * The mean and spread of minutes from elapsed ones, some of which hold a pause: those in the longest quarter count only as being that long (censored, as in a
 * robust fit), so that how long pauses are does not matter. The interval reaches from what is said so by the shorter half alone to what elapsed times up to an hour say as
 * they stand. Undefined of fewer than 50.
 */
export function fitMinutes(elapsed: readonly number[], isBound = false): MinutesFit | undefined {
  const sound = Float64Array.from(elapsed.filter((m) => m >= SHORTEST && m <= LONGEST_TOUCH)).sort();
  if (sound.length < FEWEST_PIECES) return undefined;
  const [robust, shorter] = [censoredAbove(sound, 0.75), censoredAbove(sound, 0.5)];
  let [plain, squares] = [0, 0];
  for (const m of sound) plain += m / sound.length;
  for (const m of sound) squares += (m - plain) * (m - plain);
  const half = (1.96 * Math.sqrt(squares)) / sound.length;
  const sane = [robust, shorter].filter((fit) => fit !== undefined && fit.mean.estimate < 2 * plain);
  const ends = (of: "low" | "high") => sane.map((fit) => fit!.mean[of]).filter(Number.isFinite);
  const best = sane.includes(robust) ? robust : undefined;
  return {
    mean: {
      estimate: best?.mean.estimate ?? plain,
      low: Math.max(SHORTEST, Math.min(plain - half, ...ends("low"))),
      high: Math.min(LONGEST_TOUCH, Math.max(plain + half, ...ends("high"))),
    },
    sd: best?.best.sd ?? Math.sqrt(squares / sound.length),
    pieces: sound.length,
    pauses: elapsed.length - sound.length,
    isBound,
  };
}

/** A law of sorted times of which those beyond the `share` that is shortest are only known to be longer. */
function censoredAbove(sorted: Float64Array, share: number): DelayFit | undefined {
  const cut = Math.floor(sorted.length * share);
  const watched = new Float64Array(sorted.length - cut).fill(sorted[cut - 1]!);
  return fitDelay({ came: sorted.slice(0, cut), watched }, { always: true });
}

/** What is left of minutes when those of reading are taken off: a third of them at least. */
export function lessReading(
  whole: MinutesFit,
  reading: { readonly mean: number; readonly sd: number },
): MinutesFit {
  const less = (x: number) => Math.max(x / 3, x - reading.mean);
  const { estimate, low, high } = whole.mean;
  const mean = Number.isNaN(estimate)
    ? UNKNOWN
    : { estimate: less(estimate), low: less(low), high: less(high) };
  const variance = Math.max(
    (mean.estimate * mean.estimate) / 9,
    whole.sd * whole.sd - reading.sd * reading.sd,
  );
  return { ...whole, mean, sd: Math.sqrt(variance) };
}
