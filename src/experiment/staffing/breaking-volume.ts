import { formatPath, type JsonObject, type Patch } from "../../scenario/index.ts";
import type { BreakingVolume } from "./answer.ts";

/** By how much more than what still works the volume that does not is at most. */
const TOLERANCE = 0.02;
/** Times today's volume beyond which nobody looks. */
const MOST = 4;

/** The demand of every specialty, times a factor. */
export function volumePatch(document: JsonObject, factor: number): Patch {
  const specialties = document.specialties as Readonly<Record<string, { demand: { volume: string } }>>;
  return Object.fromEntries(
    Object.entries(specialties).map(([name, { demand }]) => {
      const scaled = demand.volume.replace(
        /^[\d.]+(?:[eE][+-]?\d+)?/,
        (number) => `${Number((Number(number) * factor).toPrecision(8))}`,
      );
      return [formatPath(["specialties", name, "demand", "volume"]), scaled];
    }),
  );
}

/**
 * The volume at which something breaks, between what works and what does not, by bisection to 2 %: in the same worlds at every volume, in
 * which more volume adds threads to those there are. `brokenAt` tells what the means of these worlds miss at so many times today's volume.
 */
export async function breakingVolume(
  brokenAt: (factor: number) => Promise<readonly number[]>,
  worlds: number,
): Promise<BreakingVolume> {
  let works = 1;
  let broken = await brokenAt(1);
  if (broken.length > 0) return { works: Number.NaN, breaks: 1, broken, worlds };
  let breaks = Infinity;
  for (let factor = 1.5; breaks === Infinity && factor <= MOST; factor *= 1.5) {
    broken = await brokenAt(factor);
    if (broken.length > 0) breaks = factor;
    else works = factor;
  }
  if (breaks === Infinity) return { works, breaks, broken: [], worlds };
  while (breaks / works > 1 + TOLERANCE) {
    const middle = Number(((works + breaks) / 2).toPrecision(4));
    const found = await brokenAt(middle);
    if (found.length > 0) {
      breaks = middle;
      broken = found;
    } else works = middle;
  }
  return { works, breaks, broken, worlds };
}
