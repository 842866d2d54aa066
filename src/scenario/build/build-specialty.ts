import type { Demand, OtherWork, Specialty, Topic } from "../../model/index.ts";
import type { SpecialtyDocument } from "../format/scenario-schema.ts";
import { distributionSpec } from "../quantities/distribution.ts";
import { readDuration } from "../quantities/duration.ts";
import { readGrowth } from "../quantities/per-year.ts";
import { checked } from "../quantities/reading.ts";
import { readVolume } from "../quantities/volume.ts";
import { readWorkVolume } from "../quantities/work-volume.ts";
import { namesOf } from "./names-of.ts";

/** A specialty; `teamNames` in the clinic's order, by which other work finds its team. */
export function buildSpecialty(
  name: string,
  written: SpecialtyDocument,
  teamNames: readonly string[],
): Specialty {
  const { openingBacklog } = written;
  return {
    name,
    patients: written.patients,
    portalShare: written.portalShare,
    demand: buildDemand(written),
    topics: namesOf(written.topics).map((topic) => buildTopic(topic, written.topics[topic]!)),
    otherWork: namesOf(written.otherWork).map((work) => buildWork(work, written.otherWork[work]!, teamNames)),
    urgencyFlag: written.urgencyFlag,
    openingBacklog: { messages: openingBacklog.messages, age: checked(readDuration(openingBacklog.age)) },
  };
}

/** Mean rate of one portal patient [1/min]; 0 where nobody has an account. */
function ratePerPortalPatient({ patients, portalShare, demand }: SpecialtyDocument): number {
  const { rate, per } = checked(readVolume(demand.volume));
  if (per === "portal patient") return rate;
  return portalShare > 0 ? rate / (patients * portalShare) : 0;
}

function buildDemand(written: SpecialtyDocument): Demand {
  const { counts, patientHeterogeneity, dayFactor, growth, timeline, profile } = written.demand;
  return {
    rate: ratePerPortalPatient(written),
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
  const { share, urgent, lowestRole, needsVisit, followUp, minutes, complexity } = written;
  return {
    name,
    share,
    urgent,
    lowestRole,
    needsVisit,
    followUp: { ...followUp, delay: distributionSpec(followUp.delay) },
    minutes: {
      triage: distributionSpec(minutes.triage),
      nurse: distributionSpec(minutes.nurse),
      physician: distributionSpec(minutes.physician),
    },
    complexity,
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
