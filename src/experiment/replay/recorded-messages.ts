import { InputError, type Issue } from "../../errors.ts";
import { type Clinic, type Model, type RecordedArrivals, ROLES } from "../../model/index.ts";
import { didYouMean } from "../../scenario/index.ts";
import type { Extract } from "../extract/extract.ts";
import type { Outcomes } from "./outcomes.ts";

/** Messages of a thread at most, as in the model; what was written after that begins another. */
const MOST_ROUNDS = 20;
const PATIENT = 0;

/** An extract as the model can take it, and what became of its messages. */
export interface RecordedMessages {
  readonly arrivals: RecordedArrivals;
  readonly outcomes: Outcomes;
  /** [min] From here on nothing is known. */
  readonly end: number;
  /** [days] Local days that it covers, the last perhaps in part. */
  readonly days: number;
  /** Whether it tells when messages were closed, and so which needed no reply. */
  readonly tellsClosing: boolean;
  readonly leftOut: LeftOut;
}

/** What of an extract is not replayed as it was recorded. */
export interface LeftOut {
  /** Specialties that the scenario does not have, with their messages. */
  readonly specialties: readonly { readonly name: string; readonly messages: number }[];
  /** Messages sent while one before them in the thread had no reply yet: the model has patients of its own who ask again. */
  readonly chasers: number;
  /** Topics that the scenario does not have, with their messages: each is drawn a topic. */
  readonly topics: readonly { readonly name: string; readonly messages: number }[];
  /** Messages without any topic: each is drawn one. */
  readonly withoutTopic: number;
  /** Messages that nobody closed or answered for so long that they count as needing no reply. */
  readonly neverClosed: number;
  /** Specialties with a front door, which recorded messages do not meet. */
  readonly frontDoors: readonly string[];
  /** The record's only specialty, which has another name, was taken for the scenario's only one. */
  readonly taken?: { readonly recorded: string; readonly scenario: string };
  /** Roles of those who replied of which the scenario has nobody, with their replies. */
  readonly roles: readonly { readonly role: string; readonly replies: number }[];
  /** Replies of whom the record does not tell the role. */
  readonly withoutRole: number;
}

/**
 * The messages of patients in an extract as recorded arrivals of a clinic. A message needs a reply if it has one, or was never closed. Where the
 * extract tells of no closing, one without a reply for `closeThreadAfter` counts as needing none. Messages of specialties that
 * the clinic does not have are left out. Throws InputError where the extract does not hold all patients, or is mostly about such specialties.
 */
