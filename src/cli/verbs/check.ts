import { InputError } from "../../errors.ts";
import { checkPromises } from "../../experiment/index.ts";
import { checkJson, checkText, checkVerdict, gradeCautions } from "../../report/index.ts";
import { checkFlags } from "../check-flags.ts";
import { EXIT } from "../exit-code.ts";
import { loadAsked } from "../load-scenario.ts";
import type { Verb } from "../program.ts";
import { runResult } from "../run-result.ts";
import { stressResult } from "../stress-result.ts";

/** Runs a scenario, or finds its result, and says whether it keeps its promises: exit code 1 where it does not. */
export const check: Verb = async ([file = ""], flags, surroundings) => {
  const asked = checkFlags(flags, surroundings.streams.env);
  const scenario = await loadAsked(file, flags, asked.run);
  if (scenario.clinic.promises.length === 0 && asked.stress === undefined) throw nothingPromised(file);
  const { summary } = await runResult(scenario, asked.run, surroundings);
  const limits = summary.promises.map(({ name, response, target, risk }) => ({
    promise: name,
    response: `${response}_month_risk`,
    target,
    limit: asked.maxBreach ?? risk,
  }));
  const stressed =
    asked.stress === undefined ? undefined : await stressResult(scenario, asked.stress, surroundings);
  const checked = {
    scenario: summary.scenario,
    scenarioHash: summary.scenarioHash,
    seed: summary.seed,
    confidence: summary.analysis.confidence,
    replications: summary.analysis.replications.length,
    burden: asked.burden,
    promises: checkPromises(summary.analysis, limits),
    cautions: gradeCautions(scenario.document),
    ...(stressed === undefined ? {} : { stresses: stressed.summary.report }),
  };
  const { stdout } = surroundings.streams;
  if (asked.run.json) stdout.write(checkJson(checked));
  else if (!asked.run.quiet) stdout.write(checkText(checked));
  return checkVerdict(checked).verdict === "fails" ? EXIT.checkFailed : EXIT.done;
};

function nothingPromised(file: string): InputError {
  const message = `${file} promises nothing`;
  const hint = "write a promise under `promises`, or check its stresses with --stress";
  return new InputError([{ code: "nothing-to-check", path: "promises", message, hint, severity: "error" }]);
}
