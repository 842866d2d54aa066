import { type ColumnSpec, Table } from "../../results/index.ts";
import type { Clinic } from "../clinic.ts";
import type { Model } from "../compile.ts";
import { CAUSES, type MessageRecord } from "../observer.ts";
import { groupOf } from "../roles.ts";
import { displacedTo } from "./displaced.ts";
import { WAIT_LABELS, type WaitLabel, type WaitLabels } from "./wait-labels.ts";

/** What became of a message. */
const OUTCOMES = [
  "open",
  "turned away",
  "read, no reply needed",
  "settled in a call",
  "clerk replied",
  "nurse replied",
  "nurse replied after asking",
  "physician replied",
] as const;

/** What a patient does whose message is turned away; "nothing" of those let in. */
const INSTEAD = ["nothing", "call", "visit"] as const;

/** One row per message, in the order of closing, open ones last; of a thread, its own messages in the order of rounds. */
export class MessageTable {
  readonly table: Table;
  readonly #model: Model;
  readonly #labels: WaitLabels;
  /** By specialty: where its topics begin among all topics. */
  readonly #firstTopic: readonly number[];
  /** By specialty: the level of each of its front-door policies. */
  readonly #doors: readonly (readonly number[])[];

  constructor(model: Model, labels: WaitLabels) {
    const { specialties } = model.clinic;
    let topics = 0;
    this.#firstTopic = specialties.map((specialty) => {
      const first = topics;
      topics += specialty.topics.length;
      return first;
    });
    const doors = frontDoorTypes(model);
    this.#doors = model.specialties.map(({ policies }) =>
      policies.frontDoor.map(({ type }) => doors.indexOf(type) + 1),
    );
    this.#model = model;
    this.#labels = labels;
    this.table = new Table("messages", columns(model.clinic, doors), 4096);
  }

  /** `businessMinutes` is the wait for the reply in business time, NaN without one. */
  add(record: MessageRecord, inWindow: boolean, businessMinutes: number): void {
    const { thread } = record;
    const round = thread.rounds[record.round]!;
    const isTurnedAway = record.turnedAwayBy >= 0;
    const needsReply = record.cause === "chaser" ? false : round.needsReply;
    const labelled = inWindow && needsReply && record.cause === "own" && !isTurnedAway;
    const label = (index: number) =>
      labelled ? this.#labels.minutesOf(thread.id, record.round, index) : Number.NaN;
    this.table.append(
      thread.id,
      record.round,
      CAUSES.indexOf(record.cause),
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
      needsReply ? 1 : 0,
      record.cause === "own" && round.needsVisit ? 1 : 0,
      isTurnedAway ? this.#doors[thread.specialty]![record.turnedAwayBy]! : 0,
      isTurnedAway ? INSTEAD.indexOf(displacedTo(record)) : 0,
      record.firstRead,
      record.replied,
      record.closed,
      record.closedByTeam + 1,
      record.settledByCall ? 1 : 0,
      record.emergency,
      record.replied - record.sent,
      businessMinutes,
      record.clerkMinutes,
      record.nurseMinutes,
      record.physicianMinutes,
      record.clerkTouches,
      record.nurseTouches,
      record.physicianTouches,
      label(0),
      label(1),
      label(2),
      label(3),
      label(4),
      label(5),
      label(6),
      label(7),
      this.#outcome(record),
    );
  }

  #outcome(record: MessageRecord): number {
    const { turnedAwayBy, closed, replied, settledByCall, closedByTeam, physicianTouches } = record;
    const outcome = (name: (typeof OUTCOMES)[number]) => OUTCOMES.indexOf(name);
    if (turnedAwayBy >= 0) return outcome("turned away");
    if (Number.isNaN(closed)) return outcome("open");
    if (Number.isNaN(replied)) return outcome("read, no reply needed");
    if (settledByCall) return outcome("settled in a call");
    const group = groupOf(this.#model.clinic.teams[closedByTeam]!.role);
    if (group !== "nurse") return outcome(`${group} replied`);
    return outcome(physicianTouches > 0 ? "nurse replied after asking" : "nurse replied");
  }
}

