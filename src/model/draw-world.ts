import type { Model } from "./compile.ts";
import { drawArrivals } from "./draws/arrivals.ts";
import { drawDayFactors } from "./draws/day-factor.ts";
import { drawFlares } from "./draws/flare-threads.ts";
import { drawOpeningBacklog } from "./draws/opening-backlog.ts";
import { drawOtherWork } from "./draws/other-work-draws.ts";
import { OwnPhysicians, panelWeights } from "./draws/own-physicians.ts";
import { drawPanel, type Panel } from "./draws/panel.ts";
import { NO_VISITS, visitDistance } from "./draws/patient-visits.ts";
import { drawPeople } from "./draws/person-days.ts";
import { worldKey } from "./draws/purpose.ts";
import { bearRecorded, type RecordedBirth } from "./draws/recorded-births.ts";
import { ThreadBirths } from "./draws/thread-births.ts";
import { drawTriggered } from "./draws/triggered-threads.ts";
import { type WorldPlan, worldPlanOf } from "./draws/world-plan.ts";
import type { RecordedArrivals } from "./recorded-arrivals.ts";
import type { Thread, World } from "./world.ts";

/**
 * All chance of one replication: a function of (model, seed, replication) alone.
 *
 * Stable under change, so that alternatives can be compared pair by pair: staff leave every thread as it was, and a policy
 * all that it does not decide; a higher volume, another patient, another trigger or a longer run adds threads and keeps those
 * there; another physician takes patients from all colleagues alike and moves no others.
 *
 * With recorded arrivals, these come in place of all messages of patients' own that would be drawn, and who is known to have been away is
 * away; everything else is drawn as ever.
 */
export function drawWorld(
  model: Model,
  seed: number,
  replication: number,
  arrivals?: RecordedArrivals,
): World {
  const { clinic, calendar, days } = model;
  const plan = worldPlanOf(model);
  const births = new ThreadBirths(calendar.portal, model.end);
  const panels = clinic.specialties.map((specialty, index) => {
    const panel = drawPanel(specialty, seed, replication);
    const { pattern, time, threadRate, triggers } = plan.specialties[index]!;
    if (arrivals !== undefined) return panel;
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
    drawTriggered(
      { specialty, index, triggers, calendar, days, firstDate: plan.firstDate },
      seed,
      replication,
      births,
    );
    drawFlares(specialty, index, model.end, seed, replication, births);
    return panel;
  });
  const recorded = arrivals && bearRecorded(arrivals, seed, replication, births);
  const patients = arrivals?.patients ?? panels.map(({ weights }) => weights.length);
  return {
    days,
    threads: threadsOf(model, plan, { panels, patients, births, recorded: recorded ?? [] }),
    work: drawOtherWork(plan.feeds, calendar, days, plan.firstDate, seed, replication),
    people: drawPeople(clinic, calendar, days, plan.overruns, seed, replication).map((team, index) =>
      team.map((person, ordinal) => {
        const absent = arrivals?.away?.[index]?.[ordinal];
        return absent === undefined ? person : { ...person, absent };
      }),
    ),
  };
}

interface BornThreads {
  /** By specialty. */
  readonly panels: readonly Panel[];
  readonly patients: readonly number[];
  readonly births: ThreadBirths;
  /** By index of the birth; none where nothing was recorded. */
  readonly recorded: readonly RecordedBirth[];
}

function threadsOf(
  { clinic, calendar }: Model,
  plan: WorldPlan,
  { panels, patients, births, recorded }: BornThreads,
): Thread[] {
  const physicians = panels.map(({ key }, specialty) => {
    const { physicianTeam } = plan.specialties[specialty]!;
    const shares = physicianTeam < 0 ? [] : panelWeights(clinic.teams[physicianTeam]!);
    return new OwnPhysicians(key, patients[specialty]!, shares);
  });
  const threads: Thread[] = [];
  for (const index of births.inOrder()) {
    const specialty = births.specialty(index);
    const patient = births.patient(index);
    const sent = births.sent(index);
    const was = recorded[index];
    const { attributes, physicianTeam, visitInterval } = plan.specialties[specialty]!;
    const drawn = attributes.draw(births.key(index), {
      topic: births.topic(index),
      isIn: sent < 0,
      ...(was === undefined ? {} : { recorded: was.thread }),
      visit:
        visitInterval === Number.POSITIVE_INFINITY
          ? NO_VISITS
          : visitDistance(
              panels[specialty]!.key,
              patient,
              plan.firstDate + calendar.dayOf(sent),
              visitInterval,
            ),
    });
    threads.push({
      id: threads.length,
      specialty,
      patient,
      topic: drawn.topic,
      urgent: drawn.urgent,
      flagged: drawn.flagged,
      seenUrgent: drawn.seenUrgent,
      team: physicianTeam,
      person: physicians[specialty]!.of(patient),
      sent,
      rounds: drawn.rounds,
      ...(was === undefined ? {} : { recorded: was.times }),
    });
  }
  return threads;
}
