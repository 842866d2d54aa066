import { InputError } from "../../errors.ts";
import { type Clinic, compile, type Model } from "../../model/index.ts";
import {
  type JsonObject,
  type JsonValue,
  type Patch,
  parseDocument,
  type Scenario,
} from "../../scenario/index.ts";
import type { Offsets } from "../job.ts";

/** A way to run the clinic, ready to be simulated. */
export interface Variant {
  readonly scenario: Scenario;
  readonly model: Model;
  readonly offsets: Offsets;
}

/** Makes variants of a scenario by changing it. Throws InputError with all that is wrong with a change. */
export type MakeVariant = (patch: Patch) => Promise<Variant>;

/** What does not bear on a run is left out, so that equal clinics are equal whatever else their files say. */
export function bareDocument({ document }: Scenario): JsonObject {
  const { alternatives: _, comparison: __, staffing: ___, evidence: ____, ...rest } = document;
  return rest as unknown as JsonObject;
}

/** Variants of what is left of a document; `clockOf` knows the local clock over a clinic's run. */
export function variantMaker(bare: JsonObject, clockOf: (clinic: Clinic) => Promise<Offsets>): MakeVariant {
  return async (patch) => {
    const { scenario, issues } = parseDocument(bare as JsonValue, { patch });
    if (scenario === undefined) throw new InputError(issues);
    const offsets = await clockOf(scenario.clinic);
    return { scenario, offsets, model: compile(scenario.clinic, offsets.changes) };
  };
}
