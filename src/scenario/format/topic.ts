import * as z from "zod/mini";
import { LOWEST_ROLES } from "../quantities/roles.ts";
import { hereAs } from "./described.ts";
import { timeDistribution } from "./distribution.ts";
import { object, share } from "./fields.ts";

const lowest = Object.fromEntries(
  LOWEST_ROLES.map((role) => {
    const others = role === "clerk" ? "" : ", and by nobody before";
    const doc = `Could be closed by a ${role.replace("-", " ")}${others}`;
    return [role, z._default(share(doc, { neutral: 0 }), 0)];
  }),
) as Readonly<Record<(typeof LOWEST_ROLES)[number], z.ZodMiniDefault<ReturnType<typeof share>>>>;

const lowestRole = object(
  "The lowest role that may close a message; sums to 1. Those after it may close it too.",
  lowest,
);

const followUp = object("Later rounds of a thread.", {
  probability: z._default(
    share("Chance that a reply brings another message from the patient", { most: 0.9 }),
    0,
  ),
  delay: z._default(
    hereAs(
      timeDistribution,
      "From the reply to the patient's next message; passes while patients are awake.",
    ),
    {
      lognormal: { mean: "9 h", sd: "14 h" },
    },
  ),
  thanks: z._default(share("Share of follow-ups that only say thank you: read, not answered"), 0),
});

export const topicSchema = object("One kind of message.", {
  share: share("Share of the specialty's threads; the shares of all its topics sum to 1"),
  urgent: z._default(share("Share of threads that are truly urgent, whether anybody knows it or not"), 0),
  lowestRole,
  unsuitable: z._default(
    share("Share of threads that belong elsewhere: whoever reads the first message sends the patient there", {
      neutral: 0,
    }),
    0,
  ),
  incomplete: z._default(
    share("Share of threads whose first message lacks something that the patient must be asked for", {
      neutral: 0,
    }),
    0,
  ),
  needsVisit: z._default(share("Share of threads that end in a visit"), 0),
  followUp: z.prefault(followUp, {}),
  minutes: object("Handling times.", {
    triage: hereAs(timeDistribution, "Reading and deciding, by whoever reads first."),
    clerk: z.optional(
      hereAs(timeDistribution, "A clerk's or assistant's reply, after reading. Left out: as the nurse's."),
    ),
    nurse: hereAs(timeDistribution, "A nurse's or pharmacist's reply, after reading."),
    physician: hereAs(
      timeDistribution,
      "Reading and reply by a physician, a resident or a nurse practitioner.",
    ),
  }),
  complexity: z._default(
    share("Correlation of a thread's handling times across roles: one thread is hard for everybody"),
    0,
  ),
});
