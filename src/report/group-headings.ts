import type { ResponseDefinition } from "../model/index.ts";

/** What a reader calls the groups of responses. */
export const GROUP_HEADINGS: Readonly<Record<ResponseDefinition["group"], string>> = {
  volume: "Volume",
  patients: "Patients",
  promises: "Promises",
  waiting: "Why it waited",
  safety: "Safety",
  staff: "Staff",
  backlog: "Backlog",
  cost: "Cost",
};
