import { Table } from "../../results/index.ts";
import type { Model } from "../compile.ts";
import {
  type Activity,
  CAUSES,
  type Stretch,
  VISIT_REASONS,
  type VisitRecord,
  type WorkRecord,
} from "../observer.ts";
import { VISIT_MODES } from "../visit-mode.ts";

const ACTIVITIES: readonly Activity[] = [
  "triage",
  "reply",
  "question",
  "return",
  "draft",
  "co-signature",
  "link",
  "call",
  "other work",
];

/** Every piece of work, stretch of work, visit, change of a line and change of duty: what is kept on request only. */
export class FullTables {
  readonly work: Table;
  readonly visits: Table;
  readonly stretches: Table;
  readonly lines: Table;
  readonly duty: Table;
  readonly #firstSource: readonly number[];

  constructor({ clinic }: Model) {
    const teams = clinic.teams.map(({ name }) => name);
    const sources = clinic.specialties.flatMap(({ name, otherWork }) =>
      otherWork.map((work) => `${name}: ${work.name}`),
    );
    let first = 0;
    this.#firstSource = clinic.specialties.map(({ otherWork }) => {
      first += otherWork.length;
      return first - otherWork.length;
    });
    this.work = new Table("other_work", [
      {
        name: "item",
        type: "int32",
        doc: "number of the item, in order of time; calls about messages after all others",
      },
      { name: "source", type: "int32", doc: "specialty and source", levels: sources },
      { name: "team", type: "int32", doc: "whose work it is", levels: teams },
      { name: "person", type: "int32", doc: "ordinal in the team; −1: anybody's" },
      { name: "at_min", unit: "min", type: "float64", doc: "came in, since the start" },
      { name: "minutes", unit: "min", type: "float64", doc: "what it takes" },
      { name: "started_min", unit: "min", type: "float64", doc: "taken up; NaN: never" },
      { name: "ended_min", unit: "min", type: "float64", doc: "done or lost; NaN: neither in this run" },
      { name: "lost", type: "uint8", doc: "1: a call that nobody answered in time" },
      { name: "about_thread", type: "int32", doc: "thread of the message that the call is about; −1: none" },
      { name: "about_round", type: "int32", doc: "its round; −1: none" },
    ]);
    this.visits = new Table("visits", [
      { name: "thread", type: "int32", doc: "number of the thread" },
      { name: "round", type: "uint8", doc: "round of the message after or instead of which it was booked" },
      {
        name: "specialty",
        type: "int32",
        doc: "specialty",
        levels: clinic.specialties.map(({ name }) => name),
      },
      { name: "mode", type: "uint8", doc: "kind of visit", levels: VISIT_MODES },
      { name: "reason", type: "uint8", doc: "why it was booked", levels: VISIT_REASONS },
      { name: "booked_min", unit: "min", type: "float64", doc: "booked, since the start" },
      {
        name: "day",
        type: "int32",
        doc: "local day of the visit, 0 the first of the run; −1: no free slot in the run",
      },
    ]);
    this.stretches = new Table("stretches", [
      { name: "team", type: "int32", doc: "who worked", levels: teams },
      { name: "person", type: "int32", doc: "ordinal in the team" },
      { name: "activity", type: "uint8", doc: "at what", levels: ACTIVITIES },
      { name: "subject", type: "int32", doc: "number of the thread, or of the item of other work" },
      { name: "round", type: "uint8", doc: "round of the thread; 0 for other work" },
      { name: "cause", type: "uint8", doc: "why the patient wrote; own for other work", levels: CAUSES },
      { name: "entered_min", unit: "min", type: "float64", doc: "entered the line it was taken from" },
      { name: "from_min", unit: "min", type: "float64", doc: "beginning of the stretch" },
      { name: "to_min", unit: "min", type: "float64", doc: "end of the stretch" },
      { name: "evening", type: "uint8", doc: "1: taken up in an evening" },
    ]);
    this.lines = new Table("lines", [
      { name: "time_min", unit: "min", type: "float64", doc: "moment of the change" },
      { name: "team", type: "int32", doc: "whose line", levels: teams },
      { name: "person", type: "int32", doc: "whose own line, by ordinal; −1: the shared one" },
      { name: "length", type: "int32", doc: "items waiting from now on" },
    ]);
    this.duty = new Table("duty", [
      { name: "time_min", unit: "min", type: "float64", doc: "moment of the change" },
      { name: "team", type: "int32", doc: "team", levels: teams },
      { name: "on_duty", type: "int32", doc: "people on duty from now on" },
    ]);
  }

  addWork({ item, about, started, ended, lost }: WorkRecord): void {
    const source = this.#firstSource[item.specialty]! + item.source;
    this.work.append(
      item.id,
      source,
      item.team,
      item.person,
      item.at,
      item.minutes,
      started,
      ended,
      lost ? 1 : 0,
      about?.thread.id ?? -1,
      about?.round ?? -1,
    );
  }

  addVisit({ thread, round, mode, reason, booked, day }: VisitRecord): void {
    this.visits.append(
      thread.id,
      round,
      thread.specialty,
      VISIT_MODES.indexOf(mode),
      VISIT_REASONS.indexOf(reason),
      booked,
      day,
    );
  }

  addStretch(stretch: Stretch): void {
    this.stretches.append(
      stretch.team,
      stretch.person,
      ACTIVITIES.indexOf(stretch.activity),
      stretch.subject,
      stretch.round,
      CAUSES.indexOf(stretch.cause),
      stretch.entered,
      stretch.from,
      stretch.to,
      stretch.evening ? 1 : 0,
    );
  }
}
