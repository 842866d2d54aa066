import { roleOf } from "../../experiment/index.ts";
import { readSecondFile, type SecondFileShape, type SecondFileTerms } from "./second-file.ts";

const ROSTER: SecondFileShape<"staff_id" | "from" | "to" | "staff_role"> = {
  flag: "--roster",
  needed: ["staff_id", "from", "to"],
  optional: ["staff_role"],
  times: ["from", "to"],
};

/** Reads who was to work when into an extract. Throws InputError, in words, for a file that is no roster. */
export function readRoster(path: string, terms: SecondFileTerms): Promise<void> {
  return readSecondFile(path, ROSTER, terms, "unusable-shift", (row) => {
    const [person, from, to] = [row.text("staff_id"), row.time("from"), row.time("to")];
    if (!(from < to) || person === "") return false;
    terms.builder.beside.shift({
      person,
      role: roleOf(row.text("staff_role")),
      from,
      to,
    });
    return true;
  });
}
