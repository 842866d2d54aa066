import type { Caution, InputUncertainty } from "../experiment/index.ts";
import type { Model } from "../model/index.ts";
import type { Summary } from "./summary.ts";
import { jsonText, readJson } from "./summary-json.ts";

/** All that is reported of a run or a comparison whose inputs are not known for sure. Plain data. */
export interface UncertaintySummary
  extends Pick<Summary, "scenario" | "start" | "warmUpDays" | "lengthDays" | "runOutDays"> {
  readonly uncertainty: Omit<InputUncertainty, "cautions">;
  readonly cautions: readonly Caution[];
}

const FORMAT = "clinicsim/uncertainty-summary/1";

/** Everything that is reported; the model is the base's. */
export function summariseUncertainty(
  { clinic }: Model,
  { cautions, ...uncertainty }: InputUncertainty,
): UncertaintySummary {
  const { start, warmUpDays, lengthDays, runOutDays } = clinic.run;
  return { scenario: clinic.name, start, warmUpDays, lengthDays, runOutDays, uncertainty, cautions };
}

/** `uncertainty.json`: numbers that are none as in `summary.json`. */
export function uncertaintyJson(summary: UncertaintySummary): string {
  return jsonText({ format: FORMAT, ...summary });
}

/** The summary that `text` was made from; undefined if it was made from none. */
export function readUncertaintyJson(text: string): UncertaintySummary | undefined {
  return readJson(text, FORMAT) as UncertaintySummary | undefined;
}
