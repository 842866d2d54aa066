import * as z from "zod/mini";
import { LIMITS } from "../limits.ts";
import { described } from "./described.ts";
import { choice, object, words } from "./fields.ts";

const bound = z.union([z.number(), z.string().check(z.minLength(1), z.maxLength(80))]);

const range = z.optional(
  described(
    z.tuple([bound, bound]),
    "Lowest and highest plausible value, in the parameter's own unit; on a distribution, of its mean. Sensitivity analysis moves within it.",
  ),
);

const shape = z.optional(
  choice("How plausibility is spread over the range; left out: triangular, most likely what is written.", [
    "uniform",
    "triangular",
    "lognormal",
    "normal",
  ]),
);

const id = words("An id in `evidence.csv`.", 20);
const source = described(
  z.union([id, z.array(id).check(z.minLength(1), z.maxLength(20))]),
  "Id or ids in `evidence.csv`; for `local`, in words, which records.",
);
const records = words("Which of the clinic's own records.");
const why = words("Why this value: how it follows from the source, or why it is plausible.");
const value = z.optional(described(z.union([bound]), "The figure as published, where it is one number."));

/** What stands behind a number. */
const entry = described(
  z.discriminatedUnion("grade", [
    object("Published.", { grade: z.literal("cited"), source, value, why: z.optional(why), range, shape }),
    object("From the clinic's own records.", {
      grade: z.literal("local"),
      source: records,
      why: z.optional(why),
      range,
      shape,
    }),
    object("Neither; a source may still be near.", {
      grade: z.literal("assumed"),
      source: z.optional(source),
      why,
      range,
      shape,
    }),
  ]),
  "What stands behind a parameter, or behind everything under its path.",
);

export const ledgerSchema = z._default(
  described(
    z.record(z.string().check(z.minLength(1), z.maxLength(400)), entry),
    "The evidence ledger: by path, in which a `*` stands for every name there, whether a number is cited, the clinic's own, or assumed, and its range.",
    { maxProperties: LIMITS.list },
  ),
  {},
);
