import { type ColumnSpec, Table } from "../../results/index.ts";
import type { Model } from "../compile.ts";
import type { MessageRecord } from "../observer.ts";

/** What became of a message. */
const OUTCOMES = [
  "open",
  "read, no reply needed",
  "nurse replied",
  "nurse replied after asking",
  "physician replied",
] as const;

/** One row per message, in the order of closing, open ones last; of a thread, in the order of its rounds. */
export class MessageTable {
  readonly table: Table;
  readonly #model: Model;
  /** By specialty: where its topics begin among all topics. */
  readonly #firstTopic: readonly number[];

  constructor(model: Model) {
    const { specialties, teams } = model.clinic;
    let topics = 0;
    this.#firstTopic = specialties.map((specialty) => {
      const first = topics;
      topics += specialty.topics.length;
      return first;
    });
    this.#model = model;
    this.table = new Table("messages", columns(specialties, teams), 4096);
  }

  /** `businessMinutes` is the wait for the reply in business time, NaN without one. */
  add(record: MessageRecord, inWindow: boolean, businessMinutes: number): void {
    const { thread } = record;
    const round = thread.rounds[record.round]!;
    this.table.append(
      thread.id,
      record.round,
      thread.specialty,
      thread.patient,
      this.#firstTopic[thread.specialty]! + thread.topic,
      thread.urgent ? 1 : 0,
      thread.flagged ? 1 : 0,
      thread.seenUrgent ? 1 : 0,
      thread.team + 1,
      thread.person,
      record.sent,
      inWindow ? 1 : 0,
      record.opensThread ? 1 : 0,
      round.needsReply ? 1 : 0,
      round.needsVisit ? 1 : 0,
      record.firstRead,
      record.replied,
      record.closed,
      record.closedByTeam + 1,
      record.replied - record.sent,
      businessMinutes,
      record.nurseMinutes,
      record.physicianMinutes,
      record.nurseTouches,
      record.physicianTouches,
      this.#outcome(record),
    );
  }

  #outcome({ closed, replied, closedByTeam, physicianTouches }: MessageRecord): number {
    if (Number.isNaN(closed)) return OUTCOMES.indexOf("open");
    if (Number.isNaN(replied)) return OUTCOMES.indexOf("read, no reply needed");
    if (this.#model.clinic.teams[closedByTeam]?.role === "physician") {
      return OUTCOMES.indexOf("physician replied");
    }
    return OUTCOMES.indexOf(physicianTouches > 0 ? "nurse replied after asking" : "nurse replied");
  }
}

function columns(
  specialties: Model["clinic"]["specialties"],
  teams: Model["clinic"]["teams"],
): readonly ColumnSpec[] {
  const teamLevels = ["none", ...teams.map(({ name }) => name)];
  return [
    { name: "thread", type: "int32", doc: "number of the thread, in the order of first messages" },
    { name: "round", type: "uint8", doc: "0 for the first message of the thread" },
    { name: "specialty", type: "int32", doc: "specialty", levels: specialties.map(({ name }) => name) },
    { name: "patient", type: "int32", doc: "number of the portal patient in the specialty" },
    {
      name: "topic",
      type: "int32",
      doc: "specialty and topic",
      levels: specialties.flatMap(({ name, topics }) => topics.map((topic) => `${name}: ${topic.name}`)),
    },
    { name: "urgent", type: "uint8", doc: "1: truly urgent" },
    { name: "flagged", type: "uint8", doc: "1: marked urgent before anybody read it" },
    { name: "seen_urgent", type: "uint8", doc: "1: triage sees, or would see, it as urgent" },
    {
      name: "physician_team",
      type: "int32",
      doc: "the team that looks after the patient",
      levels: teamLevels,
    },
    { name: "physician", type: "int32", doc: "the patient's own physician, by ordinal; −1: none" },
    {
      name: "sent_min",
      unit: "min",
      type: "float64",
      doc: "sent, since the start; before it, of the backlog",
    },
    { name: "in_window", type: "uint8", doc: "1: sent in the measured window" },
    { name: "opens_thread", type: "uint8", doc: "1: first of a thread, or so late that it counts as one" },
    { name: "needs_reply", type: "uint8", doc: "0: a thank-you" },
    { name: "needs_visit", type: "uint8", doc: "1: first message of a thread that ends in a visit" },
    { name: "first_read_min", unit: "min", type: "float64", doc: "first taken up by anybody; NaN: not yet" },
    { name: "replied_min", unit: "min", type: "float64", doc: "replied to; NaN: not, or not yet" },
    { name: "closed_min", unit: "min", type: "float64", doc: "closed; NaN: open at the end of the run" },
    { name: "closed_by", type: "int32", doc: "team of whoever closed it", levels: teamLevels },
    { name: "reply_wall_min", unit: "min", type: "float64", doc: "from sending to the reply; NaN: none" },
    { name: "reply_business_min", unit: "min", type: "float64", doc: "the same in opening hours" },
    { name: "nurse_min", unit: "min", type: "float64", doc: "minutes nurses spent on it" },
    { name: "physician_min", unit: "min", type: "float64", doc: "minutes physicians spent on it" },
    { name: "nurse_touches", type: "int32", doc: "times a nurse took it up from a line afresh" },
    { name: "physician_touches", type: "int32", doc: "times a physician took it up from a line afresh" },
    { name: "outcome", type: "uint8", doc: "what became of it", levels: OUTCOMES },
  ];
}
