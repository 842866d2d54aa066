import { closest } from "../did-you-mean.ts";
import { quoted } from "../json-value.ts";
import { fault, type Reading } from "../quantities/reading.ts";

export const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

const DAY = `(${WEEKDAYS.join("|")})`;
export const WEEKDAYS_PATTERN = `${DAY}(-${DAY})?(, ?${DAY}(-${DAY})?)*`;

/** "Mon-Thu,Sun" as seven flags, Monday first; a range may run over Sunday. */
export function readWeekdays(text: string): Reading<readonly boolean[]> {
  const flags = WEEKDAYS.map(() => false);
  for (const part of text.trim().split(/\s*,\s*/)) {
    const ends = part.split("-").map((name) => name.trim());
    const days = ends.map((name) => WEEKDAYS.indexOf(name as (typeof WEEKDAYS)[number]));
    const unknown = days.indexOf(-1);
    if (unknown >= 0) {
      const near = closest(ends[unknown]!.slice(0, 3), WEEKDAYS);
      const hint = near === undefined ? `days are ${WEEKDAYS.join(", ")}` : `did you mean "${near}"?`;
      return fault("not-a-day", `${quoted(ends[unknown])} is not a day of the week`, hint);
    }
    if (days.length > 2)
      return fault("not-a-day", `${quoted(part)} is not a range of days`, 'write "Mon-Fri"');
    const first = days[0]!;
    const count = ((days.at(-1)! - first + 7) % 7) + 1;
    for (let i = 0; i < count; i++) flags[(first + i) % 7] = true;
  }
  return { value: flags };
}
