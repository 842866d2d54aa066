import {
  analyse,
  analyseRegimes,
  type Caution,
  cautionsOf,
  isPromiseShare,
  runKindOf,
  sanityOf,
  skewedResponses,
  type UntilOutcome,
} from "../experiment/index.ts";
import { type Model, type ReplicationResult, responseDefinitions } from "../model/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { gradeCautions } from "./grade-cautions.ts";
import type { PromiseTerms, Summary } from "./summary.ts";
import { untilCautions } from "./until-text.ts";

/** Everything that is reported of replications of a scenario. */
export function summarise(
  scenario: Scenario,
  model: Model,
  seed: number,
  results: readonly ReplicationResult[],
  until?: UntilOutcome,
): Summary {
  const { start, warmUpDays, lengthDays, runOutDays } = model.clinic.run;
  const sanity = sanityOf(model, results);
  const kind = runKindOf(model, results, sanity);
  const analysis = analyse(model, results, { seed });
  const asked = until?.precisions.map(({ response }) => response);
  const skewed = skewedResponses(model, results, analysis, asked);
  return {
    scenario: model.clinic.name,
    scenarioHash: scenario.hash,
    start,
    warmUpDays,
    lengthDays,
    runOutDays,
    seed,
    promises: promiseTerms(model),
    ...(until === undefined ? {} : { until }),
    kind,
    analysis,
    regimes: analyseRegimes(model, results, { seed }),
    sanity,
    cautions: [
      ...(until === undefined ? [] : untilCautions(until, analysis)),
      ...cautionsOf(model, results, kind, skewed),
      ...warningCautions(scenario),
    ],
  };
}

/** The promises of a clinic, with the names of their responses. */
export function promiseTerms(model: Model): readonly PromiseTerms[] {
  const shares = responseDefinitions(model).filter(isPromiseShare);
  return model.clinic.promises.map(({ name, target, risk }, i) => ({
    name,
    response: shares[i]!.name.slice(0, -"_share".length),
    target,
    risk,
  }));
}

/** What a replay said of a scenario, and that it has warnings, where that is so. */
export function warningCautions({
  warnings,
  document,
}: Pick<Scenario, "warnings" | "document">): readonly Caution[] {
  const grade = gradeCautions(document);
  if (warnings.length === 0) return grade;
  const [many, them] = warnings.length === 1 ? ["a warning", "it"] : [`${warnings.length} warnings`, "them"];
  const message = `the scenario has ${many}: clinicsim validate shows ${them}`;
  return [...grade, { code: "scenario-warnings", message }];
}
