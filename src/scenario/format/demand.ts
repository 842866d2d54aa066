import * as z from "zod";
import { LIMITS } from "../limits.ts";
import { GROWTH_PATTERN, readGrowth } from "../quantities/per-year.ts";
import { readVolume, VOLUME_PATTERN } from "../quantities/volume.ts";
import { date, words } from "./fields.ts";
import { written } from "./written.ts";

function weights(length: number, doc: string) {
  return z
    .array(z.number().min(0).max(1e6))
    .length(length)
    .refine((list) => list.some((weight) => weight > 0), {
      message: "all weights are 0",
      params: { code: "all-zero" },
    })
    .default(Array.from({ length }, () => 1))
    .meta({ description: doc });
}

export const demandSchema = z
  .strictObject({
    volume: written(readVolume, {
      is: "volume",
      doc: "How many messages come: a mean over plain weeks, before growth and timeline. Months and years are mean ones.",
      pattern: VOLUME_PATTERN,
      examples: ["19 per 100 portal patients per month", "900 per month"],
    }),
    counts: z.enum(["all patient messages", "new threads"]).meta({
      description:
        "What the volume counts: every message patients send, follow-ups included, or only the first of each thread.",
    }),
    patientHeterogeneity: z
      .strictObject({
        shape: z.number().min(0.01).max(1_000).meta({
          description:
            "Gamma shape of patients' own rates: 0.13 = a few write most, 1 = spread like an exponential.",
        }),
        panel: z
          .enum(["fixed", "redrawn"])
          .default("redrawn")
          .meta({ description: "Whether every replication has the same patients, or draws its own." }),
      })
      .optional()
      .meta({ description: "How unevenly patients write. Left out: all alike." }),
    dayFactor: z
      .strictObject({
        cv: z.number().min(0).max(2).default(0).meta({
          description: "Coefficient of variation of a factor, common to all patients, drawn for each date.",
        }),
        carryOver: z
          .number()
          .min(0)
          .max(0.99)
          .default(0)
          .meta({ description: "Correlation of the factor from one day to the next." }),
      })
      .prefault({})
      .meta({ description: "Busy days are busy for everybody." }),
    growth: z
      .strictObject({
        rate: written(readGrowth, {
          is: "rate of growth",
          doc: "Compound growth; negative for a decline.",
          pattern: GROWTH_PATTERN,
          examples: ["10% per year"],
        }),
        from: date("Growth begins on this date; before it the volume is as given."),
      })
      .optional()
      .meta({ description: "Steady growth. Left out: none." }),
    timeline: z
      .array(
        z.strictObject({
          from: date("First day."),
          to: date("Last day."),
          factor: z.number().min(0).max(100).meta({ description: "What the volume is multiplied by." }),
          why: words("What happens then.").optional(),
        }),
      )
      .max(LIMITS.timeline)
      .default([])
      .meta({ description: "Dated factors on the volume; where they overlap they multiply." }),
    profile: z
      .strictObject({
        hourOfDay: weights(24, "Weights of the 24 hours of a day, from midnight; only ratios matter."),
        dayOfWeek: weights(7, "Weights of the weekdays, Monday first; a holiday weighs as a Sunday."),
        monthOfYear: weights(12, "Weights of the months, January first."),
      })
      .prefault({})
      .meta({ description: "When messages come." }),
  })
  .meta({ description: "How many messages patients send, and when." });
