import { compile, drawWorld, type MessageRecord, runClinic } from "../../src/model/index.ts";
import { parseScenario } from "../../src/scenario/index.ts";
import type { Trial } from "./agreement.ts";
import { batchMeans, type Estimate } from "./batch-means.ts";

const PER_DAY = 140;
/** Messages, of the clinic that theory speaks of [per min]. */
export const RATE = PER_DAY / 1440;

/** A distribution as a scenario file writes it, given its mean [min]. */
type Written = (mean: number) => object;

/** A clinic that is a textbook's queue: open all day and all year, one topic, one team, no follow-ups, nothing else to do. */
export interface ReducedClinic {
  readonly team: "nurses" | "physicians";
  readonly count: number;
  /** Mean minutes for a message, and how they are distributed; a nurse has read it before, in a fixed time of `triage` minutes. */
  readonly minutes: number;
  readonly distribution: Written;
  readonly triage?: number;
  /** Share of urgent messages, which are known by their flag and go first. */
  readonly urgent?: number;
  /** [days] 1 unless told; warm-up and window together are 90. */
  readonly warmUp?: number;
  /** How many, and which part of them does to tell a wrong clinic. */
  readonly runs: number;
  readonly wrongRuns: number;
}

export const fixed: Written = (mean) => ({ fixed: { value: `${mean} min` } });
export const exponential: Written = (mean) => ({ exponential: { mean: `${mean} min` } });
export const lognormal =
  (cv: number): Written =>
  (mean) => ({ lognormal: { mean: `${mean} min`, sd: `${cv * mean} min` } });

/** The scenario file of such a clinic. */
function textOf(clinic: ReducedClinic, { arrivalRate, serviceMean }: Trial): string {
  const { team, count, minutes, distribution, triage = 1, urgent, warmUp = 1 } = clinic;
  const byNurses = team === "nurses";
  const handling = distribution(minutes * serviceMean);
  const unused = fixed(1);
  const shifts = ["Mon-Sun 00:00-24:00"];
  return JSON.stringify({
    name: "A queue",
    calendar: { timeZone: "UTC", holidays: "none", open: shifts },
    run: { start: "2026-01-05", warmUp: `${warmUp} days`, length: `${90 - warmUp} days`, runOut: "1 day" },
    specialties: {
      clinic: {
        patients: 100,
        portalShare: 1,
        demand: { volume: `${PER_DAY * arrivalRate} per day`, counts: "new threads" },
        topics: {
          question: {
            share: 1,
            urgent: urgent ?? 0,
            lowestRole: byNurses ? { nurse: 1 } : { physician: 1 },
            minutes: {
              triage: fixed(triage),
              nurse: byNurses ? handling : unused,
              physician: byNurses ? unused : handling,
            },
          },
        },
      },
    },
    staff: {
      nurses: { role: "nurse", count: byNurses ? count : 0, serves: ["clinic"], shifts },
      physicians: { role: "physician", count: byNurses ? 1 : count, serves: ["clinic"], shifts },
    },
    policies: {
      flag: { type: "algorithm", sensitivity: 1, falseAlarm: 0 },
      triage: { type: byNurses ? "nurse-first" : "none" },
      routing: { type: "physician-pool" },
      queue: { type: urgent === undefined ? "first-come" : "urgent-first" },
    },
  });
}

/** Of messages sent in the window, by name: what each message counts under, and what it adds. */
type Measure = (record: MessageRecord) => readonly [name: string, minutes: number];

/** From sending until somebody first takes it up, by what is known of it. */
const wait: Measure = ({ thread, sent, firstRead }) => [
  thread.flagged ? "urgent messages" : "messages",
  firstRead - sent,
];

/** Simulates the scenario as often as it takes, from its text to the records of its messages. */
export function simulated(clinic: ReducedClinic, measure: Measure = wait) {
  return (trial: Trial): Readonly<Record<string, Estimate>> => {
    const { scenario, issues } = parseScenario(textOf(clinic, trial));
    if (scenario === undefined) throw new Error(JSON.stringify(issues));
    const model = compile(scenario.clinic, []);
    const values = new Map<string, number[]>();
    const runs = trial.customers === 1 ? clinic.runs : Math.ceil(clinic.runs * clinic.wrongRuns);
    for (let replication = 0; replication < runs; replication++) {
      runClinic(model, drawWorld(model, 2026, replication), {
        message(record) {
          if (record.sent < model.windowStart || record.sent >= model.windowEnd) return;
          const [name, minutes] = measure(record);
          const those = values.get(name);
          if (those === undefined) values.set(name, [minutes]);
          else those.push(minutes);
        },
      });
    }
    return Object.fromEntries([...values].map(([name, each]) => [name, batchMeans(each)]));
  };
}
