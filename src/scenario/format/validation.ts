import * as z from "zod/mini";
import { described } from "./described.ts";
import { choice, count, date, object, words } from "./fields.ts";

/** Grades of a replay, the best first. */
export const GRADES = ["A", "B", "C", "D"] as const;

/** What `clinicsim replay --write` says of a scenario. */
export const validationSchema = z.optional(
  object(
    "How far the model may be believed, as `clinicsim replay --write` found it. Written by the tool: it holds only as long as nothing of the clinic is changed.",
    {
      grade: choice(
        "A may be used to decide, B to compare plans, C to learn what matters, D not yet.",
        GRADES,
      ),
      from: date("First date of the messages by which it was judged."),
      to: date("Last date of them."),
      messages: count("First messages by which it was judged.", 0),
      mend: z._default(
        described(
          z.array(words("What is off.", 400)).check(z.maxLength(5)),
          "What to mend first, the worst first.",
        ),
        [],
      ),
      notJudged: z.optional(
        described(
          z.array(words("What the record does not tell.", 200)).check(z.maxLength(10)),
          "Parts of the scenario of which the grade says nothing.",
        ),
      ),
      seen: z.optional(
        described(
          z.boolean(),
          "Whether the scenario was fitted to what it was judged by, so that it got no A.",
        ),
      ),
      of: described(
        z.string().check(z.regex(/^[0-9a-f]{64}$/)),
        "SHA-256 of what was graded: specialties, staff, policies, promises and calendar.",
      ),
    },
  ),
);
