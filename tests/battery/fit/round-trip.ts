import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  assumedCalls,
  baseScenario,
  composeScenario,
  fitExtract,
  localOffsets,
  type SpecialtyFit,
} from "../../../src/experiment/index.ts";
import {
  type Clinic,
  calendarDays,
  ROLES,
  rankOf,
  type Specialty,
  scopeOf,
} from "../../../src/model/index.ts";
import * as zone from "../../../src/node/zone.ts";
import { createDistribution } from "../../../src/random/index.ts";
import { formatPath, parseScenario, type Scenario } from "../../../src/scenario/index.ts";
import { MINUTES_PER_MONTH } from "../../../src/units.ts";
import { extractOfScenario } from "../../experiment/fit/extract-of-log.ts";

export const SHIPPED = [
  "rheum",
  "dermatology",
  "mental-health",
  "surgery",
  "hospital",
  "study-2019-2022",
] as const;

/** What a fit said of one parameter whose true value is known. */
export interface Told {
  readonly kind: string;
  readonly truth: number;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

export function shipped(name: string): Scenario {
  const text = readFileSync(join(import.meta.dirname, `../../../scenarios/${name}.json`), "utf8");
  const { scenario, issues } = parseScenario(text);
  if (scenario === undefined) throw new Error(JSON.stringify(issues));
  return scenario;
}

/** fit(synth(scenario)) against the scenario, for one seed. */
export function roundTrip(scenario: Scenario, seed: number): readonly Told[] {
  const { clinic } = scenario;
  const offsets = localOffsets(zone, clinic.calendar.timeZone, clinic.run.start, calendarDays(clinic.run));
  const extract = extractOfScenario(scenario, { offsets, seed });
  const accounts = Object.fromEntries(
    clinic.specialties.map((s) => [s.name, Math.round(s.patients * s.portalShare)]),
  );
  const base = baseScenario();
  const fit = fitExtract(extract, {
    calendar: clinic.calendar,
    accounts,
    calls: (specialty) => assumedCalls(base.clinic, specialty),
  });
  const told = fit.specialties.flatMap((each) =>
    ofSpecialty(
      each,
      clinic.specialties.find(({ name }) => name === each.name)!,
      accounts[each.name]!,
      clinic,
    ),
  );
  told.push(
    ...replyMinutes(composeScenario(fit, { name: "again", base, records: "synth" }).scenario, clinic),
  );
  for (const team of fit.teams) {
    const truth = clinic.teams.find(
      ({ role, serves }) =>
        role === team.role && serves.some((s) => team.serves.includes(clinic.specialties[s]!.name)),
    );
    if (truth === undefined) continue;
    if (team.absence.seesWeeks)
      told.push({
        kind: "weeks of vacation",
        truth: truth.absence.vacationWeeks,
        ...team.absence.vacationWeeks,
      });
  }
  return told;
}

function ofSpecialty(fit: SpecialtyFit, truth: Specialty, accounts: number, clinic: Clinic): Told[] {
  const told: Told[] = [];
  const add = (
    kind: string,
    value: number,
    bounds: { readonly estimate: number; readonly low: number; readonly high: number },
  ) => {
    if (Number.isFinite(bounds.estimate)) told.push({ kind, truth: value, ...bounds });
  };
  const { demand, impatience } = truth;
  const onTop = truth.triggers.length > 0 || truth.flares !== undefined;
  if (!onTop) {
    const month = (rate: number) => rate * MINUTES_PER_MONTH;
    const { volume } = fit;
    const last = demand.timeline.at(-1)?.factor ?? 1;
    add("volume", month(demand.rate * last) * accounts, {
      estimate: month(volume.estimate),
      low: month(volume.low),
      high: month(volume.high),
    });
    if (demand.heterogeneity !== undefined && fit.heterogeneity !== undefined) {
      add("unevenness of patients", demand.heterogeneity.shape, fit.heterogeneity.shape);
    }
    add("busy days, cv", demand.dayFactor.cv, fit.dayFactor.cv);
    if (!(fit.dayFactor.cv.low === 0))
      add("busy days, carry-over", demand.dayFactor.carryOver, fit.dayFactor.carryOver);
    if (demand.timeline.length === 0 && fit.trend !== undefined) {
      const grown = (x: number) => 1 + x;
      const { growth } = fit.trend;
      add("growth, factor a year", 1, {
        estimate: grown(growth.estimate),
        low: grown(growth.low),
        high: grown(growth.high),
      });
    }
  }
  if (impatience.chaser !== undefined) {
    add("chasers, chance", impatience.chaser.probability, fit.chasers.probability);
    if (fit.chasers.delay !== undefined) {
      add("chasers, mean delay", createDistribution(impatience.chaser.after).mean, fit.chasers.delay.mean);
    }
    add("chasers, duplicates", impatience.chaser.duplicates, fit.chasers.duplicates);
  }
  const delay = fit.topics.find(({ ownDelay }) => !ownDelay)?.delay;
  if (delay !== undefined)
    add("next message, mean delay", createDistribution(truth.topics[0]!.followUp.delay).mean, delay.mean);
  const resident = clinic.teams.some(
    ({ role, serves }) => role === "resident" && serves.some((s) => clinic.specialties[s] === truth),
  );
  for (const topic of fit.topics) {
    const real = truth.topics.find(({ name }) => name === topic.name)!;
    if (!onTop) add("topic, share", real.share, topic.share);
    if (real.urgent > 0) add("topic, urgent", real.urgent, topic.urgent);
    add("next message, chance", real.followUp.probability, topic.followUp);
    add("next message, thanks", real.followUp.thanks, topic.thanks);
    if (real.unsuitable === 0 && !resident) {
      add(
        "answered by physicians",
        beyondOthers(real, truth, clinic),
        topic.closers.shares[rankOf("physician")]!,
      );
    }
    if (topic.minutes.triage !== undefined && topic.ownMinutes.includes("triage")) {
      add("minutes of reading", createDistribution(real.minutes.triage).mean, topic.minutes.triage.mean);
    }
  }
  return told;
}

/** Minutes of replies by those who read first, as the written scenario and its ledger have them. */
function replyMinutes({ clinic, ledger }: Scenario, truth: Clinic): readonly Told[] {
  const minutes = (written: unknown) => Number.parseFloat(`${written}`);
  return clinic.specialties.flatMap(({ name, topics }) =>
    topics.flatMap((topic) =>
      (["clerk", "nurse"] as const).flatMap((scope): Told[] => {
        const path = formatPath(["specialties", name, "topics", topic.name, "minutes", scope]);
        const entry = ledger.find((each) => each.path === path && each.grade === "local");
        const real = truth.specialties
          .find((s) => s.name === name)!
          .topics.find((t) => t.name === topic.name)!;
        // Who may close nothing of it only answers what belongs elsewhere, on reading.
        const closes = ROLES.some((role) => scopeOf(role) === scope && (real.lowestRole[role] ?? 0) > 0);
        if (entry?.range === undefined || !closes) return [];
        const kind =
          real.unsuitable === 0
            ? `minutes of a ${scope}'s reply`
            : `minutes of a ${scope}'s reply, where some belong elsewhere`;
        return [
          {
            kind,
            truth: createDistribution(real.minutes[scope]).mean,
            estimate: createDistribution(topic.minutes[scope]).mean,
            low: minutes(entry.range[0]),
            high: minutes(entry.range[1]),
          },
        ];
      }),
    ),
  );
}

/** Of messages about a topic, those that need more than anybody but physicians may do. */
function beyondOthers(topic: Specialty["topics"][number], specialty: Specialty, clinic: Clinic): number {
  const others = clinic.teams
    .filter(
      ({ role, serves }) => role !== "physician" && serves.some((s) => clinic.specialties[s] === specialty),
    )
    .map(({ role }) => rankOf(role));
  const highest = Math.max(-1, ...others);
  return ROLES.reduce((sum, role) => sum + (rankOf(role) > highest ? (topic.lowestRole[role] ?? 0) : 0), 0);
}

export interface Coverage {
  readonly kind: string;
  readonly intervals: number;
  /** Share of intervals with the truth in them. */
  readonly covered: number;
  /** Median of |estimate − truth| ∕ truth. */
  readonly error: number;
  /** Median of (mean estimate over the kind is not meant) estimate ∕ truth. */
  readonly ratio: number;
}

export function coverageOf(told: readonly Told[]): readonly Coverage[] {
  const kinds = [...new Set(told.map(({ kind }) => kind))].sort();
  return kinds.map((kind) => {
    const mine = told.filter((each) => each.kind === kind);
    const bounded = mine.filter(({ low, high }) => Number.isFinite(low) && Number.isFinite(high));
    const covered = bounded.filter(({ truth, low, high }) => low <= truth && truth <= high).length;
    const middle = (values: number[]) =>
      values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
    return {
      kind,
      intervals: bounded.length,
      covered: covered / bounded.length,
      error: middle(mine.map(({ estimate, truth }) => Math.abs(estimate - truth) / truth)),
      ratio: middle(mine.map(({ estimate, truth }) => estimate / truth)),
    };
  });
}
