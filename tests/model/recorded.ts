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
  type WorkItem,
  type World,
} from "../../src/model/index.ts";

/** A world written by hand, in which nobody is ever absent unless `absent` says so (team, ordinal, days). */
export function worldByHand(
  model: Model,
  threads: readonly Thread[],
  absent: readonly (readonly [team: number, ordinal: number, ...days: number[]])[] = [],
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
  readonly absent?: readonly (readonly [team: number, ordinal: number, ...days: number[]])[];
  /** Waits of calls to the first source of other work, made at the start of the window; NaN: nobody answered. */
  readonly calls?: readonly number[];
  /** How many messages are open from when on. */
  readonly open?: readonly (readonly [time: number, open: number])[];
}

/** A run that consists of nothing but these records, as responses look at it. */
export function runOf(
  clinic: Clinic,
  { messages = [], stretches = [], absent = [], calls = [], open = [] }: Written,
): RecordedRun {
  const model = compile(clinic, []);
  const threads = messages.filter(({ round }) => round === 0).map(({ thread }) => thread);
  const recorder = new ClinicRecorder(model, worldByHand(model, threads, absent));
  for (const message of messages) recorder.message(message);
  for (const stretch of stretches) recorder.handled(stretch);
  calls.forEach((wait, id) => {
    const at = model.windowStart;
    const item = { id, specialty: 0, source: 0, team: 0, person: -1, at, minutes: 1, patience: 9 };
    recorder.work({ item, started: at + wait, ended: at + 9, lost: Number.isNaN(wait) });
  });
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
