import { roleOf, visitModeOf } from "../../experiment/index.ts";
import { readSecondFile, type SecondFileShape, type SecondFileTerms } from "./second-file.ts";

const VISITS: SecondFileShape<
  "at" | "booked" | "patient_id" | "thread_id" | "specialty" | "mode" | "staff_id" | "staff_role"
> = {
  flag: "--visits",
  needed: ["at"],
  optional: ["booked", "patient_id", "thread_id", "specialty", "mode", "staff_id", "staff_role"],
  times: ["at", "booked"],
};

/** Reads visits into an extract. Throws InputError, in words, for a file that holds none. */
export function readVisits(path: string, terms: SecondFileTerms): Promise<void> {
  return readSecondFile(path, VISITS, terms, "unusable-visit", (row) => {
    const [at, booked] = [row.time("at"), row.time("booked")];
    if (!(at >= 0) || booked > at) return false;
    const mode = visitModeOf(row.text("mode"));
    if (mode < 0 && row.text("mode") !== "") terms.builder.faults.add("unknown-visit-mode");
    terms.builder.beside.visit({
      specialty: row.text("specialty"),
      patient: row.text("patient_id"),
      thread: row.text("thread_id"),
      person: row.text("staff_id"),
      role: roleOf(row.text("staff_role")),
      mode,
      at,
      booked,
    });
    return true;
  });
}
