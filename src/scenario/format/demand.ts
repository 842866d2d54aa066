import * as z from "zod/mini";
import { LIMITS } from "../limits.ts";
import { GROWTH_PATTERN, readGrowth } from "../quantities/per-year.ts";
import { readVolume, VOLUME_PATTERN } from "../quantities/volume.ts";
import { described } from "./described.ts";
import { choice, date, number, object, words } from "./fields.ts";
import { written } from "./written.ts";

function weights(length: number, doc: string) {
  const list = z.array(z.number().check(z.minimum(0), z.maximum(1e6))).check(z.length(length), (context) => {
    if (context.value.some((weight) => weight > 0)) return;
    context.issues.push({
      code: "custom",
      input: context.value,
      message: "all weights are 0",
      params: { code: "all-zero" },
    });
  });
  return z._default(
    described(list, doc),
    Array.from({ length }, () => 1),
  );
}

const volume = written(readVolume, {
  is: "volume",
  doc: "How many messages come: the mean over a calendar year as it is, holidays and other closed dates included, before growth and timeline. Months and years are mean ones.",
  pattern: VOLUME_PATTERN,
  examples: ["19 per 100 portal patients per month", "900 per month"],
});

const counts = choice(
  "What the volume counts: every message patients send, follow-ups included, or only the first of each thread. A message that is never answered has no follow-up, so a count of all is reached only where staff keep up.",
  ["all patient messages", "new threads"],
);

const patientHeterogeneity = object("How unevenly patients write. Left out: all alike.", {
  shape: number(
    "Gamma shape of patients' own rates: 0.13 = a few write most, 1 = spread like an exponential.",
    0.01,
    1_000,
  ),
  panel: z._default(
    choice("Whether every replication has the same patients, or draws its own.", ["fixed", "redrawn"]),
    "redrawn",
  ),
});

const dayFactor = object("Busy days are busy for everybody.", {
  cv: z._default(
    number("Coefficient of variation of a factor, common to all patients, drawn for each date.", 0, 2),
    0,
  ),
  carryOver: z._default(number("Correlation of the factor from one day to the next.", 0, 0.99), 0),
});

const growth = object("Steady growth. Left out: none.", {
  rate: written(readGrowth, {
    is: "rate of growth",
    doc: "Compound growth; negative for a decline.",
    pattern: GROWTH_PATTERN,
    examples: ["10% per year"],
  }),
  from: date("Growth begins on this date; before it the volume is as given."),
});

const timeline = z.array(
  z.strictObject({
    from: date("First day."),
    to: date("Last day."),
    factor: number("What the volume is multiplied by.", 0, 100),
    why: z.optional(words("What happens then.")),
  }),
);

const profile = object("When messages come.", {
  hourOfDay: weights(24, "Weights of the 24 hours of a day, from midnight; only ratios matter."),
  dayOfWeek: weights(7, "Weights of the weekdays, Monday first; a holiday weighs as a Sunday."),
  monthOfYear: weights(12, "Weights of the months, January first."),
});

export const demandSchema = object("How many messages patients send, and when.", {
  volume,
  counts,
  patientHeterogeneity: z.optional(patientHeterogeneity),
  dayFactor: z.prefault(dayFactor, {}),
  growth: z.optional(growth),
  timeline: z._default(
    described(
      timeline.check(z.maxLength(LIMITS.timeline)),
      "Dated factors on the volume; where they overlap they multiply.",
    ),
    [],
  ),
  profile: z.prefault(profile, {}),
});
