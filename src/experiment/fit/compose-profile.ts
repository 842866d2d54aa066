import type { Bounds } from "./bounds.ts";
import type { Draft } from "./draft.ts";
import type { SpecialtyFit } from "./fit.ts";
import type { ProfileFit } from "./fit-profile.ts";
import { figures, intervalOf, numberText, percentText } from "./written-amounts.ts";

/** Of threads in another hour of the week than hours and weekdays by themselves would have them, beyond chance: from here on it is weak. */
const MISFIT = 0.03;

/** When threads begin, as hours and weekdays that have nothing to do with one another, and how well that does. */
export function composeProfile(draft: Draft, { name, profile }: SpecialtyFit, here: readonly string[]): void {
  const { hourOfDay, dayOfWeek, closedOverSunday, closedDates } = profile;
  draft.put([...here, "demand", "profile"], {
    hourOfDay: hourOfDay.map((w) => figures(w)),
    dayOfWeek: dayOfWeek.map((w) => figures(w)),
  });
  const weak = weaknessOf(profile);
  draft.note([...here, "demand", "profile"], {
    of: name,
    label: "threads by hour and weekday",
    value: "24 hours, 7 weekdays",
    interval: `± ${widest([...profile.hourShares, ...profile.weekdayShares])} points at most`,
    how: [
      `first messages of threads by local hour and weekday; ${closedDates} closed dates set apart`,
      `of all threads, hours have shares of ± ${widest(profile.hourShares)} points at most (95 %), weekdays of ± ${widest(profile.weekdayShares)}`,
      `hours are taken to be the same on every weekday, which puts ${percentText(figures(profile.misplaced, 2))} of threads into another hour of the week than they came in, where chance alone makes it ${percentText(figures(profile.misplacedByChance, 2))}`,
    ].join("; "),
    ...(weak === "" ? {} : { weak }),
  });
  if (Number.isFinite(closedOverSunday.low) && (closedOverSunday.low > 1.2 || closedOverSunday.high < 0.8)) {
    draft.remark(
      `${name}: closed dates bring ${figures(closedOverSunday.estimate)} times what a Sunday does (${intervalOf(closedOverSunday, numberText)}); a scenario takes them to be alike`,
    );
  }
}

function weaknessOf({ weekendDiffers, misplaced, misplacedByChance }: ProfileFit): string {
  const parts = [
    ...(weekendDiffers > 0.1
      ? [
          `hours of weekends differ from those of workdays by up to ${percentText(figures(weekendDiffers, 2))}; one profile stands for both`,
        ]
      : []),
    ...(misplaced - misplacedByChance > MISFIT
      ? ["hours differ by weekday more than chance would make them; a scenario has one profile for all"]
      : []),
  ];
  return parts.join("; ");
}

/** In points of a hundred: the widest half of the intervals. */
function widest(shares: readonly Bounds[]): number {
  return figures(100 * Math.max(0, ...shares.map(({ low, high }) => (high - low) / 2)), 2);
}
