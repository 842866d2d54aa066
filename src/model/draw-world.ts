import type { Model } from "./compile.ts";
import { drawArrivals } from "./draws/arrivals.ts";
import { drawDayFactors } from "./draws/day-factor.ts";
import { drawOpeningBacklog } from "./draws/opening-backlog.ts";
import { drawOtherWork } from "./draws/other-work-draws.ts";
import { drawPanel, type Panel, physicianOf } from "./draws/panel.ts";
import { drawPeople } from "./draws/person-days.ts";
import { worldKey } from "./draws/purpose.ts";
import { ThreadBirths } from "./draws/thread-births.ts";
import { type WorldPlan, worldPlanOf } from "./draws/world-plan.ts";
import type { Thread, World } from "./world.ts";

/**
 * All chance of one replication: a function of (model, seed, replication) alone.
 *
 * Stable under change, so that alternatives can be compared pair by pair: staff and policies leave every thread as it was; a
 * higher volume, another patient or a longer run adds threads and keeps those there; another physician takes patients from
 * all colleagues alike and moves no others.
 */
export function drawWorld(model: Model, seed: number, replication: number): World {
  const { clinic, calendar, days } = model;
  const plan = worldPlanOf(model);
  const births = new ThreadBirths();
  const panels = clinic.specialties.map((specialty, index) => {
    const panel = drawPanel(specialty, seed, replication);
    const { pattern, time, threadRate } = plan.specialties[index]!;
    const factors = drawDayFactors(specialty.demand.dayFactor, plan.firstDate, days, seed, replication);
    drawOpeningBacklog(specialty, index, seed, replication, births);
    drawArrivals(
      {
        specialty: index,
        key: worldKey(seed, replication, ["arrivals", specialty.name]),
        panel,
        threadRate,
        time,
        byDay: pattern.byDay.map((factor, day) => factor * factors[day]!),
      },
      births,
    );
    return panel;
  });
  return {
    days,
    threads: threadsOf(model, plan, panels, births),
    work: drawOtherWork(plan.feeds, calendar, days, plan.firstDate, seed, replication),
    people: drawPeople(clinic, calendar, days, plan.overruns, seed, replication),
  };
}

function threadsOf(
  { clinic }: Model,
  plan: WorldPlan,
  panels: readonly Panel[],
  births: ThreadBirths,
): Thread[] {
  const threads: Thread[] = [];
  for (const index of births.inOrder()) {
    const specialty = births.specialty(index);
    const patient = births.patient(index);
    const { attributes, physicianTeam: team } = plan.specialties[specialty]!;
    const drawn = attributes.draw(births.key(index));
    threads.push({
      id: threads.length,
      specialty,
      patient,
      topic: drawn.topic,
      urgent: drawn.urgent,
      flagged: drawn.flagged,
      seenUrgent: drawn.seenUrgent,
      team,
      person: team < 0 ? -1 : physicianOf(panels[specialty]!, patient, clinic.teams[team]!.count),
      sent: births.sent(index),
      rounds: drawn.rounds,
    });
  }
  return threads;
}
