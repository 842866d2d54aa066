import { InputError, type Issue } from "../errors.ts";
import {
  boundedResponses,
  type Design,
  parseVary,
  pointDesign,
  type SensitivityDesign,
  sensitivityDesign,
  type UncertainInputs,
  uncertainInputs,
  valueAt,
} from "../experiment/index.ts";
import type { ResponseDefinition } from "../model/index.ts";
import { type JsonObject, parsePath, responseHint, type Scenario } from "../scenario/index.ts";
import { flagFaults } from "./flag-faults.ts";
import type { SensitivityFlags } from "./sensitivity-flags.ts";

/** What is to be run, and what of it is asked for. */
export interface PlannedSensitivity {
  readonly inputs: UncertainInputs;
  readonly design: SensitivityDesign;
  /** The same as points of a sweep. */
  readonly points: Design;
  readonly responses: readonly ResponseDefinition[];
  readonly seed: number;
}

/** The plan that the flags ask for; `definitions`: of the scenario as it is. Throws InputError with every fault in them. */
export function planSensitivity(
  { method, factor, only, except, response, sets, designSeed }: SensitivityFlags,
  scenario: Scenario,
  definitions: readonly ResponseDefinition[],
): PlannedSensitivity {
  const document = scenario.document as unknown as JsonObject;
  const { trying, finish } = flagFaults({});
  const current = (path: string) => valueAt(document, parsePath(path) ?? []);
  const factors = factor.flatMap((text) => trying(() => parseVary(text, current, "--factor")) ?? []);
  const responses = trying(() => responsesOf(response, definitions)) ?? [];
  const request = { factors, ...(only === undefined ? {} : { only }), except };
  const inputs = trying(() => uncertainInputs(scenario, request));
  finish();
  const seed = designSeed ?? scenario.clinic.run.seed;
  const design = sensitivityDesign(inputs!, { method, sets, seed });
  const points = pointDesign(inputs!, design, {
    seed,
    responses: responses.map(({ name }) => name),
    request,
  });
  return { inputs: inputs!, design, points, responses, seed };
}

function responsesOf(
  asked: readonly string[],
  definitions: readonly ResponseDefinition[],
): readonly ResponseDefinition[] {
  const names = asked.length === 0 ? boundedResponses(definitions) : [...new Set(asked)];
  const issues: Issue[] = [];
  const found = names.flatMap((name) => {
    const definition = definitions.find((each) => each.name === name);
    if (definition !== undefined) return [definition];
    const hint = responseHint(
      name,
      definitions.map((each) => each.name),
    );
    const message = `there is no response ${JSON.stringify(name)}`;
    issues.push({ code: "unknown-response", path: "--response", message, hint, severity: "error" });
    return [];
  });
  if (issues.length > 0) throw new InputError(issues);
  if (found.length > 0) return found;
  const message = "the scenario has no promises, no hours and no evenings to judge by";
  const hint = "name a response with --response; clinicsim responses lists them";
  throw new InputError([{ code: "no-response", path: "--response", message, hint, severity: "error" }]);
}
