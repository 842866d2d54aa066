import type { Model } from "./compile.ts";
import { worldPlanOf } from "./draws/world-plan.ts";
import { expectedHours } from "./loads/expected-hours.ts";
import { expectedWork } from "./loads/expected-work.ts";
import { capacityParts } from "./loads/person-loads.ts";
import { physicianShares } from "./loads/person-shares.ts";
import { type TeamLoad, teamLoad } from "./loads/team-load.ts";
import { totalOf } from "./loads/total-of.ts";
import { windowDays } from "./window-stretches.ts";

export type { PersonLoad } from "./loads/person-loads.ts";
export type { TeamLoad, WeekLoad } from "./loads/team-load.ts";

export interface OfferedLoads {
  /** Expected over the window of what is let in, follow-ups counted on the day of their thread's first message, threads after an event on its day. */
  readonly threadsPerWeek: number;
  readonly messagesPerWeek: number;
  readonly teams: readonly TeamLoad[];
}

/**
 * The work a clinic expects against the hours it has, by calculation, before anything is simulated: every way that a message
 * may go, with its chance. Left out is what depends on how long patients wait, or on what they have sent before: chasers,
 * duplicates and calls about messages, and what a cap turns away; and calls in place of messages that are turned away. Left
 * out as well are re-reading after interruptions, strangers' messages in times of absence, and that follow-ups come days later
 * than what they follow. Every call counts as answered.
 */
export function offeredLoads(model: Model): OfferedLoads {
  const hours = model.clinic.teams.map((_, team) => expectedHours(model, team));
  const window = windowDays(model);
  const shares = model.clinic.specialties.map((_, specialty) => {
    const { physicianTeam } = worldPlanOf(model).specialties[specialty]!;
    const capacity = physicianTeam < 0 ? [] : capacityParts(hours[physicianTeam]!, window);
    return physicianShares(model, specialty, capacity);
  });
  const work = expectedWork(
    model,
    shares.map(({ strangers }) => strangers),
  );
  const weeks = (window.to - window.from) / 7;
  return {
    threadsPerWeek: totalOf(work.threads, window) / weeks,
    messagesPerWeek: totalOf(work.messages, window) / weeks,
    teams: hours.map((ofTeam, team) => teamLoad(model, team, work, ofTeam, shares)),
  };
}
