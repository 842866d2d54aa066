import { InputError } from "../../errors.ts";
import { type JsonObject, parseDocument, type Scenario } from "../../scenario/index.ts";

/**
 * The scenario that a manifest has, by the text of it in a plan. Alternatives are not looked at: they may be none of the scenario that was run
 * (`--set`), and bear on nothing. Throws InputError with its faults.
 */
export function scenarioOfManifest(text: string, where: string): Scenario {
  const document = JSON.parse(text) as JsonObject;
  const { scenario, issues } = parseDocument(document, { patch: { name: document.name ?? null } });
  if (scenario !== undefined) return scenario;
  throw new InputError(
    issues
      .filter(({ severity }) => severity === "error")
      .map((issue) => ({ ...issue, path: `manifest.json, ${where}: ${issue.path}` })),
  );
}
