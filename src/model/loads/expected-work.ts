import { createDistribution } from "../../random/index.ts";
import { MINUTES_PER_YEAR } from "../../units.ts";
import type { Specialty } from "../clinic.ts";
import type { Model } from "../compile.ts";
import { portalPatients } from "../draws/panel.ts";
import { happensOn } from "../draws/triggered-threads.ts";
import { worldPlanOf } from "../draws/world-plan.ts";
import { type ThreadWork, threadWork } from "./thread-work.ts";

/** Expected minutes of a team's work by day of the run on which it comes in. */
interface TeamWork {
  readonly messageMinutes: Float64Array;
  readonly callMinutes: Float64Array;
  readonly otherMinutes: Float64Array;
  /** Of those, what comes to each person alike. */
  readonly perPersonMinutes: Float64Array;
}

export interface ExpectedWork {
  /** New threads and all messages that are let in by day, follow-ups on the day of their thread, threads after an event on its day. */
  readonly threads: Float64Array;
  readonly messages: Float64Array;
  readonly teams: readonly TeamWork[];
  /** By specialty: minutes its physicians' team needs for messages. */
  readonly physicianMinutes: readonly Float64Array[];
}

/** `strangers`: by specialty, the share that is answered by somebody else than the patient's own physician. */
export function expectedWork(model: Model, strangers: readonly number[]): ExpectedWork {
  const { clinic, days } = model;
  const threads = new Float64Array(days);
  const messages = new Float64Array(days);
  const teams = clinic.teams.map(() => ({
    messageMinutes: new Float64Array(days),
    callMinutes: new Float64Array(days),
    otherMinutes: new Float64Array(days),
    perPersonMinutes: new Float64Array(days),
  }));
  const physicianMinutes = clinic.specialties.map(() => new Float64Array(days));
  clinic.specialties.forEach((specialty, index) => {
    const { physicianTeam } = worldPlanOf(model).specialties[index]!;
    const unknown = 1 + strangers[index]! * (specialty.unknownPatient - 1);
    for (const { work, byDay } of threadsByDay(model, index)) {
      for (let day = 0; day < days; day += 1) {
        const sent = byDay[day]!;
        threads[day]! += sent * work.letIn;
        messages[day]! += sent * work.messages;
        for (let team = 0; team < teams.length; team += 1) {
          teams[team]!.messageMinutes[day]! += sent * work.minutes[team]!;
        }
        if (physicianTeam < 0) continue;
        const minutes = sent * work.minutes[teams.length]! * unknown;
        physicianMinutes[index]![day]! += minutes;
        teams[physicianTeam]!.messageMinutes[day]! += minutes;
      }
    }
    addOtherWork(model, specialty, teams);
  });
  return { threads, messages, teams, physicianMinutes };
}

/** Threads of a kind, and how many of them are sent by day of the run. */
interface ThreadsOfAKind {
  readonly work: ThreadWork;
  readonly byDay: Float64Array;
}

function threadsByDay(model: Model, index: number): ThreadsOfAKind[] {
  const { clinic, calendar, days } = model;
  const specialty = clinic.specialties[index]!;
  const { pattern, time, threadRate, physicianTeam, visitInterval } = worldPlanOf(model).specialties[index]!;
  const under = { rules: model.specialties[index]!, visitInterval, hasPhysicians: physicianTeam >= 0 };
  const byTopic = specialty.topics.map((topic, t) => threadWork(topic, t, under));
  const patients = portalPatients(specialty);
  const sent = new Float64Array(days);
  let counted = 0;
  for (let day = 0; day < days; day += 1) {
    const until = time.countedAtEndOf(day);
    sent[day] = patients * threadRate * (until - counted) * pattern.byDay[day]!;
    counted = until;
  }
  const kinds: ThreadsOfAKind[] = [{ work: meanOf(specialty, byTopic), byDay: sent }];
  if (patients === 0) return kinds;
  for (const trigger of specialty.triggers) {
    const { topic, perBusinessDay, probability } = trigger;
    const each = perBusinessDay * probability;
    const byDay = sent.map((_, day) =>
      calendar.isOpenDay(day) && happensOn(trigger, calendar.dateOf(day)) ? each : 0,
    );
    kinds.push({ work: byTopic[topic]!, byDay });
  }
  if (specialty.flares !== undefined) {
    const { topic, perPatientYear, messages } = specialty.flares;
    const rate = (patients * perPatientYear * messages) / MINUTES_PER_YEAR;
    const byDay = sent.map((_, day) => rate * (calendar.dayStart(day + 1) - calendar.dayStart(day)));
    kinds.push({ work: byTopic[topic]!, byDay });
  }
  return kinds;
}

/** Threads that are expected in the run, by topic. */
export function threadsByTopic(model: Model, index: number): readonly number[] {
  const { topics, triggers, flares } = model.clinic.specialties[index]!;
  const [usual, ...others] = threadsByDay(model, index).map(({ byDay }) =>
    byDay.reduce((sum, one) => sum + one, 0),
  );
  const shares = topics.reduce((sum, { share }) => sum + share, 0);
  const threads = topics.map(({ share }) => (usual! * share) / shares);
  const sources = [...triggers, ...(flares === undefined ? [] : [flares])];
  others.forEach((count, i) => {
    threads[sources[i]!.topic]! += count;
  });
  return threads;
}

function meanOf({ topics }: Specialty, works: readonly ThreadWork[]): ThreadWork {
  const shares = topics.reduce((sum, { share }) => sum + share, 0);
  const mean = (of: (work: ThreadWork) => number) =>
    works.reduce((sum, work, topic) => sum + (topics[topic]!.share / shares) * of(work), 0);
  return {
    letIn: mean(({ letIn }) => letIn),
    messages: mean(({ messages }) => messages),
    minutes: works[0]!.minutes.map((_, team) => mean(({ minutes }) => minutes[team]!)),
  };
}

function addOtherWork(
  { clinic, calendar, days }: Model,
  specialty: Specialty,
  teams: readonly TeamWork[],
): void {
  for (const work of specialty.otherWork) {
    const streams = work.perPerson ? clinic.teams[work.team]!.count : 1;
    const minutes = streams * work.perBusinessDay * createDistribution(work.minutes).mean;
    const team = teams[work.team]!;
    const byDay = work.interrupts ? team.callMinutes : team.otherMinutes;
    const own = work.perPerson && !work.interrupts && clinic.teams[work.team]!.role === "physician";
    for (let day = 0; day < days; day += 1) {
      if (!calendar.isOpenDay(day)) continue;
      byDay[day]! += minutes;
      if (own) team.perPersonMinutes[day]! += minutes;
    }
  }
}
