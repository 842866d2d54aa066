import { studentTQuantile } from "../../stats/index.ts";
import { type Bounds, UNKNOWN } from "./bounds.ts";
import { type DelayFit, fitDelay } from "./fit-delay.ts";
import { LONGEST_TOUCH } from "./fit-hours.ts";
import { type Interruptions, workShare } from "./interruptions.ts";

/** Minutes that a kind of work takes. What an extract says of it is weak: pauses look like work, and work on something else like work on a message. */
export interface MinutesFit {
  readonly mean: Bounds;
  /** [min] */
  readonly sd: number;
  /** How many pieces of work it rests on, and how many more were too long to have been work throughout. */
  readonly pieces: number;
  readonly pauses: number;
  /** Share of the elapsed minutes, 0 … 1, that was taken off for calls. */
  readonly forCalls: number;
  /** Whether work on something else is in it, so that it only says how much it is at most. */
  readonly isBound: boolean;
}

/** Fewest pieces of work for minutes to be learned from them. */
const FEWEST_PIECES = 50;
const SHORTEST = 0.05;

/** Something that took a while, as a log tells of it. */
export interface Elapsed {
  readonly minutes: number;
  /** Whether it is of a message that is not the first of its thread. */
  readonly isLater?: boolean;
}

/**
 * The mean and spread of minutes from elapsed ones, some of which hold a pause: those in the longest quarter count only as being that long (censored, as in a
 * robust fit), so that how long pauses are does not matter; calls that came meanwhile are taken off. The interval reaches from what is said so by the shorter
 * half alone to what elapsed times up to an hour say as they stand, calls and all, or those of later messages alone: what belongs elsewhere is a first message,
 * and is done with when it has been read. Undefined of fewer than 50.
 */
export function fitMinutes(
  elapsed: readonly Elapsed[],
  {
    isBound = false,
    interruptions,
  }: { readonly isBound?: boolean; readonly interruptions?: Interruptions | undefined } = {},
): MinutesFit | undefined {
  const sound = soundOf(elapsed);
  if (sound.length < FEWEST_PIECES) return undefined;
  const [robust, shorter] = [censoredAbove(sound, 0.75), censoredAbove(sound, 0.5)];
  const all = plainOf(sound);
  const later = soundOf(elapsed.filter(({ isLater }) => isLater === true));
  const lasts = later.length < 2 ? all : plainOf(later);
  const work = (share: number, rate: "rate" | "most") =>
    interruptions === undefined
      ? 1
      : workShare(sound, share, { ...interruptions, rate: interruptions[rate] });
  const [whole, lowest, half] = [work(0.75, "rate"), work(0.75, "most"), work(0.5, "most")];
  const sane = (fit: DelayFit | undefined) =>
    fit !== undefined && fit.mean.estimate < 2 * all.mean ? fit : undefined;
  const [best, least] = [sane(robust), sane(shorter)];
  const lows = [
    lowest * (best?.mean.low ?? Number.NaN),
    half * (least?.mean.low ?? Number.NaN),
    lowest * (all.mean - all.half),
  ];
  const highs = [best?.mean.high, least?.mean.high, all.mean + all.half, lasts.mean + lasts.half];
  return {
    mean: {
      estimate: whole * (best?.mean.estimate ?? all.mean),
      low: Math.max(SHORTEST, Math.min(...lows.filter(Number.isFinite))),
      high: Math.min(
        LONGEST_TOUCH,
        Math.max(...(highs.filter((x) => x !== undefined && Number.isFinite(x)) as number[])),
      ),
    },
    sd: whole * (best?.best.sd ?? all.sd),
    pieces: sound.length,
    pauses: elapsed.length - sound.length,
    forCalls: 1 - whole,
    isBound,
  };
}

function soundOf(elapsed: readonly Elapsed[]): Float64Array {
  return Float64Array.from(
    elapsed.filter(({ minutes }) => minutes >= SHORTEST && minutes <= LONGEST_TOUCH),
    ({ minutes }) => minutes,
  ).sort();
}

/** As two times or more stand: their mean, half of its interval, their standard deviation. */
function plainOf(times: Float64Array): { readonly mean: number; readonly half: number; readonly sd: number } {
  const mean = times.reduce((sum, m) => sum + m / times.length, 0);
  const squares = times.reduce((sum, m) => sum + (m - mean) * (m - mean), 0);
  const freedom = times.length - 1;
  const error = Math.sqrt(squares / freedom / times.length);
  return {
    mean,
    half: studentTQuantile(0.975, freedom) * error,
    sd: Math.sqrt(squares / times.length),
  };
}

/** A law of sorted times of which those beyond the `share` that is shortest are only known to be longer. */
function censoredAbove(sorted: Float64Array, share: number): DelayFit | undefined {
  const cut = Math.floor(sorted.length * share);
  const watched = new Float64Array(sorted.length - cut).fill(sorted[cut - 1]!);
  return fitDelay({ came: sorted.slice(0, cut), watched }, { always: true });
}

const LEAST_LEFT = 1 / 3;

/** What is left of minutes when those of reading are taken off: a third of them at least. */
export function lessReading(
  whole: MinutesFit,
  reading: { readonly mean: number; readonly sd: number },
): MinutesFit {
  const less = (x: number) => Math.max(x * LEAST_LEFT, x - reading.mean);
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

/** Whether no more was left of minutes than has to be. */
export function isAtLeast({ mean }: MinutesFit, whole: MinutesFit): boolean {
  return mean.estimate <= whole.mean.estimate * LEAST_LEFT;
}
