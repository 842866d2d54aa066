import { InputError, type Issue } from "../../errors.ts";

/** What is wrong with a design, as an error to throw; `where` is the flag, the column or the path that says it. */
export function designFault(code: string, where: string, message: string, hint?: string): InputError {
  const issue: Issue = {
    code,
    path: where,
    message,
    ...(hint === undefined ? {} : { hint }),
    severity: "error",
  };
  return new InputError([issue]);
}
