import type { Issue } from "../errors.ts";
import type { ResponseDefinition } from "../model/index.ts";
import { isUnitWritten, responseHint, unitWord } from "../scenario/index.ts";
import type { Precision } from "./precision.ts";

/**
 * Precisions as they are written: `first_reply_p90_business_h=5%` is relative to the estimate, `calls_answered_share=1pp` is in
 * percentage points, `first_reply_p90_business_h=0.5h` in the response's own unit, of which the first word will do, and none for `per week`. `share_in_time` stands for
 * what is kept of each promise. In order of response, so that theirs does not matter; with every fault.
 */
export function parsePrecisions(
  texts: readonly string[],
  definitions: readonly ResponseDefinition[],
): { readonly precisions: readonly Precision[]; readonly issues: readonly Issue[] } {
  const precisions: Precision[] = [];
  const issues: Issue[] = [];
  for (const text of texts) {
    const [, inTime] = /^\s*share_in_time\s*(=.*)$/.exec(text) ?? [];
    const shares = inTime === undefined ? [text] : sharesInTime(definitions).map((name) => name + inTime);
    if (shares.length === 0) {
      const hint = "give another response, or write a promise into the scenario";
      issues.push(
        fault("unknown-response", "nothing is promised here, so that no share of it is in time", hint),
      );
    }
    for (const each of shares) {
      const read = parsePrecision(each, definitions);
      if ("fault" in read) {
        issues.push(read.fault);
        break;
      }
      if (precisions.some(({ response, relative }) => same(response, relative, read))) {
        issues.push(fault("given-twice", `${read.response} is given twice`, "give each response once"));
      } else precisions.push(read);
    }
  }
  return { precisions: precisions.sort(byName), issues };
}

/** Responses that say what is kept of each promise. */
function sharesInTime(definitions: readonly ResponseDefinition[]): readonly string[] {
  return definitions
    .filter(({ name, group, headline }) => group === "promises" && headline && name.endsWith("_share"))
    .map(({ name }) => name);
}

function same(response: string, relative: boolean, other: Precision): boolean {
  return response === other.response && relative === other.relative;
}

function byName(a: Precision, b: Precision): number {
  if (a.response !== b.response) return a.response < b.response ? -1 : 1;
  return Number(a.relative) - Number(b.relative);
}

function parsePrecision(
  text: string,
  definitions: readonly ResponseDefinition[],
): Precision | { readonly fault: Issue } {
  const parts = /^\s*([^=\s]+)\s*=\s*(\S+?)\s*((?:%|[a-zA-Z]).*?)?\s*$/.exec(text);
  if (parts === null) {
    const hint = "write response=precision, as in first_reply_p90_business_h=5%";
    return { fault: fault("not-a-precision", `"${text}" is not a precision`, hint) };
  }
  const [, response = "", amount = "", unit = ""] = parts;
  const definition = definitions.find(({ name }) => name === response);
  if (definition === undefined) {
    const names = definitions.map(({ name }) => name);
    const message = `there is no response "${response}"`;
    return { fault: fault("unknown-response", message, responseHint(response, ["share_in_time", ...names])) };
  }
  const value = /^(?:\d+(?:\.\d+)?|\.\d+)$/.test(amount) ? Number(amount) : Number.NaN;
  if (!(value > 0 && value < Infinity)) {
    const hint = `for example ${exampleOf(definition)}`;
    return { fault: fault("not-a-precision", `"${amount}" is not a number above 0`, hint) };
  }
  if (unit === "%") return { response, halfWidth: value / 100, relative: true };
  if (definition.unit === "share" && unit === "pp") {
    return { response, halfWidth: value / 100, relative: false };
  }
  if (definition.unit !== "share" && isUnitWritten(unit, definition.unit)) {
    return { response, halfWidth: value, relative: false };
  }
  return { fault: wrongUnit(definition, unit) };
}

function wrongUnit(definition: ResponseDefinition, unit: string): Issue {
  const { name, unit: own } = definition;
  const isIn = own === "share" ? "is a share, whose precision is in percentage points (pp)" : `is in ${own}`;
  const message = unit === "" ? `${name} ${isIn}: a unit is missing` : `${name} ${isIn}, not in "${unit}"`;
  return fault("wrong-unit", message, `for example ${exampleOf(definition)}, or ${name}=5%`);
}

function exampleOf({ name, unit }: ResponseDefinition): string {
  return `${name}=${unit === "share" ? "1pp" : `1${unitWord(unit)}`}`;
}

function fault(code: string, message: string, hint: string): Issue {
  return { code, path: "--until", message, hint, severity: "error" };
}
