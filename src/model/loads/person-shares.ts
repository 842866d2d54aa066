import type { Model } from "../compile.ts";
import { OwnPhysicians, panelWeights } from "../draws/own-physicians.ts";
import { drawPanel } from "../draws/panel.ts";
import { worldPlanOf } from "../draws/world-plan.ts";

/**
 * Share of what a specialty's patients write that is of each physician's own patients, by ordinal, before any handover: of a
 * fixed panel, who are known, each with what that patient writes; else as the panels are shared out. Empty without physicians.
 */
export function physicianShares(model: Model, specialty: number): readonly number[] {
  const { clinic } = model;
  const { physicianTeam } = worldPlanOf(model).specialties[specialty]!;
  if (physicianTeam < 0) return [];
  const shares = panelWeights(clinic.teams[physicianTeam]!);
  if (clinic.specialties[specialty]!.demand.heterogeneity?.panel !== "fixed") return inParts(shares);
  const { key, weights } = drawPanel(clinic.specialties[specialty]!, clinic.run.seed, 0);
  const physicians = new OwnPhysicians(key, weights.length, shares);
  const written = shares.map(() => 0);
  for (let patient = 0; patient < weights.length; patient += 1) {
    written[physicians.of(patient)]! += weights[patient]!;
  }
  return weights.length > 0 ? inParts(written) : inParts(shares);
}

function inParts(values: readonly number[]): readonly number[] {
  const sum = values.reduce((total, value) => total + value, 0);
  return values.map((value) => value / sum);
}
