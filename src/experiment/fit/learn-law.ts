import { rangeEntry } from "./compose-demand.ts";
import type { Draft } from "./draft.ts";
import type { DelayFit } from "./fit-delay.ts";
import {
  countText,
  figures,
  intervalOf,
  numberText,
  percentText,
  rangeOf,
  timeText,
  writtenLaw,
} from "./written-amounts.ts";

/** Puts the law of a delay, with how well it fits. */
export function learnLaw(
  draft: Draft,
  path: readonly string[],
  delay: DelayFit,
  told: {
    readonly of: string;
    readonly label: string;
    readonly entryAt?: readonly string[];
    readonly keys?: readonly string[];
    readonly weak?: string;
  },
): void {
  const { best, mean, fitsNone, families } = delay;
  const { entryAt = path, keys = [], weak, ...names } = told;
  const others = families.slice(1).map(({ family, distance }) => `${family} ${numberText(distance)}`);
  const law = fitsNone
    ? `as seen: no family comes near (${best.family} is off by ${percentText(best.distance)})`
    : best.family;
  draft.put(path, writtenLaw(delay));
  draft.note([...entryAt, ...keys], {
    ...names,
    value: `${fitsNone ? "as seen" : best.family}, mean ${timeText(best.mean)}, sd ${timeText(best.sd)}`,
    interval: intervalOf(mean, timeText),
    ...rangeEntry(fitsNone ? undefined : rangeOf(mean, (x) => `${figures(x)} min`)),
    how: `${law} by likelihood with censoring, ${countText(delay.came)} came and ${countText(delay.watched)} did not; largest difference from what was seen ${numberText(best.distance)}${others.length === 0 ? "" : ` (${others.join(", ")})`}`,
    ...(weak === undefined ? {} : { weak }),
  });
}
