import * as z from "zod";
import { LIMITS } from "../limits.ts";
import { words } from "./fields.ts";

const bound = z.union([z.number(), z.string().min(1).max(80)]);
const range = z.tuple([bound, bound]).optional().meta({
  description:
    "Lowest and highest plausible value, in the parameter's own unit; sensitivity analysis moves within it.",
});
const shape = z
  .enum(["uniform", "triangular", "lognormal", "normal"])
  .optional()
  .meta({ description: "How plausibility is spread over the range." });
const source = z
  .union([
    words("An id in `evidence.csv`.", 20),
    z.array(words("An id in `evidence.csv`.", 20)).min(1).max(20),
  ])
  .meta({ description: "Id or ids in `evidence.csv`; for `local`, in words, which records." });
const records = words("Which of the clinic's own records.");
const why = words("Why this value: how it follows from the source, or why it is plausible.");
const published = bound.optional().meta({ description: "The figure as published, where it is one number." });

/** What stands behind a number. */
const ledgerEntrySchema = z
  .discriminatedUnion("grade", [
    z
      .strictObject({
        grade: z.literal("cited"),
        source,
        value: published,
        why: why.optional(),
        range,
        shape,
      })
      .meta({ description: "Published." }),
    z
      .strictObject({ grade: z.literal("local"), source: records, why: why.optional(), range, shape })
      .meta({ description: "From the clinic's own records." }),
    z
      .strictObject({ grade: z.literal("assumed"), source: source.optional(), why, range, shape })
      .meta({ description: "Neither; a source may still be near." }),
  ])
  .meta({ description: "What stands behind a parameter, or behind everything under its path." });

export const ledgerSchema = z.record(z.string().min(1).max(400), ledgerEntrySchema).default({}).meta({
  description:
    "The evidence ledger: by path, whether a number is cited, the clinic's own, or assumed, and its range.",
  maxProperties: LIMITS.list,
});
