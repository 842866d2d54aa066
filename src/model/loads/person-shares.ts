import type { Model } from "../compile.ts";
import { drawPanel, physicianOf } from "../draws/panel.ts";
import { worldPlanOf } from "../draws/world-plan.ts";

/**
 * Share of a specialty's messages that each physician of its team answers, by ordinal: of the patients of a fixed panel, who
 * are known, each with what that patient writes; else all alike. Empty where the specialty has no physicians.
 */
export function physicianShares(model: Model, specialty: number): readonly number[] {
  const { clinic } = model;
  const { physicianTeam } = worldPlanOf(model).specialties[specialty]!;
  if (physicianTeam < 0) return [];
  const { count } = clinic.teams[physicianTeam]!;
  const alike = new Array<number>(count).fill(1 / count);
  const known = clinic.specialties[specialty]!.demand.heterogeneity?.panel === "fixed";
  if (!known || clinic.policies.routing.type !== "own-physician") return alike;
  const panel = drawPanel(clinic.specialties[specialty]!, clinic.run.seed, 0);
  const weights = new Array<number>(count).fill(0);
  for (let patient = 0; patient < panel.weights.length; patient += 1) {
    weights[physicianOf(panel, patient, count)]! += panel.weights[patient]!;
  }
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return sum > 0 ? weights.map((weight) => weight / sum) : alike;
}
