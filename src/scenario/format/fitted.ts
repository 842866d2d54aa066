import * as z from "zod/mini";
import { described } from "./described.ts";
import { date, object } from "./fields.ts";

/** What `clinicsim fit` says of the log that a scenario was fitted to. */
export const fittedSchema = z.optional(
  object(
    "The message log to which `clinicsim fit` fitted the scenario, so that `clinicsim replay` knows it again. Written by the tool.",
    {
      from: date("Its first date."),
      to: date("Its last date."),
      log: described(
        z.string().check(z.regex(/^[0-9a-f]{64}$/)),
        "SHA-256 of how many messages were sent in each of its hours.",
      ),
    },
  ),
);
