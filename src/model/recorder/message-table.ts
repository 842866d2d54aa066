import { type ColumnSpec, Table } from "../../results/index.ts";
import type { Clinic } from "../clinic.ts";
import type { Model } from "../compile.ts";
import { CAUSES } from "../observer.ts";
import { groupOf } from "../roles.ts";
import type { World } from "../world.ts";
import { frontDoorTypes, INSTEAD, isOwed, type MessageLog } from "./message-log.ts";
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

/** One row per message, as in the log. */
export function messageTable(model: Model, { threads }: World, log: MessageLog, labels: WaitLabels): Table {
  const { specialties } = model.clinic;
  const table = new Table("messages", columns(model.clinic, frontDoorTypes(model)), log.count);
  const firstTopic: number[] = [];
  let topics = 0;
  for (const specialty of specialties) {
    firstTopic.push(topics);
    topics += specialty.topics.length;
  }
  for (let i = 0; i < log.count; i += 1) {
    const thread = threads[log.thread[i]!]!;
    const isLabelled = isOwed(log, i) && log.turnedAwayBy[i] === 0;
    table.append(
      thread.id,
      log.round[i]!,
      log.cause[i]!,
      thread.specialty,
      thread.patient,
      firstTopic[thread.specialty]! + thread.topic,
      log.urgent[i]!,
      thread.flagged ? 1 : 0,
      thread.seenUrgent ? 1 : 0,
      thread.team + 1,
      thread.person,
      log.sent[i]!,
      log.inWindow[i]!,
      log.opensThread[i]!,
      log.needsReply[i]!,
      log.needsVisit[i]!,
      log.turnedAwayBy[i]!,
      log.instead[i]!,
      log.firstRead[i]!,
      log.replied[i]!,
      log.closed[i]!,
      log.closedBy[i]!,
      log.settledInCall[i]!,
      log.emergency[i]!,
      log.replied[i]! - log.sent[i]!,
      log.replyBusiness[i]!,
      log.clerkMinutes[i]!,
      log.nurseMinutes[i]!,
      log.physicianMinutes[i]!,
      log.clerkTouches[i]!,
      log.nurseTouches[i]!,
      log.physicianTouches[i]!,
      ...WAIT_LABELS.map((_, label) =>
        isLabelled ? labels.minutesOf(thread.id, log.round[i]!, label) : Number.NaN,
      ),
      OUTCOMES.indexOf(outcomeOf(model, log, i)),
    );
  }
  return table;
}

function outcomeOf({ clinic }: Model, log: MessageLog, i: number): (typeof OUTCOMES)[number] {
  if (log.turnedAwayBy[i]! > 0) return "turned away";
  if (Number.isNaN(log.closed[i]!)) return "open";
  if (Number.isNaN(log.replied[i]!)) return "read, no reply needed";
  if (log.settledInCall[i] === 1) return "settled in a call";
  const group = groupOf(clinic.teams[log.closedBy[i]! - 1]!.role);
  if (group !== "nurse") return `${group} replied`;
  return log.physicianTouches[i]! > 0 ? "nurse replied after asking" : "nurse replied";
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
