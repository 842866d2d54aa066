import {
  ClinicRecorder,
  compile,
  type MessageRecord,
  runClinic,
  type VisitRecord,
  type WorkRecord,
} from "../../src/model/index.ts";
import type { Table } from "../../src/results/index.ts";
import type { ClinicCase } from "../model/random-clinic.ts";
import { type ReferenceRun, referenceClinic } from "./reference-clinic.ts";
import type { Label } from "./reference-state.ts";

/** What both simulators say of messages, waits, work and visits, in words that can be compared. */
export interface Account {
  readonly messages: readonly string[];
  readonly waits: readonly string[];
  readonly works: readonly string[];
  readonly visits: readonly string[];
}

/** Every field of a record, so that none is forgotten: those that are things are told by their numbers. */
type Told<T> = { readonly [Key in keyof Required<T>]: (value: T[Key]) => unknown };

const plain = (value: unknown): unknown => value;

const MESSAGE: Told<MessageRecord> = {
  thread: ({ id }) => id,
  round: plain,
  cause: plain,
  sent: plain,
  opensThread: plain,
  turnedAwayBy: plain,
  firstRead: plain,
  replied: plain,
  closed: plain,
  closedByTeam: plain,
  settledByCall: plain,
  clerkMinutes: plain,
  nurseMinutes: plain,
  physicianMinutes: plain,
  clerkTouches: plain,
  nurseTouches: plain,
  physicianTouches: plain,
  emergency: plain,
};

const WORK: Told<WorkRecord> = {
  item: ({ id, specialty, source, team, person, at, minutes, patience }) =>
    [id, specialty, source, team, person, at, minutes, patience].join("/"),
  about: (about) => about && `${about.thread.id}.${about.round}`,
  started: plain,
  ended: plain,
  lost: plain,
};

const VISIT: Told<VisitRecord> = {
  thread: ({ id }) => id,
  round: plain,
  mode: plain,
  reason: plain,
  booked: plain,
  day: plain,
};

function tell<T extends object>(fields: Told<T>, record: T): string {
  const names = Object.keys(fields) as (keyof T)[];
  return names.map((name) => `${String(name)} ${fields[name](record[name])}`).join(", ");
}

const LABELS: readonly (readonly [Label, column: string])[] = [
  ["being handled", "waited_handled_min"],
  ["patient's turn", "waited_patient_min"],
  ["closed", "waited_closed_min"],
  ["between hand-overs", "waited_between_handovers_min"],
  ["owner absent", "waited_owner_absent_min"],
  ["owner in clinic", "waited_owner_in_clinic_min"],
  ["triage queue", "waited_triage_queue_min"],
  ["inbox queue", "waited_inbox_queue_min"],
];

function tellWait(thread: number, round: number, minutes: readonly number[]): string {
  return [`${thread}.${round}`, ...LABELS.map(([label], i) => `${label} ${minutes[i]}`)].join(", ");
}

export function accountOfReference({ clinic, clockChanges, world }: ClinicCase): Account {
  return accountOfRun(referenceClinic(clinic, clockChanges, world));
}

export function accountOfRun({ messages, waits, works, visits }: ReferenceRun): Account {
  const minutes = (labels: ReferenceRun["waits"][number]["labels"]) => LABELS.map(([label]) => labels[label]);
  return {
    messages: messages.map((record) => tell(MESSAGE, record)).sort(),
    waits: waits.map(({ thread, round, labels }) => tellWait(thread.id, round, minutes(labels))).sort(),
    works: works.map((record) => tell(WORK, record)).sort(),
    visits: visits.map((record) => tell(VISIT, record)).sort(),
  };
}

export function accountOfModel({ clinic, clockChanges, world }: ClinicCase): Account {
  const messages: string[] = [];
  const works: string[] = [];
  const visits: string[] = [];
  const model = compile(clinic, clockChanges);
  const recorder = new ClinicRecorder(model, world);
  runClinic(model, world, {
    message(record) {
      recorder.message(record);
      messages.push(tell(MESSAGE, record));
    },
    work: (record) => works.push(tell(WORK, record)),
    visit: (record) => visits.push(tell(VISIT, record)),
    handled: (stretch) => recorder.handled(stretch),
    waited: (wait) => recorder.waited(wait),
  });
  return {
    messages: messages.sort(),
    waits: waitsIn(recorder.messages).sort(),
    works: works.sort(),
    visits: visits.sort(),
  };
}

/** Labels as the recorder counts them, of the messages that have any. */
function waitsIn(table: Table): string[] {
  const columns = LABELS.map(([, column]) => table.column(column));
  const threads = table.column("thread");
  const rounds = table.column("round");
  const rows = Array.from({ length: table.rowCount }, (_, row) => row);
  return rows
    .filter((row) => !Number.isNaN(columns[0]![row]!))
    .map((row) =>
      tellWait(
        threads[row]!,
        rounds[row]!,
        columns.map((minutes) => minutes[row]!),
      ),
    );
}
