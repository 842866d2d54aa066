import * as z from "zod/mini";
import { LIMITS } from "../limits.ts";
import { BOUND_PATTERN, readBound } from "../quantities/bound.ts";
import { described } from "./described.ts";
import { listOf, number, object, words } from "./fields.ts";
import { smallestDifferences } from "./smallest-differences.ts";
import { written } from "./written.ts";

const bound = written(readBound, {
  is: "bound",
  doc: "A response and what it may be.",
  pattern: BOUND_PATTERN,
  examples: [
    "physician_after_hours_min_per_week <= 30 min",
    "utilisation_triage_nurse <= 85 %",
    "cost_per_week <= 4500 CAD",
  ],
});

const decision = described(
  z.unknown(),
  'What may be decided. Under a path: its values, as `clinicsim sweep --vary` takes them (`"1..3"`) or as a list. Under any name: `{ "choices": [{ "name": …, "set": { … } }, …] }`, changes of the scenario, with `"inOrder": true` where they go from least to most; or `{ "team": …, "fte": "0.5:2:0.25", "rosters": { "0.25": [ … ] } }`, posts in steps, of which a part of one has the hours of its roster.',
);

/** What `staff` is to decide, and by what. */
export const staffingSchema = z.optional(
  object("What `clinicsim staff` decides, what it has to keep, and what it makes as small as can be.", {
    vary: z._default(
      described(
        z.record(z.string().check(z.minLength(1), z.maxLength(400)), decision),
        "By path or name: what may be decided.",
        { maxProperties: LIMITS.decisions },
      ),
      {},
    ),
    keep: z._default(
      listOf(
        bound,
        "Bounds on responses, by their names in `summary.csv`, beside the promises: of each, its target and its risk.",
        LIMITS.list,
      ),
      [],
    ),
    minimise: z._default(
      described(
        z
          .array(words("A response, by its name in `summary.csv`.", 200))
          .check(z.minLength(1), z.maxLength(2)),
        "The response that is to be least; with a second one, the trade-off between both is shown too.",
      ),
      ["cost_per_week"],
    ),
    tolerance: z._default(
      smallestDifferences(
        "By response: a plan that is better than its bound by less than this may be passed over, and plans that differ by less in what is minimised are alike. Written as `comparison.smallestDifference`, which holds where this says nothing; else a percentage point, half a risk and 2.5 points at least, or 5 % of the bound.",
      ),
      {},
    ),
    confidence: z._default(
      number("With which the plan keeps every promise, and none that is cheaper does.", 0.5, 0.999),
      0.95,
    ),
  }),
);
