import type { SyntheticLog, SyntheticMessage, SyntheticPerson } from "../experiment/index.ts";
import type { Clinic } from "../model/index.ts";
import type { LocalTimeText } from "./local-time-text.ts";
import type { Cell, Sheet, SheetColumn } from "./sheet.ts";

const IDS: readonly SheetColumn[] = [
  { name: "message_id", doc: "made up" },
  { name: "thread_id", doc: "made up" },
  { name: "patient_id", doc: "made up" },
  { name: "specialty", doc: "specialty" },
  { name: "topic", doc: "topic" },
  { name: "urgent", doc: "yes, no" },
];

/** One row per message, in the canonical columns of an extract. */
export function extractSheet(file: string, clinic: Clinic, log: SyntheticLog, time: LocalTimeText): Sheet {
  return {
    file,
    columns: [
      ...IDS,
      { name: "sender", doc: "patient" },
      { name: "sent", doc: "local time with its offset" },
      { name: "first_read", doc: "anybody first took it up; empty: not yet" },
      {
        name: "replied",
        doc: "answered; empty: not yet, or closed without an answer",
      },
      { name: "closed", doc: "closed; empty: open" },
      { name: "staff_id", doc: "who closed it; made up" },
      { name: "staff_role", doc: "role of that person" },
    ],
    rows: messageRows(clinic, log, time),
  };
}

function* messageRows(clinic: Clinic, { messages }: SyntheticLog, time: LocalTimeText): Iterable<Cell[]> {
  for (const message of messages) {
    const { sent, firstRead, replied, closed, closedBy, team } = message;
    yield [
      ...idsOf(clinic, message),
      "patient",
      time(sent),
      time(firstRead),
      time(replied),
      time(closed),
      closedBy === undefined ? "" : staffId(closedBy),
      team < 0 ? "" : clinic.teams[team]!.role,
    ];
  }
}

/** One row per event of a message, in order of time. */
export function eventExtractSheet(
  file: string,
  clinic: Clinic,
  log: SyntheticLog,
  time: LocalTimeText,
): Sheet {
  return {
    file,
    columns: [
      ...IDS,
      { name: "event", doc: "sent, read, forwarded, replied, closed" },
      { name: "at", doc: "local time with its offset" },
      { name: "staff_id", doc: "who did it; empty: the patient; made up" },
      { name: "staff_role", doc: "role of that person" },
    ],
    rows: eventRows(clinic, log, time),
  };
}

/** Things that happen to a message at one moment happen in this order. */
const EVENTS = ["sent", "read", "forwarded", "replied", "closed"] as const;

interface MessageEvent {
  readonly message: SyntheticMessage;
  readonly event: (typeof EVENTS)[number];
  readonly at: number;
  readonly by?: SyntheticPerson;
  readonly role: string;
}

function* eventRows(clinic: Clinic, { messages }: SyntheticLog, time: LocalTimeText): Iterable<Cell[]> {
  const events = messages.flatMap((message) => eventsOf(clinic, message));
  // A stable sort: of one moment, messages in the order of sending, and what happens to each in its own order.
  events.sort((a, b) => a.at - b.at);
  for (const { message, event, at, by, role } of events) {
    yield [...idsOf(clinic, message), event, time(at), by === undefined ? "" : staffId(by), role];
  }
}

function eventsOf(clinic: Clinic, message: SyntheticMessage): readonly MessageEvent[] {
  const { sent, touches, replied, closed, closedBy, team } = message;
  const roleOf = (index: number) => clinic.teams[index]!.role;
  const end = {
    message,
    ...(closedBy === undefined ? {} : { by: closedBy }),
    role: team < 0 ? "" : roleOf(team),
  };
  const events: MessageEvent[] = [{ message, event: "sent", at: sent, role: "" }];
  for (const touch of touches) {
    events.push({ message, event: touch.kind, at: touch.at, by: touch, role: roleOf(touch.team) });
  }
  if (!Number.isNaN(replied)) events.push({ ...end, event: "replied", at: replied });
  if (!Number.isNaN(closed)) events.push({ ...end, event: "closed", at: closed });
  return events;
}

