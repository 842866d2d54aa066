import {
  compile,
  type MessageRecord,
  type Model,
  Roster,
  runClinic,
  type Stretch,
  type VisitRecord,
  type Wait,
  type WorkRecord,
} from "../../src/model/index.ts";
import type { ClinicCase } from "./random-clinic.ts";

interface LineChange {
  readonly time: number;
  readonly team: number;
  readonly person: number;
  readonly length: number;
}

/** All that can be seen of a run. */
export interface Watched {
  readonly model: Model;
  readonly roster: Roster;
  readonly messages: readonly MessageRecord[];
  readonly work: readonly WorkRecord[];
  readonly visits: readonly VisitRecord[];
  readonly waits: readonly Wait[];
  readonly stretches: readonly Stretch[];
  readonly lineChanges: readonly LineChange[];
  readonly duty: readonly { readonly time: number; readonly team: number; readonly onDuty: number }[];
  /** "time priority sequence subject" of every event of the engine. */
  readonly trace: readonly string[];
}

export function watch({ clinic, clockChanges, world }: ClinicCase): Watched {
  const model = compile(clinic, clockChanges);
  const messages: MessageRecord[] = [];
  const work: WorkRecord[] = [];
  const visits: VisitRecord[] = [];
  const waits: Wait[] = [];
  const stretches: Stretch[] = [];
  const lineChanges: LineChange[] = [];
  const duty: { time: number; team: number; onDuty: number }[] = [];
  const trace: string[] = [];
  runClinic(
    model,
    world,
    {
      message: (record) => messages.push(record),
      work: (record) => work.push(record),
      visit: (record) => visits.push(record),
      waited: (wait) => waits.push(wait),
      handled: (stretch) => stretches.push(stretch),
      lineChanged: (time, team, person, length) => lineChanges.push({ time, team, person, length }),
      dutyChanged: (time, team, onDuty) => duty.push({ time, team, onDuty }),
    },
    {
      trace: (time, priority, sequence, _, subject) =>
        trace.push(`${time} ${priority} ${sequence} ${subject}`),
    },
  );
  const roster = new Roster(model, world);
  return { model, roster, messages, work, visits, waits, stretches, lineChanges, duty, trace };
}
