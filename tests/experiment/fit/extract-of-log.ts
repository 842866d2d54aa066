import type { Extract } from "../../../src/experiment/extract/extract.ts";
import { SENDERS, TOUCHES } from "../../../src/experiment/extract/extract-field.ts";
import type { SyntheticPerson } from "../../../src/experiment/extract/synthesis-options.ts";
import { type SyntheticLog, synthesise } from "../../../src/experiment/extract/synthesise.ts";
import type { Offsets } from "../../../src/experiment/index.ts";
import { Calendar, compile, dayNumber, isoDate, rankOf } from "../../../src/model/index.ts";
import type { Scenario } from "../../../src/scenario/index.ts";

const MINUTES_PER_HOUR = 60;
const HOURS = 24;

export interface SyntheticExtractOptions {
  readonly offsets: Offsets;
  readonly seed: number;
  readonly replication?: number;
  /** Days of the run that are told, from the beginning of the window on. */
  readonly days?: number;
}

/** An extract as the reader would make it of a small synthetic file, without a file. */
export function extractOfScenario(
  { clinic }: Scenario,
  { offsets, seed, replication = 0, days = clinic.run.lengthDays }: SyntheticExtractOptions,
): Extract {
  const model = compile(clinic, offsets.changes);
  const firstDay = clinic.run.warmUpDays;
  const [from, to] = [model.calendar.dayStart(firstDay), model.calendar.dayStart(firstDay + days)];
  const log = synthesise(model, { seed, replication, from, to });
  return extractOfLog(log, model, { from, to, firstDay, days });
}

function extractOfLog(
  log: SyntheticLog,
  { clinic, calendar: whole }: ReturnType<typeof compile>,
  {
    from,
    to,
    firstDay,
    days,
  }: { readonly from: number; readonly to: number; readonly firstDay: number; readonly days: number },
): Extract {
  const start = isoDate(dayNumber(clinic.run.start) + firstDay);
  const changes = changesAfter(whole, from);
  const calendar = new Calendar(clinic.calendar, start, days, changes);
  const staff: { readonly name: string; readonly role: number }[] = [];
  const firstOfTeam = clinic.teams.map(({ name, role, count }) => {
    const first = staff.length;
    for (let i = 0; i < count; i += 1) staff.push({ name: `${name} ${i + 1}`, role: rankOf(role) });
    return first;
  });
  const staffOf = (person: SyntheticPerson | undefined) =>
    person === undefined ? -1 : firstOfTeam[person.team]! + person.person;
  const topics = [...new Set(clinic.specialties.flatMap((s) => s.topics.map(({ name }) => name)))];
  const messages = [...log.messages].sort(
    (a, b) =>
      a.specialty - b.specialty ||
      a.patient - b.patient ||
      a.thread - b.thread ||
      a.part - b.part ||
      a.sent - b.sent,
  );
  const ordinals = new Map<string, number>();
  const ordinal = (key: string) => {
    if (!ordinals.has(key)) ordinals.set(key, ordinals.size);
    return ordinals.get(key)!;
  };
  const patients = new Map<string, number>();
  const patientOf = (key: string) => {
    if (!patients.has(key)) patients.set(key, patients.size);
    return patients.get(key)!;
  };
  const roleOf = (m: (typeof messages)[number]) => (m.team >= 0 ? rankOf(clinic.teams[m.team]!.role) : -1);
  const byHour = clinic.specialties.map(() => new Float64Array(days * HOURS));
  const byTopic = clinic.specialties.map(() => new Float64Array(days * topics.length));
  const staffByHour = staff.map(() => new Float64Array(days * HOURS));
  const hourOf = (t: number) => {
    const day = calendar.dayOf(t);
    return { day, slot: day * HOURS + Math.floor(calendar.localMinute(t) / MINUTES_PER_HOUR) };
  };
  const touches: {
    staff: number;
    role: number;
    specialty: number;
    topic: number;
    kind: number;
    at: number;
    read: number;
  }[] = [];
  for (const m of messages) {
    const { day, slot } = hourOf(m.sent - from);
    const topic = topics.indexOf(clinic.specialties[m.specialty]!.topics[m.topic]!.name);
    byHour[m.specialty]![slot]! += 1;
    byTopic[m.specialty]![day * topics.length + topic]! += 1;
    const who = staffOf(m.closedBy);
    if (who < 0 || Number.isNaN(m.closed)) continue;
    const at = m.closed - from;
    staffByHour[who]![hourOf(at).slot]! += 1;
    const kind = TOUCHES.indexOf(Number.isNaN(m.replied) ? "closed" : "replied");
    touches.push({
      staff: who,
      role: staff[who]!.role,
      specialty: m.specialty,
      topic,
      kind,
      at,
      read: m.firstRead - from,
    });
  }
  touches.sort((a, b) => a.staff - b.staff || a.at - b.at);
  const time = (t: number) => t - from;
  return {
    form: "messages",
    start,
    timeZone: clinic.calendar.timeZone,
    offsets: { atStart: 0, changes },
    end: to - from,
    names: {
      specialties: clinic.specialties.map(({ name }) => name),
      topics,
      staff: staff.map(({ name }) => name),
    },
    counts: {
      days,
      rows: messages.length,
      messages: messages.length,
      patients: new Set(messages.map((m) => `${m.specialty} ${m.patient}`)).size,
      byHour,
      byTopic,
      staffByHour,
      missing: {},
    },
    sample: {
      share: 1,
      patient: Int32Array.from(messages, (m) => patientOf(`${m.specialty} ${m.patient}`)),
      thread: Int32Array.from(messages, (m) => ordinal(`${m.thread} ${m.part}`)),
      specialty: Int16Array.from(messages, (m) => m.specialty),
      topic: Int16Array.from(messages, (m) =>
        topics.indexOf(clinic.specialties[m.specialty]!.topics[m.topic]!.name),
      ),
      sender: new Int8Array(messages.length).fill(SENDERS.indexOf("patient")),
      staff: Int16Array.from(messages, (m) => staffOf(m.closedBy)),
      role: Int8Array.from(messages, roleOf),
      urgent: Int8Array.from(messages, (m) => (m.urgent ? 1 : 0)),
      sent: Float64Array.from(messages, (m) => time(m.sent)),
      firstRead: Float64Array.from(messages, (m) => time(m.firstRead)),
      replied: Float64Array.from(messages, (m) => time(m.replied)),
      closed: Float64Array.from(messages, (m) => time(m.closed)),
    },
    touches: {
      share: 1,
      staff: Int16Array.from(touches, (t) => t.staff),
      role: Int8Array.from(touches, (t) => t.role),
      specialty: Int16Array.from(touches, (t) => t.specialty),
      topic: Int16Array.from(touches, (t) => t.topic),
      kind: Int8Array.from(touches, (t) => t.kind),
      at: Float64Array.from(touches, (t) => t.at),
      read: Float64Array.from(touches, (t) => t.read),
    },
    faults: [],
    reading: { files: 1, encoding: "UTF-8", delimiter: ",", columns: [], otherColumns: 0 },
    fields: [],
  };
}

/** Changes of the clock after a moment of the run, counted from it: read off the lengths of days. */
function changesAfter(
  calendar: Calendar,
  from: number,
): readonly { readonly at: number; readonly jump: number }[] {
  const changes: { at: number; jump: number }[] = [];
  for (let day = calendar.dayOf(from); day < calendar.days; day += 1) {
    const jump = 1440 - (calendar.dayStart(day + 1) - calendar.dayStart(day));
    if (jump !== 0) changes.push({ at: calendar.dayStart(day) + 120 - from, jump });
  }
  return changes;
}
