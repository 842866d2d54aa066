import type { Model } from "./compile.ts";
import { avoidableResponses } from "./responses/avoidable.ts";
import { backlogResponses } from "./responses/backlog.ts";
import { callResponses } from "./responses/calls.ts";
import { costResponses } from "./responses/cost.ts";
import { frontDoorResponses } from "./responses/front-door.ts";
import { impatienceResponses } from "./responses/impatience.ts";
import { patientResponses } from "./responses/patients.ts";
import { promiseResponses } from "./responses/promises.ts";
import type { RecordedRun } from "./responses/recorded-run.ts";
import { recoveryResponses } from "./responses/recovery.ts";
import type { Response, ResponseDefinition } from "./responses/response.ts";
import { safetyResponses } from "./responses/safety.ts";
import { staffResponses } from "./responses/staff.ts";
import { visitResponses } from "./responses/visits.ts";
import { volumeResponses } from "./responses/volume.ts";
import { whyItWaitedResponses } from "./responses/why-it-waited.ts";

/** Everything a run of this clinic is asked for, in the order of printing; the names are unique. */
export function responseDefinitions(model: Model): readonly ResponseDefinition[] {
  return responsesOf(model);
}

/** A replication's own answers, one per definition. */
export interface ResponseValues {
  readonly values: Float64Array<ArrayBuffer>;
  /** Of ratios, which are NaN over nothing; NaN elsewhere. */
  readonly numerators: Float64Array<ArrayBuffer>;
  readonly denominators: Float64Array<ArrayBuffer>;
}

export function measureResponses(run: RecordedRun): ResponseValues {
  const responses = responsesOf(run.model);
  const values = new Float64Array(responses.length);
  const numerators = new Float64Array(responses.length).fill(Number.NaN);
  const denominators = new Float64Array(responses.length).fill(Number.NaN);
  responses.forEach((response, i) => {
    const measured = response.measure(run);
    if (typeof measured === "number") values[i] = measured;
    else {
      numerators[i] = measured.numerator;
      denominators[i] = measured.denominator;
      values[i] = measured.denominator === 0 ? Number.NaN : measured.numerator / measured.denominator;
    }
  });
  return { values, numerators, denominators };
}

function responsesOf(model: Model): readonly Response[] {
  return [
    ...volumeResponses(model),
    ...patientResponses(model),
    ...impatienceResponses(model),
    ...frontDoorResponses(model),
    ...visitResponses(model),
    ...callResponses(model),
    ...promiseResponses(model),
    ...whyItWaitedResponses(),
    ...safetyResponses(model),
    ...staffResponses(model),
    ...backlogResponses(model),
    ...recoveryResponses(model),
    ...costResponses(model),
    ...avoidableResponses(model),
  ];
}
