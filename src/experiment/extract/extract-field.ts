/** What a column of an extract may hold. The canonical names of the columns, which need no mapping. */
export const EXTRACT_FIELDS = [
  "message_id",
  "thread_id",
  "patient_id",
  "specialty",
  "topic",
  "urgent",
  "sender",
  "sent",
  "first_read",
  "replied",
  "closed",
  "staff_id",
  "staff_role",
  "event",
  "at",
] as const;

export type ExtractField = (typeof EXTRACT_FIELDS)[number];

/** One row per message, or one row per event of a message (`event`, `at`). */
export type ExtractForm = "messages" | "events";

/** Who wrote a message; place in this list is what a sample holds. */
export const SENDERS = ["patient", "staff", "automated"] as const;

/** What somebody of the staff did with a message, by what an extract tells; place in this list is what a sample holds. */
export const TOUCHES = ["read", "forwarded", "replied", "closed"] as const;
