import { type ClinicObserver, compile, runClinic } from "../../src/model/index.ts";
import type { ClinicCase } from "../model/random-clinic.ts";
import { type ReferenceMessage, type ReferenceWork, referenceClinic } from "./reference-clinic.ts";

/** What both simulators say of a message or a piece of work, in words that can be compared. */
export interface Account {
  readonly messages: readonly string[];
  readonly works: readonly string[];
}

const line = (fields: readonly (string | number | boolean)[]): string => fields.join(" ");

const tellMessage = (m: ReferenceMessage): string =>
  line([
    `thread ${m.thread}.${m.round}`,
    `sent ${m.sent} new ${m.opensThread} read ${m.firstRead} replied ${m.replied} closed ${m.closed} by ${m.closedByTeam}`,
    `minutes ${m.nurseMinutes} ${m.physicianMinutes} touches ${m.nurseTouches} ${m.physicianTouches}`,
  ]);

const tellWork = (w: ReferenceWork): string =>
  line([`work ${w.id} started ${w.started} ended ${w.ended} lost ${w.lost}`]);

export function accountOfReference({ clinic, clockChanges, world }: ClinicCase): Account {
  const { messages, works } = referenceClinic(clinic, clockChanges, world);
  return { messages: messages.map(tellMessage).sort(), works: works.map(tellWork).sort() };
}

export function accountOfModel({ clinic, clockChanges, world }: ClinicCase): Account {
  const messages: string[] = [];
  const works: string[] = [];
  const observer: ClinicObserver = {
    message: ({ thread, ...record }) => messages.push(tellMessage({ ...record, thread: thread.id })),
    work: ({ item, started, ended, lost }) => works.push(tellWork({ id: item.id, started, ended, lost })),
  };
  runClinic(compile(clinic, clockChanges), world, observer);
  return { messages: messages.sort(), works: works.sort() };
}
