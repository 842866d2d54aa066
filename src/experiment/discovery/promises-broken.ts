import { compile, responseDefinitions } from "../../model/index.ts";
import { type JsonObject, parseDocument } from "../../scenario/index.ts";
import { isPromiseShare } from "../primary-responses.ts";
import type { SweepTerms } from "../sweep/sweep-terms.ts";

/**
 * What failing means unless told: any promise of the scenario is kept for less than its target, as text for `parseCondition`. Undefined
 * where there are no promises, or the sweep varies what they are.
 */
export function promisesBroken({ scenario, offsets, columns }: SweepTerms): string | undefined {
  const clinic = parseDocument(JSON.parse(scenario) as JsonObject).scenario?.clinic;
  if (clinic === undefined || columns.some(({ path }) => /^promises(\.|$)/.test(path))) return undefined;
  const shares = responseDefinitions(compile(clinic, offsets.changes)).filter(isPromiseShare);
  if (shares.length !== clinic.promises.length) return undefined;
  const parts = clinic.promises.map(({ target }, i) => `${shares[i]!.name} < ${target}`);
  return parts.length === 0 ? undefined : parts.join(" or ");
}