export function recordedMessages(extract: Extract, model: Model): RecordedMessages {
  const { clinic } = model;
  const { sample, counts } = extract;
  if (sample.share < 1) throw new InputError([partial(sample.share)]);
  const taken = takenFor(extract, clinic);
  const end = Math.min(extract.end, minutesOf(extract));
  const specialties = specialtiesOf(extract, clinic);
  const all = patientRows(extract, end);
  const rows = all.filter((row) => specialties[sample.specialty[row]!]! >= 0);
  const lacking = lackingIn(extract, specialties, all);
  if (all.length > 2 * rows.length) throw new InputError([unknownSpecialty(lacking[0]!, clinic)]);
  const tellsClosing = extract.fields.includes("closed") || extract.form === "events";
  const topics = topicsOf(extract, clinic);
  const chaserHere = clinic.specialties.map(({ impatience }) => impatience.chaser !== undefined);
  const columns = new Columns();
  const unknown = new Map<string, number>();
  const chasers: number[] = [];
  let [leftOut, withoutTopic, neverClosed] = [0, 0, 0];
  let [thread, ordinal, round, answered] = [-1, -1, 0, Number.NEGATIVE_INFINITY];
  for (const row of rows) {
    const isNew = sample.thread[row] !== thread;
    if (isNew) {
      thread = sample.thread[row]!;
      answered = Number.NEGATIVE_INFINITY;
    }
    const specialty = specialties[sample.specialty[row]!]!;
    const sent = sample.sent[row]!;
    if (!isNew && sent < answered) {
      chasers.push(sent);
      if (chaserHere[specialty]) {
        leftOut += 1;
        continue;
      }
    }
    if (isNew || round >= MOST_ROUNDS) {
      ordinal += 1;
      round = 0;
    }
    round += 1;
    const reply = sample.replied[row]! < end ? sample.replied[row]! : Number.NaN;
    const closed = sample.closed[row]! < end ? sample.closed[row]! : Number.NaN;
    const isForgotten =
      !tellsClosing &&
      Number.isNaN(reply) &&
      end - sent > model.specialties[specialty]!.policies.closeThreadAfter;
    if (isForgotten) neverClosed += 1;
    const needsReply = !Number.isNaN(reply) || (Number.isNaN(closed) && !isForgotten);
    const topic = sample.topic[row]! < 0 ? -1 : topics[specialty]![sample.topic[row]!]!;
    if (sample.topic[row]! < 0) withoutTopic += 1;
    else if (topic < 0) {
      const name = extract.names.topics[sample.topic[row]!]!;
      unknown.set(name, (unknown.get(name) ?? 0) + 1);
    }
    const done = Number.isNaN(reply) ? closed : reply;
    answered = Math.max(answered, Number.isNaN(done) ? Number.POSITIVE_INFINITY : done);
    columns.add({
      thread: ordinal,
      specialty,
      patient: sample.patient[row]!,
      topic,
      urgent: sample.urgent[row]!,
      needsReply: needsReply ? 1 : 0,
      sent,
      replied: reply,
      role: Number.isNaN(reply) ? -1 : sample.role[row]!,
      person: Number.isNaN(reply) ? -1 : sample.staff[row]!,
    });
  }
  const patients = new Array<number>(clinic.specialties.length).fill(
    sample.patient.reduce((most, patient) => Math.max(most, patient + 1), 0),
  );
  const { arrivals, outcomes } = columns.done(patients);
  return {
    arrivals,
    outcomes: { ...outcomes, chasers: Float64Array.from(chasers).sort() },
    end,
    days: counts.days,
    tellsClosing,
    leftOut: {
      specialties: lacking,
      chasers: leftOut,
      topics: [...unknown].map(([name, messages]) => ({ name, messages })),
      withoutTopic,
      neverClosed,
      frontDoors: clinic.specialties.flatMap(({ name }, i) =>
        model.specialties[i]!.frontDoor.length > 0 ? [name] : [],
      ),
      ...(taken === undefined ? {} : { taken }),
      ...rolesOf(outcomes, clinic),
    },
  };
}

/** [min] The midnight after the last day. */
function minutesOf({ counts, offsets }: Extract): number {
  return offsets.changes.reduce((sum, { at, jump }) => (at < sum ? sum - jump : sum), counts.days * 1440);
}

/** Rows of patients' messages within the extract, threads one after the other, in order of sending within. */
function patientRows({ sample }: Extract, end: number): readonly number[] {
  return Array.from(sample.sent, (_, row) => row)
    .filter((row) => sample.sender[row] === PATIENT && sample.sent[row]! >= 0 && sample.sent[row]! < end)
    .sort((a, b) => sample.thread[a]! - sample.thread[b]! || sample.sent[a]! - sample.sent[b]! || a - b);
}

/** By specialty of the extract: which of the clinic's it is; −1: none. */
function specialtiesOf({ names }: Extract, clinic: Clinic): readonly number[] {
  const known = clinic.specialties.map(({ name }) => name);
  if (names.specialties.length === 1 && known.length === 1) return [0];
  return names.specialties.map((name) => known.findIndex((each) => sameName(each, name)));
}

/** Specialties of the extract that the clinic does not have, with their messages among these rows; the largest first. */
function lackingIn(
  { names, sample }: Extract,
  specialties: readonly number[],
  rows: readonly number[],
): LeftOut["specialties"] {
  const messages = new Array<number>(specialties.length).fill(0);
  for (const row of rows) messages[sample.specialty[row]!]! += 1;
  return names.specialties
    .map((name, i) => ({ name, messages: specialties[i]! < 0 ? messages[i]! : 0 }))
    .filter((each) => each.messages > 0)
    .sort((a, b) => b.messages - a.messages);
}

