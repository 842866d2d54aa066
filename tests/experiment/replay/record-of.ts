import {
  createInlineExecutor,
  type Executor,
  type RecordedMessages,
  type ReplayPlan,
  type ReplayReport,
  recordedAbsences,
  replay,
} from "../../../src/experiment/index.ts";
import { compile, type Model, type ReplyColumns, runReplication } from "../../../src/model/index.ts";
import { type JsonValue, type Patch, parseDocument, type Scenario } from "../../../src/scenario/index.ts";

/** The clinic whose record is made is run by another seed than any that replays it. */
const OWN_SEED = 990_001;

export interface Replayed {
  readonly seed?: number;
  readonly replications?: number;
  /** [days] Of the record, and from which of them on it judges. */
  readonly days: number;
  readonly from: number;
}

/** A scenario with a run of so many days, all of them recorded. */
export function asRecorded(document: JsonValue, patch: Patch, { days, from }: Replayed): Scenario {
  const run = { "run.warmUp": `${from} days`, "run.length": `${days - from} days`, "run.runOut": "0 days" };
  const { scenario, issues } = parseDocument(document, { patch: { ...patch, ...run } });
  if (scenario === undefined) throw new Error(issues.map(({ message }) => message).join("; "));
  return scenario;
}

/** What a log of a clinic that works as the scenario says would hold. */
export function recordOf(scenario: Scenario, world: number): RecordedMessages {
  const model = compile(scenario.clinic, []);
  const { replies } = runReplication(model, { seed: OWN_SEED, replication: world, keep: "replies" });
  return recordedOf(model, replies!);
}

/** Two logs of the same demand: as the first has it until a day, then as the second has it. */
export function splicedRecord(
  first: Scenario,
  second: Scenario,
  day: number,
  world: number,
): RecordedMessages {
  const model = compile(first.clinic, []);
  const other = compile(second.clinic, []);
  const before = recordOf(first, world);
  const { replies } = runReplication(other, {
    seed: OWN_SEED,
    replication: world,
    keep: "replies",
    arrivals: before.arrivals,
  });
  const after = recordedOf(other, replies!);
  const at = model.calendar.dayStart(day);
  const { arrivals, outcomes } = before;
  const isAfter = (i: number) => arrivals.sent[i]! >= at;
  return {
    ...before,
    outcomes: {
      replied: outcomes.replied.map((moment, i) => (isAfter(i) ? after.outcomes.replied[i]! : moment)),
      role: outcomes.role.map((role, i) => (isAfter(i) ? after.outcomes.role[i]! : role)),
      person: outcomes.person.map((person, i) => (isAfter(i) ? after.outcomes.person[i]! : person)),
      chasers: Float64Array.from([
        ...outcomes.chasers.filter((sent) => sent < at),
        ...after.outcomes.chasers.filter((sent) => sent >= at),
      ]),
    },
  };
}

function recordedOf(model: Model, replies: ReplyColumns): RecordedMessages {
  const order = Array.from(replies.sent.keys());
  const whole = (of: (i: number) => number) => Int32Array.from(order, of);
  let thread = -1;
  const threads = whole((i) => {
    if (replies.round[i] === 0) thread += 1;
    return thread;
  });
  return {
    arrivals: {
      patients: model.clinic.specialties.map(() => thread + 1),
      thread: threads,
      specialty: replies.specialty,
      patient: threads,
      topic: replies.topic,
      urgent: Int8Array.from(replies.urgent),
      needsReply: Int8Array.from(replies.needsReply),
      sent: replies.sent,
    },
    outcomes: {
      replied: replies.replied,
      role: replies.role,
      person: whole((i) => (replies.person[i]! < 0 ? -1 : replies.team[i]! * 100 + replies.person[i]!)),
      chasers: replies.chasers,
    },
    end: model.end,
    days: model.days,
    tellsClosing: true,
    leftOut: {
      specialties: [],
      chasers: replies.chasers.length,
      topics: [],
      withoutTopic: 0,
      neverClosed: 0,
      frontDoors: [],
      roles: [],
      withoutRole: 0,
    },
  };
}

/** A record through a model, where it is called. */
export function replayed(
  scenario: Scenario,
  recorded: RecordedMessages,
  { seed = 7, replications = 40, from }: Replayed,
  executor: Executor = createInlineExecutor(),
): Promise<ReplayReport> {
  const model = compile(scenario.clinic, []);
  const { away } = recordedAbsences(model, recorded);
  const plan: ReplayPlan = {
    engine: "test",
    scenario: scenario.canonicalText,
    offsets: { atStart: 0, changes: [] },
    seed,
    replications: Array.from({ length: replications }, (_, i) => i + 1),
    recorded: { ...recorded, arrivals: { ...recorded.arrivals, away } },
    from,
  };
  return replay(plan, model, executor);
}
