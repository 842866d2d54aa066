import { InputError } from "../errors.ts";
import {
  type ComparisonPlan,
  commonResponses,
  type SelectionTerms,
  usualPrimary,
} from "../experiment/index.ts";
import { compile, type Model, type ResponseDefinition, responseDefinitions } from "../model/index.ts";
import { engineId } from "../node/index.ts";
import { type Difference, differenceIn, responseHint } from "../scenario/index.ts";
import type { CompareFlags, SelectionFlags } from "./compare-flags.ts";
import type { LoadedAlternatives } from "./load-alternatives.ts";
import { resolveClock } from "./resolve-clock.ts";

/** What is to be run, and the models of it, in the order of the alternatives. */
export interface PlannedComparison {
  readonly plan: ComparisonPlan;
  readonly models: readonly Model[];
}

/** The plan of a comparison. Throws InputError for a response that cannot decide, or by which nothing can be selected. */
export async function planComparison(
  { terms, alternatives }: LoadedAlternatives,
  { replication, selection }: CompareFlags,
): Promise<PlannedComparison> {
  const clocks = await Promise.all(alternatives.map(({ scenario }) => resolveClock(scenario.clinic)));
  const models = alternatives.map(({ scenario }, i) => compile(scenario.clinic, clocks[i]!.changes));
  const { common, leftOut } = commonResponses(models.map(responseDefinitions));
  const definitions = common.map(({ definition }) => definition);
  const primary = terms.comparison.primary ?? usualPrimary(definitions);
  const lost = leftOut.find(({ response }) => primary.includes(response));
  if (lost !== undefined) {
    const without = alternatives.find((_, i) => !lost.having.includes(i));
    const why =
      without === undefined
        ? "it is not measured in the same way with all alternatives"
        : `“${without.name}” does not have it`;
    throw refused(
      "comparison.primary",
      `${lost.response} cannot decide: ${why}`,
      "choose others with --primary",
    );
  }
  const nowhere = primary.find((response) => !definitions.some(({ name }) => name === response));
  if (nowhere !== undefined) {
    throw refused(
      "comparison.primary",
      `${nowhere} cannot decide: none of the alternatives that are compared has it`,
      "choose others with --primary",
    );
  }
  if (primary.length === 0) {
    const hint = "name a response with --primary; summary.csv of a run lists them";
    throw refused("comparison.primary", "there is no response to decide by", hint);
  }
  const { seed, replications } = terms.clinic.run;
  const sizes = Object.entries(terms.comparison.smallestDifferences).filter(([name]) =>
    definitions.some((definition) => definition.name === name),
  );
  const smallestDifferences = Object.fromEntries(sizes);
  return {
    models,
    plan: {
      engine: engineId(),
      seed,
      replications:
        replication === undefined ? Array.from({ length: replications }, (_, i) => i + 1) : [replication],
      alternatives: alternatives.map(({ name, scenario }, i) => ({
        name,
        scenario: scenario.canonicalText,
        offsets: clocks[i]!,
      })),
      primary,
      smallestDifferences,
      ...(selection === undefined
        ? {}
        : { selection: selectionTerms(selection, definitions, smallestDifferences, replications) }),
    },
  };
}

function selectionTerms(
  { response, indifference: written, probability, atMost }: SelectionFlags,
  definitions: readonly ResponseDefinition[],
  smallestDifferences: Readonly<Record<string, Difference>>,
  replications: number,
): SelectionTerms {
  const definition = definitions.find(({ name }) => name === response);
  if (definition === undefined) {
    const names = definitions.map(({ name }) => name);
    throw refused(
      "--select",
      `there is no response "${response}" that all alternatives have`,
      responseHint(response, names),
    );
  }
  if (definition.better === "neither") {
    const hint = "select by a response of which more or less is better";
    throw refused("--select", `${response} is neither better high nor low`, hint);
  }
  if (replications < 10) {
    throw refused("--select", "needs at least 10 replications to begin with", "--replications 10 or more");
  }
  if (atMost < replications) {
    throw refused(
      "--at-most",
      `${atMost} is less than the ${replications} replications that a search begins with`,
      `--at-most ${replications} or more, or fewer --replications`,
    );
  }
  const reading = written === undefined ? undefined : differenceIn(definition.unit, written);
  if (reading !== undefined && "fault" in reading) {
    throw refused("--indifference", reading.fault.message, reading.fault.hint ?? "");
  }
  const size = reading?.value ?? smallestDifferences[response];
  if (size === undefined || size.relative) {
    const example = definition.unit === "share" ? "1pp" : `1 ${definition.unit}`;
    const message = `needs the difference of ${response} that is not worth telling apart, in its own unit`;
    throw refused("--indifference", message, `for example --indifference "${example}"`);
  }
  return { response, indifference: size.amount, probability, atMost };
}

function refused(path: string, message: string, hint: string): InputError {
  return new InputError([{ code: "bad-comparison", path, message, hint, severity: "error" }]);
}
