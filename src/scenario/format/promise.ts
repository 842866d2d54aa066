import * as z from "zod/mini";
import { readWithin, WITHIN_PATTERN } from "../quantities/promise-within.ts";
import { choice, object, share } from "./fields.ts";
import { written } from "./written.ts";

const of = choice("Which messages it is promised for.", [
  "every patient message that needs a reply",
  "first message of every thread",
  "urgent messages",
]);

const starts = choice("When the clock starts for a message sent outside opening hours.", [
  "when sent",
  "at the next opening",
]);

export const promiseSchema = object(
  "A promise to patients: the share answered in time, and how often a month may fall below it. A reply is an answer by a person of the clinic that closes the message: a nurse's question to a physician is none, and a thank-you needs none, so nothing is promised for it.",
  {
    of: z._default(of, "every patient message that needs a reply"),
    within: written(readWithin, {
      is: "time to reply within",
      doc: "The clock: the close of the n-th business day after sending, an amount of open time, or of wall time.",
      pattern: WITHIN_PATTERN,
      examples: ["end of business day 2", "18 open hours", "48 h"],
    }),
    starts: z._default(starts, "when sent"),
    target: z._default(share("Share of messages that is to be answered in time"), 0.9),
    per: z._default(choice("The stretch over which the share is watched.", ["month"]), "month"),
    risk: z._default(share("How often a month may fall below the target"), 0.05),
  },
);