/** Telephone calls: one row each. */
export function callsSheet(file: string, clinic: Clinic, log: SyntheticLog, time: LocalTimeText): Sheet {
  return {
    file,
    columns: [
      { name: "specialty", doc: "specialty" },
      { name: "at", doc: "local time with its offset" },
      { name: "answered", doc: "yes, no" },
      {
        name: "waited",
        unit: "min",
        doc: "until it was answered, or the caller hung up",
      },
      {
        name: "minutes",
        unit: "min",
        doc: "how long it took; empty: nobody answered",
      },
      { name: "staff_role", doc: "role of those whose line it is" },
    ],
    rows: log.calls.map(({ specialty, at, team, waited, minutes }) => [
      clinic.specialties[specialty]!.name,
      time(at),
      Number.isNaN(minutes) ? "no" : "yes",
      hundredths(waited),
      hundredths(minutes),
      clinic.teams[team]!.role,
    ]),
  };
}

/** Who had time for messages, and when: one row per stretch. */
export function rosterSheet(file: string, clinic: Clinic, log: SyntheticLog, time: LocalTimeText): Sheet {
  return {
    file,
    columns: [
      { name: "staff_id", doc: "made up, the same as in the extract" },
      { name: "staff_role", doc: "role" },
      { name: "from", doc: "local time with its offset" },
      { name: "to", doc: "local time with its offset" },
    ],
    rows: log.shifts.map((shift) => [
      staffId(shift),
      clinic.teams[shift.team]!.role,
      time(shift.from),
      time(shift.to),
    ]),
  };
}

/** Visits: one row each. */
export function visitsSheet(file: string, clinic: Clinic, log: SyntheticLog, time: LocalTimeText): Sheet {
  return {
    file,
    columns: [
      { name: "patient_id", doc: "made up, the same as in the extract" },
      { name: "specialty", doc: "specialty" },
      { name: "booked", doc: "local time with its offset" },
      { name: "at", doc: "local time with its offset" },
      { name: "mode", doc: "phone, video, in person" },
      {
        name: "thread_id",
        doc: "the thread that it came of, as in the extract; empty: a regular visit",
      },
      { name: "staff_id", doc: "whose visit; empty: not told; made up" },
      { name: "staff_role", doc: "role of that person" },
    ],
    rows: log.visits.map(({ specialty, patient, booked, at, mode, of, by }) => [
      patientId(specialty, patient),
      clinic.specialties[specialty]!.name,
      time(booked),
      time(at),
      mode,
      of === undefined ? "" : threadId(of.thread, of.part),
      by === undefined ? "" : staffId(by),
      by === undefined ? "" : clinic.teams[by.team]!.role,
    ]),
  };
}

function hundredths(minutes: number): number {
  return Math.round(minutes * 100) / 100;
}

const CAUSE_MARK = { own: "", chaser: "C", duplicate: "D" } as const;

function idsOf({ specialties }: Clinic, message: SyntheticMessage): Cell[] {
  const { thread, part, round, cause, specialty, patient, topic, urgent } = message;
  return [
    `SYN-M-${numbered(thread, 7)}-${round}${CAUSE_MARK[cause]}`,
    threadId(thread, part),
    patientId(specialty, patient),
    specialties[specialty]!.name,
    specialties[specialty]!.topics[topic]!.name,
    urgent ? "yes" : "no",
  ];
}

function threadId(thread: number, part: number): string {
  return `SYN-T-${numbered(thread, 7)}-${part}`;
}

function patientId(specialty: number, patient: number): string {
  return `SYN-P-${specialty + 1}-${numbered(patient, 6)}`;
}

function staffId({ team, person }: SyntheticPerson): string {
  return `SYN-S-${numbered(team + 1, 2)}-${numbered(person + 1, 2)}`;
}

function numbered(value: number, digits: number): string {
  return String(value).padStart(digits, "0");
}
