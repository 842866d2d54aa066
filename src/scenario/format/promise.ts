import * as z from "zod";
import { readWithin, WITHIN_PATTERN } from "../quantities/promise-within.ts";
import { share } from "./fields.ts";
import { written } from "./written.ts";

export const promiseSchema = z
  .strictObject({
    of: z
      .enum(["every patient message that needs a reply", "first message of every thread", "urgent messages"])
      .default("every patient message that needs a reply")
      .meta({ description: "Which messages it is promised for." }),
    within: written(readWithin, {
      is: "time to reply within",
      doc: "The clock: the close of the n-th business day after sending, an amount of open time, or of wall time.",
      pattern: WITHIN_PATTERN,
      examples: ["end of business day 2", "18 open hours", "48 h"],
    }),
    starts: z
      .enum(["when sent", "at the next opening"])
      .default("when sent")
      .meta({ description: "When the clock starts for a message sent outside opening hours." }),
    target: share("Share of messages that is to be answered in time").default(0.9),
    per: z
      .enum(["month"])
      .default("month")
      .meta({ description: "The stretch over which the share is watched." }),
    risk: share("How often a month may fall below the target").default(0.05),
  })
  .meta({
    description:
      "A promise to patients: the share answered in time, and how often a month may fall below it.",
  });
