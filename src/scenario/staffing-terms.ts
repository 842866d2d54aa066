import { type Model, promiseResponseNames, responseDefinitions } from "../model/index.ts";
import { readDecisions, type WrittenDecision } from "./decisions.ts";
import type { ScenarioDocument } from "./format/scenario-schema.ts";
import { errorAt, type Fault, type PlacedIssue, warningAt } from "./issue-list.ts";
import { quoted } from "./json-value.ts";
import { type Bound, boundIn } from "./quantities/bound.ts";
import { type Difference, differenceIn } from "./quantities/difference.ts";
import { responseHint } from "./response-hint.ts";

/** What is to be decided about a clinic's people, and by what. */
export interface StaffingTerms {
  readonly decisions: readonly WrittenDecision[];
  /** Of each promise its target and its risk, then what else is to be kept. */
  readonly bounds: readonly Bound[];
  /** Names of one response or two: the first is to be least. */
  readonly minimise: readonly string[];
  readonly tolerances: Readonly<Record<string, Difference>>;
  readonly confidence: number;
}

type Written = Pick<ScenarioDocument, "staffing" | "comparison" | "staff">;

/** What a document says of deciding, held against the responses that its clinic has; without a word of it, the promises are to be kept. */
export function staffingTerms(
  { staffing, comparison, staff }: Written,
  model: Model,
): { readonly terms: StaffingTerms; readonly issues: readonly PlacedIssue[] } {
  const definitions = responseDefinitions(model);
  const units = new Map(definitions.map(({ name, unit }) => [name, unit]));
  const { decisions, issues: faults } = readDecisions(staffing?.vary ?? {}, Object.keys(staff));
  const issues = [...faults];
  const bounds = promiseBounds(model);
  staffing?.keep.forEach((text, i) => {
    const reading = boundIn(units, text);
    if ("fault" in reading) issues.push(unfit(["staffing", "keep", i], reading.fault));
    else bounds.push(reading.value);
  });
  const unknown = (name: string) => ({
    code: "unknown-response",
    message: `there is no response ${quoted(name)}`,
    hint: responseHint(name, [...units.keys()]),
  });
  const minimise = staffing?.minimise ?? ["cost_per_week"];
  if (staffing !== undefined) {
    minimise.forEach((name, i) => {
      if (!units.has(name)) issues.push(unfit(["staffing", "minimise", i], unknown(name)));
    });
  }
  const tolerances: Record<string, Difference> = {};
  const written = { ...comparison?.smallestDifference, ...staffing?.tolerance };
  for (const [name, text] of Object.entries(written)) {
    const isOwn = Object.hasOwn(staffing?.tolerance ?? {}, name);
    const path = ["staffing", "tolerance", name];
    const unit = units.get(name);
    const reading = unit === undefined ? { fault: unknown(name) } : differenceIn(unit, text);
    if (!("fault" in reading)) tolerances[name] = reading.value;
    else if (isOwn && unit === undefined) issues.push({ ...unfit(path, reading.fault), atKey: true });
    else if (isOwn) issues.push(errorAt(path, reading.fault));
  }
  const confidence = staffing?.confidence ?? 0.95;
  return { terms: { decisions, bounds, minimise, tolerances, confidence }, issues };
}

/**
 * A response that is not there is a warning, and a fault only where something is decided: an alternative may take away what the file decides by,
 * such as the calls of a clinic without a telephone.
 */
function unfit(path: readonly (string | number)[], fault: Fault): PlacedIssue {
  return fault.code === "unknown-response" ? warningAt(path, fault) : errorAt(path, fault);
}

function promiseBounds(model: Model): Bound[] {
  const names = promiseResponseNames(model);
  return model.clinic.promises.flatMap(({ target, risk }, i): Bound[] => [
    { response: names[i]!.share, direction: "at least", value: target },
    { response: names[i]!.monthRisk, direction: "at most", value: risk },
  ]);
}
