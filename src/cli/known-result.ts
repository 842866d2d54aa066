import { join } from "node:path";
import { InputError } from "../errors.ts";
import type { StaffingPlan } from "../experiment/index.ts";
import { type FoundResult, findResult, findStaffing, type ResultPlan, readTextFile } from "../node/index.ts";

/** Largest result that is read back [bytes]: a comparison of hundreds of alternatives in some hundreds of responses. */
const LIMIT = 256 * 1024 * 1024;

/** What a file of the plan's result says, if the result is there. Throws InputError if something else is. */
export async function knownResult<T>(
  path: string,
  plan: ResultPlan,
  file: string,
  read: (text: string) => T | undefined,
): Promise<T | undefined> {
  return readKnown(path, await findResult(path, plan), file, read);
}

/** The same of a staffing question. */
export async function knownStaffing<T>(
  path: string,
  plan: StaffingPlan,
  file: string,
  read: (text: string) => T | undefined,
): Promise<T | undefined> {
  return readKnown(path, await findStaffing(path, plan), file, read);
}

async function readKnown<T>(
  path: string,
  found: FoundResult,
  file: string,
  read: (text: string) => T | undefined,
): Promise<T | undefined> {
  if (found.state === "absent") return undefined;
  const known =
    found.state === "same" ? read(await readTextFile(join(path, file), LIMIT, "result")) : undefined;
  if (known !== undefined) return known;
  const why = found.state === "different" ? found.why : `its ${file} cannot be read`;
  const hint = "--force runs again and replaces it; --out puts the result elsewhere";
  const message = `${path} holds something else: ${why}`;
  throw new InputError([{ code: "result-differs", path: "", message, hint, severity: "error" }]);
}