function unknownSpecialty({ name }: { readonly name: string }, clinic: Clinic): Issue {
  const known = clinic.specialties.map((each) => each.name);
  return {
    code: "unknown-specialty",
    path: "specialty",
    message: `most messages of the extract are of specialties that the scenario does not have, such as "${name}"`,
    hint: didYouMean(name, known) ?? `the scenario has: ${known.join(", ")}`,
    severity: "error",
  };
}

/** Where both have one specialty only, and the record gives it another name. */
function takenFor({ names, fields }: Extract, clinic: Clinic): LeftOut["taken"] {
  const [recorded, other] = names.specialties;
  const [scenario, another] = clinic.specialties;
  if (other !== undefined || another !== undefined || !fields.includes("specialty")) return undefined;
  if (recorded === undefined || scenario === undefined || sameName(recorded, scenario.name)) return undefined;
  return { recorded, scenario: scenario.name };
}

/** Replies of roles that nobody in the clinic has, and of those whose role is not told. */
function rolesOf(
  { replied, role }: Pick<Outcomes, "replied" | "role">,
  { teams }: Clinic,
): Pick<LeftOut, "roles" | "withoutRole"> {
  const replies = new Map<number, number>();
  role.forEach((rank, i) => {
    if (!Number.isNaN(replied[i]!)) replies.set(rank, (replies.get(rank) ?? 0) + 1);
  });
  const roles = ROLES.flatMap((name, rank) => {
    const own = replies.get(rank) ?? 0;
    const isThere = teams.some((team) => team.role === name && team.count > 0);
    return own > 0 && !isThere ? [{ role: name, replies: own }] : [];
  });
  return { roles, withoutRole: replies.get(-1) ?? 0 };
}

/** By specialty of the clinic and topic of the extract: which of the specialty's it is; −1: none. */
function topicsOf({ names }: Extract, clinic: Clinic): readonly (readonly number[])[] {
  return clinic.specialties.map(({ topics }) =>
    names.topics.map((name) => topics.findIndex((topic) => sameName(topic.name, name))),
  );
}

function sameName(a: string, b: string): boolean {
  const plain = (text: string) =>
    text
      .trim()
      .toLowerCase()
      .replace(/[\s_-]+/g, " ");
  return plain(a) === plain(b);
}

function partial(share: number): Issue {
  return {
    code: "partial-extract",
    path: "extract",
    message: `only ${Math.round(share * 1000) / 10} % of the patients were kept, and a replay needs the messages of all of them`,
    hint: "keep more messages with --keep-at-most, or replay fewer months",
    severity: "error",
  };
}

interface Row {
  readonly thread: number;
  readonly specialty: number;
  readonly patient: number;
  readonly topic: number;
  readonly urgent: number;
  readonly needsReply: number;
  readonly sent: number;
  readonly replied: number;
  readonly role: number;
  readonly person: number;
}

/** Rows that become columns. */
class Columns {
  readonly #rows: Row[] = [];

  add(row: Row): void {
    this.#rows.push(row);
  }

  done(patients: readonly number[]): { arrivals: RecordedArrivals; outcomes: Omit<Outcomes, "chasers"> } {
    const whole = (of: (row: Row) => number) => Int32Array.from(this.#rows, of);
    const small = (of: (row: Row) => number) => Int8Array.from(this.#rows, of);
    return {
      arrivals: {
        patients,
        thread: whole(({ thread }) => thread),
        specialty: whole(({ specialty }) => specialty),
        patient: whole(({ patient }) => patient),
        topic: whole(({ topic }) => topic),
        urgent: small(({ urgent }) => urgent),
        needsReply: small(({ needsReply }) => needsReply),
        sent: Float64Array.from(this.#rows, ({ sent }) => sent),
      },
      outcomes: {
        replied: Float64Array.from(this.#rows, ({ replied }) => replied),
        role: small(({ role }) => role),
        person: whole(({ person }) => person),
      },
    };
  }
}
