import * as z from "zod/mini";
import { LIMITS } from "../limits.ts";
import { described } from "./described.ts";
import { object, words } from "./fields.ts";
import { smallestDifferences } from "./smallest-differences.ts";

const response = words("A response, by its name in `summary.csv`.", 200);

/** What `compare` is to decide by. */
export const comparisonSchema = z.optional(
  object("What alternatives are compared by.", {
    primary: z.optional(
      described(
        z.array(response).check(z.minLength(1), z.maxLength(LIMITS.list)),
        "The responses that decide, by their names in `summary.csv`: their intervals hold together. Left out: the share that keeps each promise, physicians' minutes after hours, the cost of a week.",
      ),
    ),
    smallestDifference: z._default(
      smallestDifferences(
        'By response: a change by less than this does not matter. Percentage points of a share (`"1pp"`), the response\'s own unit of anything else (`"2 min"`, `"50 CAD"`), or per cent of its value without the change (`"5%"`).',
      ),
      {},
    ),
  }),
);
