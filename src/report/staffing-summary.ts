import { InputError } from "../errors.ts";
import type { StaffingAnswer } from "../experiment/index.ts";
import { STAFFING_SHAPE } from "./result-shapes/staffing-shape.ts";
import { fits } from "./shape.ts";
import type { Summary } from "./summary.ts";
import { jsonText, readJson } from "./summary-json.ts";

/** All that is reported of a staffing question: what `staffing.json` holds and every rendering shows. Plain data. */
export interface StaffingSummary
  extends Pick<Summary, "scenario" | "start" | "warmUpDays" | "lengthDays" | "runOutDays" | "seed"> {
  readonly answer: StaffingAnswer;
}

const FORMAT = "clinicsim/staffing/2";
/** Named requirements by their responses, of which two may be of one. */
const OLDER = "clinicsim/staffing/1";

/** `staffing.json`: numbers that are none as in `summary.json`. */
export function staffingJson({ answer, ...summary }: StaffingSummary): string {
  return jsonText({ format: FORMAT, ...summary, ...answer });
}

/** The summary that `text` was made from; undefined if it was made from none. Throws InputError for one of an older clinicsim. */
export function readStaffingJson(text: string): StaffingSummary | undefined {
  const read = readJson(text, FORMAT);
  if (read === undefined) {
    if (readJson(text, OLDER) !== undefined) throw olderFormat();
    return undefined;
  }
  if (!fits(read, STAFFING_SHAPE)) return undefined;
  const { scenario, start, warmUpDays, lengthDays, runOutDays, seed, ...answer } = read as Omit<
    StaffingSummary,
    "answer"
  > &
    StaffingAnswer;
  return { scenario, start, warmUpDays, lengthDays, runOutDays, seed, answer };
}

function olderFormat(): InputError {
  const message = `the answer that is there was written by an older clinicsim (${OLDER}; this one writes ${FORMAT})`;
  const hint = "--force searches again and replaces it; --out puts the new answer elsewhere";
  return new InputError([{ code: "older-format", path: "", message, hint, severity: "error" }]);
}