/** Types of the policies at any specialty's front door, in the order in which they are first met. */
export function frontDoorTypes({ specialties }: Model): readonly string[] {
  return [...new Set(specialties.flatMap(({ policies }) => policies.frontDoor.map(({ type }) => type)))];
}

const LABEL_DOCS: Readonly<Record<WaitLabel, string>> = {
  handled: "somebody had it in hand",
  patient: "the patient had been asked, and had not answered",
  closed: "the clinic was closed",
  between_handovers: "it waited to be delivered, or in a shared line for a later piece of work",
  owner_absent: "the person whose line it stood in was away; of a shared line, everybody",
  owner_in_clinic: "that person had no hours for messages: in clinic, on other duties, off",
  triage_queue: "it stood in a shared line of others than physicians, and somebody was there",
  inbox_queue: "it stood in a physician's or the physicians' line, and somebody was there",
};

function columns({ specialties, teams }: Clinic, doors: readonly string[]): readonly ColumnSpec[] {
  const teamLevels = ["none", ...teams.map(({ name }) => name)];
  return [
    { name: "thread", type: "int32", doc: "number of the thread, in the order of first messages" },
    { name: "round", type: "uint8", doc: "0 for the first message of the thread" },
    {
      name: "cause",
      type: "uint8",
      doc: "why the patient wrote: of one's own accord, to ask what became of it, to say it again",
      levels: CAUSES,
    },
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
    {
      name: "physician",
      type: "int32",
      doc: "the patient's own physician before any handover, by ordinal; −1: none",
    },
    {
      name: "sent_min",
      unit: "min",
      type: "float64",
      doc: "sent, since the start; before it, of the backlog",
    },
    { name: "in_window", type: "uint8", doc: "1: sent in the measured window" },
    { name: "opens_thread", type: "uint8", doc: "1: first of a thread, or so late that it counts as one" },
    { name: "needs_reply", type: "uint8", doc: "0: a thank-you, or a chaser" },
    { name: "needs_visit", type: "uint8", doc: "1: first message of a thread that ends in a visit" },
    {
      name: "turned_away_by",
      type: "uint8",
      doc: "the front-door policy that did not let it in",
      levels: ["none", ...doors],
    },
    { name: "instead", type: "uint8", doc: "what the patient did who was turned away", levels: INSTEAD },
    { name: "first_read_min", unit: "min", type: "float64", doc: "first taken up by anybody; NaN: not yet" },
    { name: "replied_min", unit: "min", type: "float64", doc: "replied to; NaN: not, or not yet" },
    { name: "closed_min", unit: "min", type: "float64", doc: "closed; NaN: open at the end of the run" },
    { name: "closed_by", type: "int32", doc: "team of whoever closed it", levels: teamLevels },
    { name: "settled_in_call", type: "uint8", doc: "1: answered in a call about it, not in writing" },
    {
      name: "emergency_min",
      unit: "min",
      type: "float64",
      doc: "the patient sought help elsewhere, without a reply; NaN: did not",
    },
    { name: "reply_wall_min", unit: "min", type: "float64", doc: "from sending to the reply; NaN: none" },
    { name: "reply_business_min", unit: "min", type: "float64", doc: "the same in opening hours" },
    { name: "clerk_min", unit: "min", type: "float64", doc: "minutes of clerks and assistants on it" },
    {
      name: "nurse_min",
      unit: "min",
      type: "float64",
      doc: "minutes of nurses, pharmacists and nurse practitioners",
    },
    { name: "physician_min", unit: "min", type: "float64", doc: "minutes of residents and physicians" },
    {
      name: "clerk_touches",
      type: "int32",
      doc: "times clerks and assistants took it up from a line afresh",
    },
    {
      name: "nurse_touches",
      type: "int32",
      doc: "times nurses, pharmacists and nurse practitioners took it up afresh",
    },
    { name: "physician_touches", type: "int32", doc: "times residents and physicians took it up afresh" },
    ...WAIT_LABELS.map((label): ColumnSpec => {
      const doc = `of its wait so far, while ${LABEL_DOCS[label]}; NaN: not told of messages outside the window, turned away, or that need no reply, nor of chasers and duplicates`;
      return { name: `waited_${label}_min`, unit: "min", type: "float64", doc };
    }),
    { name: "outcome", type: "uint8", doc: "what became of it", levels: OUTCOMES },
  ];
}
