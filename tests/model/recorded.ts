import {
  type Clinic,
  ClinicRecorder,
  compile,
  type MessageRecord,
  type Model,
  measureResponses,
  type PersonDays,
  type RecordedRun,
  recordedRun,
  responseDefinitions,
  type Stretch,
  type Thread,
  type VisitRecord,
  type Wait,
  type WorkItem,
  type WorkRecord,
  type World,
} from "../../src/model/index.ts";
import { thread } from "./plain-clinic.ts";

type Absent = readonly (readonly [team: number, ordinal: number, ...days: number[]])[];

/** A world written by hand, in which nobody is ever absent unless `absent` says so (team, ordinal, days). */
export function worldByHand(
  model: Model,
  threads: readonly Thread[],
  absent: Absent = [],
  work: readonly WorkItem[] = [],
): World {
  const { days, clinic } = model;
  const people = clinic.teams.map(({ count }) =>
    Array.from(
      { length: count },
      (): PersonDays => ({
        absent: new Uint8Array(days),
        evening: new Uint8Array(days),
        overrun: new Array<readonly number[]>(days).fill([]),
      }),
    ),
  );
  for (const [team, ordinal, ...away] of absent) {
    for (const day of away) people[team]![ordinal]!.absent[day] = 1;
  }
  return { days, threads, work, people };
}

export interface Written {
  readonly messages?: readonly MessageRecord[];
  readonly stretches?: readonly Stretch[];
  readonly waits?: readonly Wait[];
  readonly visits?: readonly VisitRecord[];
  readonly absent?: Absent;
  /** Waits of calls to the first source of other work, made at the start of the window; NaN: nobody answered. */
  readonly calls?: readonly number[];
  readonly work?: readonly WorkRecord[];
  /** When somebody of a team put a message aside for a call. */
  readonly interruptions?: readonly (readonly [time: number, team: number])[];
  /** How many messages are open from when on. */
  readonly open?: readonly (readonly [time: number, open: number])[];
}

/** Pieces of other work in a world written by hand: as many as any test speaks of. */
export const WORK = 20;

function item(id: number, at: number): WorkItem {
  return { id, specialty: 0, source: 0, team: 0, person: -1, at, minutes: 1, patience: 9 };
}

/** A run that consists of nothing but these records, as responses look at it. */
export function runOf(clinic: Clinic, written: Written): RecordedRun {
  const { messages = [], stretches = [], waits = [], visits = [], absent = [] } = written;
  const { calls = [], work = [], interruptions = [], open = [] } = written;
  const model = compile(clinic, []);
  const known = new Map([...messages, ...waits, ...visits].map((told) => [told.thread.id, told.thread]));
  const last = Math.max(0, ...known.keys());
  const threads = Array.from({ length: last + 1 }, (_, id) => known.get(id) ?? thread(id, 0));
  const items = Array.from({ length: WORK }, (_, id) => item(id, model.windowStart));
  const recorder = new ClinicRecorder(model, worldByHand(model, threads, absent, items));
  for (const stretch of stretches) recorder.handled(stretch);
  for (const wait of waits) recorder.waited(wait);
  for (const message of messages) recorder.message(message);
  for (const visit of visits) recorder.visit(visit);
  for (const [time, team] of interruptions) recorder.interrupted(time, team);
  calls.forEach((wait, id) => {
    const { at } = items[id]!;
    recorder.work({ item: items[id]!, started: at + wait, ended: at + 9, lost: Number.isNaN(wait) });
  });
  for (const record of work) recorder.work(record);
  for (const [time, count] of open) recorder.openChanged(time, count);
  return recordedRun(recorder);
}

/** The responses of a run by name. */
export function valuesOf(run: RecordedRun): Readonly<Record<string, number>> {
  const { values } = measureResponses(run);
  return Object.fromEntries(responseDefinitions(run.model).map(({ name }, i) => [name, values[i]!]));
}

/** A stretch of work by the nurse (team 0) or a physician (team 1) of the plain clinic. */
export function stretch(
  team: number,
  person: number,
  from: number,
  to: number,
  patch: Partial<Stretch> = {},
): Stretch {
  return {
    team,
    person,
    activity: team === 0 ? "triage" : "reply",
    subject: 0,
    round: 0,
    cause: "own",
    entered: from,
    from,
    to,
    evening: false,
    ...patch,
  };
}
