import type { Caution, StressReport } from "../experiment/index.ts";
import type { Model } from "../model/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { STRESS_SHAPE } from "./result-shapes/stress-shape.ts";
import { fits } from "./shape.ts";
import { warningCautions } from "./summarise.ts";
import type { Summary } from "./summary.ts";
import { jsonText, readJson } from "./summary-json.ts";

/** All that is reported of a battery: what `stress.json` holds and every rendering shows. Plain data. */
export interface StressSummary
  extends Pick<
    Summary,
    "scenario" | "start" | "warmUpDays" | "lengthDays" | "runOutDays" | "seed" | "cautions"
  > {
  readonly report: Omit<StressReport, "cautions">;
}

/** Everything that is reported of a battery; the scenario and its model are those of the plan as it is, as long as the battery needs. */
export function summariseStress(
  scenario: Scenario,
  { clinic }: Model,
  seed: number,
  { cautions, ...report }: StressReport,
): StressSummary {
  const { start, warmUpDays, lengthDays, runOutDays } = clinic.run;
  // A battery may need a shorter run than the file's: dates outside that are none of the file's faults.
  const warnings = scenario.warnings.filter(({ code }) => code !== "outside-run");
  const all: readonly Caution[] = [
    ...cautions,
    ...warningCautions({ warnings, document: scenario.document }),
  ];
  return { scenario: clinic.name, start, warmUpDays, lengthDays, runOutDays, seed, report, cautions: all };
}

const FORMAT = "clinicsim/stress/1";

/** `stress.json`: numbers that are none as in `summary.json`. */
export function stressJson({ report, ...summary }: StressSummary): string {
  return jsonText({ format: FORMAT, ...summary, ...report });
}

/** The summary that `text` was made from; undefined if it was made from none. */
export function readStressJson(text: string): StressSummary | undefined {
  const read = readJson(text, FORMAT);
  if (!fits(read, STRESS_SHAPE)) return undefined;
  const { scenario, start, warmUpDays, lengthDays, runOutDays, seed, cautions, ...report } = read as Omit<
    StressSummary,
    "report"
  > &
    StressSummary["report"];
  return { scenario, start, warmUpDays, lengthDays, runOutDays, seed, cautions, report };
}
