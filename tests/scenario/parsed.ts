import { type Patch, parseScenario, type Scenario } from "../../src/scenario/index.ts";
import { issueLines } from "../scenarios/issue-lines.ts";
import { smallText } from "./small-scenario.ts";

/** The scenario of a text that must have no faults. */
export function parsed(text: string = smallText(), patch: Patch = {}): Scenario {
  const { scenario, issues } = parseScenario(text, { patch });
  if (scenario === undefined) throw new Error(issueLines(issues));
  return scenario;
}

/** What is said of a text, line by line. */
export function saidOf(text: string = smallText(), patch: Patch = {}): readonly string[] {
  return issueLines(parseScenario(text, { patch }).issues).split("\n").slice(0, -1);
}
