import { roleOf, urgentOf } from "../../experiment/index.ts";
import { readSecondFile, type SecondFileShape, type SecondFileTerms } from "./second-file.ts";

const CALLS: SecondFileShape<"at" | "specialty" | "answered" | "waited" | "minutes" | "staff_role"> = {
  flag: "--calls",
  needed: ["at"],
  optional: ["specialty", "answered", "waited", "minutes", "staff_role"],
  times: ["at"],
};
/** [min] */
const LONGEST = 600;

/** Reads telephone calls into an extract. Throws InputError, in words, for a file that holds none. */
export function readCalls(path: string, terms: SecondFileTerms): Promise<void> {
  return readSecondFile(path, CALLS, terms, "unusable-call", (row) => {
    const at = row.time("at");
    const [waited, minutes] = [minutesIn(row.text("waited")), minutesIn(row.text("minutes"))];
    if (!(at >= 0) || waited === undefined || minutes === undefined) return false;
    const told = urgentOf(row.text("answered"));
    terms.builder.beside.call({
      specialty: row.text("specialty"),
      role: roleOf(row.text("staff_role")),
      // What took minutes was answered.
      answered: told < 0 && minutes > 0 ? 1 : told,
      at,
      waited,
      minutes: told === 0 ? Number.NaN : minutes,
    });
    return true;
  });
}

/** NaN: there are none; undefined: it is no number of minutes. */
function minutesIn(cell: string): number | undefined {
  if (cell === "") return Number.NaN;
  const minutes = /^\d+(\.\d+)?$/.test(cell) ? Number(cell) : Number.NaN;
  return minutes <= LONGEST ? minutes : undefined;
}
