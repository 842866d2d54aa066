import type { ResponseDefinition } from "../model/index.ts";
import type { ScenarioDocument } from "./format/scenario-schema.ts";
import { errorAt, type PlacedIssue } from "./issue-list.ts";
import { quoted } from "./json-value.ts";
import { type Difference, differenceIn } from "./quantities/difference.ts";
import { responseHint } from "./response-hint.ts";

/** What alternatives of a scenario are to be compared by. */
export interface ComparisonTerms {
  /** Names of the responses that decide; absent: the usual ones. */
  readonly primary?: readonly string[];
  /** By response: differences below this one do not matter. */
  readonly smallestDifferences: Readonly<Record<string, Difference>>;
}

/** What a document says of comparing, held against the responses that its clinic has. */
export function comparisonTerms(
  { comparison }: Pick<ScenarioDocument, "comparison">,
  definitions: readonly ResponseDefinition[],
): { readonly terms: ComparisonTerms; readonly issues: readonly PlacedIssue[] } {
  const issues: PlacedIssue[] = [];
  const units = new Map(definitions.map(({ name, unit }) => [name, unit]));
  const unitAt = (name: string, path: readonly (string | number)[], atKey: boolean): string | undefined => {
    const unit = units.get(name);
    if (unit !== undefined) return unit;
    const message = `there is no response ${quoted(name)}`;
    const hint = responseHint(name, [...units.keys()]);
    issues.push(errorAt(path, { code: "unknown-response", message, hint }, atKey));
    return undefined;
  };
  const { primary, smallestDifference = {} } = comparison ?? {};
  primary?.forEach((name, i) => void unitAt(name, ["comparison", "primary", i], false));
  const smallestDifferences: Record<string, Difference> = {};
  for (const [name, text] of Object.entries(smallestDifference)) {
    const path = ["comparison", "smallestDifference", name];
    const unit = unitAt(name, path, true);
    if (unit === undefined) continue;
    const reading = differenceIn(unit, text);
    if ("fault" in reading) issues.push(errorAt(path, reading.fault));
    else smallestDifferences[name] = reading.value;
  }
  return {
    terms: {
      ...(primary === undefined ? {} : { primary: [...new Set(primary)] }),
      smallestDifferences,
    },
    issues,
  };
}
