import {
  type Demand,
  type Flares,
  type Impatience,
  type OtherWork,
  type Specialty,
  type Topic,
  type Trigger,
  VISIT_MODES,
} from "../../model/index.ts";
import { MINUTES_PER_YEAR } from "../../units.ts";
import type { SpecialtyDocument } from "../format/scenario-schema.ts";
import { distributionSpec } from "../quantities/distribution.ts";
import { readDuration } from "../quantities/duration.ts";
import { readEvents } from "../quantities/events.ts";
import { readNotice } from "../quantities/notice.ts";
import { readGrowth } from "../quantities/per-year.ts";
import { checked } from "../quantities/reading.ts";
import { readFlareRate, readVolume, type Volume } from "../quantities/volume.ts";
import { readWorkVolume } from "../quantities/work-volume.ts";
import { buildOwnPolicies } from "./build-policies.ts";
import { namesOf } from "./names-of.ts";

/** A specialty; `teamNames` in the clinic's order, by which other work finds its team. */
export function buildSpecialty(
  name: string,
  written: SpecialtyDocument,
  teamNames: readonly string[],
): Specialty {
  const { openingBacklog, calls, flares, visits, policies } = written;
  const topicNames = namesOf(written.topics);
  const workNames = namesOf(written.otherWork);
  return {
    name,
    patients: written.patients,
    portalShare: written.portalShare,
    demand: buildDemand(written),
    topics: topicNames.map((topic) => buildTopic(topic, written.topics[topic]!)),
    otherWork: workNames.map((work) => buildWork(work, written.otherWork[work]!, teamNames)),
    ...(calls === undefined
      ? {}
      : { calls: { source: workNames.indexOf(calls.source), minutes: distributionSpec(calls.minutes) } }),
    impatience: buildImpatience(written.impatience),
    triggers: namesOf(written.triggers).map((trigger) =>
      buildTrigger(trigger, written.triggers[trigger]!, topicNames),
    ),
    ...(flares === undefined ? {} : { flares: buildFlares(flares, written, topicNames) }),
    visitsPerYear: visits.perPatientPerYear,
    slots: buildSlots(visits.slots),
    bookAs: visits.bookAs,
    unknownPatient: written.unknownPatient,
    answerDelay: distributionSpec(written.answerDelay),
    ...(policies === undefined ? {} : { policies: buildOwnPolicies(policies) }),
    openingBacklog: { messages: openingBacklog.messages, age: checked(readDuration(openingBacklog.age)) },
  };
}

/** Mean rate of one portal patient [1/min]; 0 where nobody has an account. */
function ratePerPortalPatient(
  { rate, per }: Volume,
  { patients, portalShare }: Pick<SpecialtyDocument, "patients" | "portalShare">,
): number {
  if (per === "portal patient") return rate;
  return portalShare > 0 ? rate / (patients * portalShare) : 0;
}

function buildDemand(written: SpecialtyDocument): Demand {
  const { counts, patientHeterogeneity, dayFactor, growth, timeline, profile } = written.demand;
  return {
    rate: ratePerPortalPatient(checked(readVolume(written.demand.volume)), written),
    counts,
    ...(patientHeterogeneity === undefined ? {} : { heterogeneity: patientHeterogeneity }),
    dayFactor,
    ...(growth === undefined
      ? {}
      : { growth: { ratePerYear: checked(readGrowth(growth.rate)), from: growth.from } }),
    timeline: timeline.map(({ from, to, factor }) => ({ from, to, factor })),
    profile,
  };
}

function buildTopic(name: string, written: SpecialtyDocument["topics"][string]): Topic {
  const { followUp, minutes, ...rest } = written;
  return {
    name,
    ...rest,
    followUp: { ...followUp, delay: distributionSpec(followUp.delay) },
    minutes: {
      triage: distributionSpec(minutes.triage),
      clerk: distributionSpec(minutes.clerk ?? minutes.nurse),
      nurse: distributionSpec(minutes.nurse),
      physician: distributionSpec(minutes.physician),
    },
  };
}

function buildWork(
  name: string,
  written: SpecialtyDocument["otherWork"][string],
  teamNames: readonly string[],
): OtherWork {
  const { perBusinessDay, per } = checked(readWorkVolume(written.volume));
  const interrupts = written.interrupts === "messages";
  const patience =
    interrupts && written.patience !== undefined ? { patience: distributionSpec(written.patience) } : {};
  return {
    name,
    team: teamNames.indexOf(written.team),
    perBusinessDay,
    perPerson: per !== "team",
    minutes: distributionSpec(written.minutes),
    interrupts,
    ...patience,
    order: written.order,
  };
}

function buildImpatience({ chaser, call, emergency }: SpecialtyDocument["impatience"]): Impatience {
  return {
    ...(chaser === undefined ? {} : { chaser: { ...chaser, after: distributionSpec(chaser.after) } }),
    ...(call === undefined ? {} : { call: { ...call, after: distributionSpec(call.after) } }),
    ...(emergency === undefined
      ? {}
      : { emergency: { ...emergency, after: distributionSpec(emergency.after) } }),
  };
}

function buildTrigger(
  name: string,
  written: SpecialtyDocument["triggers"][string],
  topicNames: readonly string[],
): Trigger {
  return {
    name,
    perBusinessDay: checked(readEvents(written.events)),
    probability: written.probability,
    delay: distributionSpec(written.delay),
    topic: topicNames.indexOf(written.topic),
    ...(written.from === undefined ? {} : { from: written.from }),
    ...(written.to === undefined ? {} : { to: written.to }),
  };
}

function buildFlares(
  { rate, messages, over, topic }: NonNullable<SpecialtyDocument["flares"]>,
  specialty: Pick<SpecialtyDocument, "patients" | "portalShare">,
  topicNames: readonly string[],
): Flares {
  return {
    perPatientYear: ratePerPortalPatient(checked(readFlareRate(rate)), specialty) * MINUTES_PER_YEAR,
    messages,
    over: checked(readDuration(over)),
    topic: topicNames.indexOf(topic),
  };
}

function buildSlots(written: SpecialtyDocument["visits"]["slots"]): Specialty["slots"] {
  const modes = VISIT_MODES.flatMap((mode) => {
    const slots = written[mode];
    if (slots === undefined) return [];
    return [
      [mode, { perBusinessDay: slots.perBusinessDay, notice: checked(readNotice(slots.notice)) }] as const,
    ];
  });
  return Object.fromEntries(modes);
}
