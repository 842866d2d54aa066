import * as z from "zod/mini";
import { VISIT_MODES } from "../../model/index.ts";
import { NOTICE_PATTERN, readNotice } from "../quantities/notice.ts";
import { choice, number, object, positive } from "./fields.ts";
import { writtenOrWhole } from "./written.ts";

const notice = writtenOrWhole(readNotice, {
  is: "number of business days",
  doc: "Business days from booking to the earliest visit; 0 is the same day.",
  pattern: NOTICE_PATTERN,
  examples: ["1 business day"],
  step: 1,
});

const slot = (mode: string) =>
  z.optional(
    object(`Free slots for messages that become ${mode} visits. Left out: none is booked.`, {
      perBusinessDay: number(
        "Free slots on a business day in the mean; fractions add up over days.",
        0,
        10_000,
      ),
      notice: z._default(notice, "1 business day"),
    }),
  );

const slots = object("Visits that messages may still be booked into, by kind.", {
  phone: slot("phone"),
  video: slot("video"),
  "in person": slot("in-person"),
});

/** Regular visits, and those that messages lead to. */
export const visitsSchema = object(
  "Visits: how often patients are seen anyhow, and what is free for those whose messages end in one. The first two also compare clinic sessions with the panel, and default to Canadian rheumatology's.",
  {
    perPatientPerYear: z._default(
      number("Visits a patient makes in a year: one in twenty years at least.", 0.05, 400),
      2.1,
    ),
    perSession: z._default(positive("Visits in a half-day clinic session.", 100), 9.2),
    bookAs: z._default(
      choice(
        "Kind of visit that is booked when a thread ends in one, or in place of a message turned away.",
        VISIT_MODES,
      ),
      "in person",
    ),
    slots: z.prefault(slots, {}),
  },
);
