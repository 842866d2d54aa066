import { createDistribution, type Distribution } from "../../random/index.ts";
import type { Model } from "../compile.ts";
import { dayNumber } from "../local-date.ts";
import { physicianTeamOf } from "../physician-team.ts";
import { newThreadRate } from "../thread-rate.ts";
import { type DemandPattern, demandPattern } from "./demand-pattern.ts";
import { OperationalTime } from "./operational-time.ts";
import { visitInterval } from "./patient-visits.ts";
import { ThreadAttributeTables } from "./thread-attributes.ts";
import { planTriggers, type TriggerPlan } from "./triggered-threads.ts";
import { type WorkFeed, workFeeds } from "./work-feeds.ts";

/** What the drawing of a specialty's threads needs that is the same in every replication. */
interface SpecialtyPlan {
  readonly pattern: DemandPattern;
  readonly time: OperationalTime;
  /** New threads per portal patient [1/min]. */
  readonly threadRate: number;
  readonly attributes: ThreadAttributeTables;
  readonly triggers: readonly TriggerPlan[];
  /** −1 where there is none. */
  readonly physicianTeam: number;
  /** [days] Between a patient's regular visits, as front doors need it; Infinity where there are none. */
  readonly visitInterval: number;
}

/** Tables and distributions of a clinic, made once for all its replications. */
export interface WorldPlan {
  /** [days since 1970] of day 0 */
  readonly firstDate: number;
  readonly specialties: readonly SpecialtyPlan[];
  readonly feeds: readonly WorkFeed[];
  /** By team; absent where sessions never run over. */
  readonly overruns: readonly (Distribution | undefined)[];
}

const PLANS = new WeakMap<Model, WorldPlan>();

/** A model's plan, kept as long as the model is: closures made anew for each replication would undo the compiler's work on them. */
export function worldPlanOf(model: Model): WorldPlan {
  const known = PLANS.get(model);
  if (known !== undefined) return known;
  const plan = planWorld(model);
  PLANS.set(model, plan);
  return plan;
}

function planWorld({ clinic, calendar, days, specialties }: Model): WorldPlan {
  const referenceYear = calendar.year(clinic.run.warmUpDays);
  return {
    firstDate: dayNumber(clinic.run.start),
    specialties: clinic.specialties.map((specialty, index) => {
      const pattern = demandPattern(specialty.demand, calendar, days, referenceYear);
      return {
        pattern,
        time: new OperationalTime(pattern, calendar, days),
        threadRate: newThreadRate(specialty),
        attributes: new ThreadAttributeTables(specialty, specialties[index]!),
        triggers: planTriggers(specialty),
        physicianTeam: physicianTeamOf(clinic.teams, index),
        visitInterval: visitInterval(specialties[index]!.frontDoor.length > 0 ? specialty.visitsPerYear : 0),
      };
    }),
    feeds: workFeeds(clinic),
    overruns: clinic.teams.map(({ overrun }) => overrun && createDistribution(overrun)),
  };
}
