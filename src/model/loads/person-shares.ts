import type { Model } from "../compile.ts";
import { OwnPhysicians, panelWeights } from "../draws/own-physicians.ts";
import { drawPanel } from "../draws/panel.ts";
import { worldPlanOf } from "../draws/world-plan.ts";
import { windowDays } from "../window-stretches.ts";

/** Who answers what a specialty's patients write to their physicians. */
export interface PhysicianShares {
  /** By ordinal; sum 1. */
  readonly shares: readonly number[];
  /** Share that is answered by somebody who is not the patient's own physician, while nobody is away. */
  readonly strangers: number;
}

/**
 * By what routing does while nobody is away: own patients' messages to whom it sends them, and what is in a line of all, or
 * goes to the least loaded, in parts as `capacity` has it, by ordinal; or in equal parts where people take turns at that line.
 */
export function physicianShares(
  model: Model,
  specialty: number,
  capacity: readonly number[],
): PhysicianShares {
  const { physicianTeam } = worldPlanOf(model).specialties[specialty]!;
  if (physicianTeam < 0) return { shares: [], strangers: 0 };
  const owners = ownerShares(model, specialty, physicianTeam);
  const { routing } = model.specialties[specialty]!;
  const count = owners.length;
  const everybody = { count, isAway: () => false, burden: () => 0 };
  const takeTurns = sharedWorkers(model, physicianTeam) < count;
  const shares = new Array<number>(count).fill(0);
  let strangers = 0;
  owners.forEach((share, owner) => {
    const to = routing.looksAround ? -1 : routing.personFor(owner, everybody);
    for (let ordinal = 0; ordinal < count; ordinal += 1) {
      const ofLine = takeTurns ? 1 / count : capacity[ordinal]!;
      const part = share * (to < 0 ? ofLine : to === ordinal ? 1 : 0);
      shares[ordinal]! += part;
      if (ordinal !== owner) strangers += part;
    }
  });
  return { shares, strangers };
}

/** How many people of a team work from its shared line on a day on which nobody is away. */
export function sharedWorkers(model: Model, team: number): number {
  const { count } = model.clinic.teams[team]!;
  const routing = model.routings[team];
  if (routing === undefined) return count;
  const day = { count, openDaysBefore: 0, isAway: () => false };
  let workers = 0;
  for (let ordinal = 0; ordinal < count; ordinal += 1) if (routing.worksShared(ordinal, day)) workers += 1;
  return workers;
}

/**
 * Share of what patients write that is of each physician's own patients, by ordinal, in the mean over the days of the window:
 * of a fixed panel, who are known, each with what that patient writes; else as panels are shared out.
 */
function ownerShares(model: Model, specialty: number, team: number): readonly number[] {
  const { from, to } = windowDays(model);
  const current = [...initialShares(model, specialty, team)];
  const mean = current.map(() => 0);
  let since = from;
  const count = (until: number) => {
    current.forEach((share, ordinal) => {
      mean[ordinal]! += share * ((until - since) / (to - from));
    });
    since = until;
  };
  for (const handover of model.teams[team]!.handovers) {
    count(Math.min(Math.max(handover.day, from), to));
    current[handover.to]! += current[handover.from]!;
    current[handover.from] = 0;
  }
  count(to);
  return mean;
}

function initialShares({ clinic }: Model, specialty: number, team: number): readonly number[] {
  const shares = panelWeights(clinic.teams[team]!);
  const itsSpecialty = clinic.specialties[specialty]!;
  if (itsSpecialty.demand.heterogeneity?.panel !== "fixed") return inParts(shares);
  const { key, weights } = drawPanel(itsSpecialty, clinic.run.seed, 0);
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
