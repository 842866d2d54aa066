import type {
  Clinic,
  LocalMoment,
  Role,
  Specialty,
  SpecialtyPolicies,
  Stage,
  Team,
} from "../../src/model/clinic.ts";
import type { Activity, Cause, MessageRecord, VisitRecord, WorkRecord } from "../../src/model/observer.ts";
import type { Round, Thread, WorkItem, World } from "../../src/model/world.ts";
import type { MinuteCalendar } from "./reference-calendar.ts";

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** A step of a message's way; `asks` is how long the patient, asked at its end, takes to answer [waking min]. */
export interface Piece {
  readonly activity: Activity;
  readonly place: number | "physicians";
  readonly minutes: number;
  readonly asks?: number;
}

/** Why a message waits, in order of precedence. */
export type Label =
  | "being handled"
  | "patient's turn"
  | "closed"
  | "between hand-overs"
  | "owner absent"
  | "owner in clinic"
  | "triage queue"
  | "inbox queue";

export interface Message {
  readonly thread: Thread;
  readonly round: number;
  readonly cause: Cause;
  /** Its round, as far as it goes the round's way. */
  readonly plan: Round;
  readonly record: Writable<MessageRecord>;
  readonly pieces: readonly Piece[];
  /** Which piece is being worked on or waited for. */
  step: number;
  where: "line" | "hand" | "held" | "patient" | "delivery" | "routing" | "nowhere" | "out";
  item: Item | undefined;
  /** Minutes of its wait. */
  readonly labels: Record<Label, number>;
}

export interface Work {
  readonly item: WorkItem;
  readonly call: boolean;
  /** The message let in that a call is about. */
  readonly settles: Message | undefined;
  readonly record: Writable<WorkRecord>;
}

/** What stands in a line, or was taken from it. */
export interface Item {
  readonly message?: Message;
  readonly work?: Work;
  line: Line;
  class: number;
  place: number;
  readonly entered: number;
  left: number;
  taken: boolean;
}

/** A team's shared line (`person` −1), or a physician's own. */
export interface Line {
  readonly team: number;
  readonly person: number;
  readonly items: Item[];
}

export interface Person {
  readonly team: number;
  readonly ordinal: number;
  readonly speed: number;
  readonly hours: Uint8Array;
  readonly evenings: readonly { readonly from: number; readonly to: number }[];
  /** Where the evening that is open, or was last, begins. */
  lastEvening: number;
  evening: boolean;
  duty: boolean;
  dutySince: number;
  freeSince: number;
  hand: Item | undefined;
  /** The how-manieth time that anybody took something in hand. */
  handSince: number;
  held: Item | undefined;
}

/** A visit to be booked at the end of this minute. */
export type Booking = Omit<VisitRecord, "day">;

/** Everything in a clinic at one minute. */
export interface State {
  readonly clinic: Clinic;
  readonly calendar: MinuteCalendar;
  readonly world: World;
  readonly messages: Message[];
  readonly works: Work[];
  readonly bookings: Booking[];
  readonly visits: VisitRecord[];
  /** By team: the shared line, then the own ones. */
  readonly lines: readonly (readonly Line[])[];
  readonly allLines: readonly Line[];
  /** By team: when messages are delivered; undefined where they come in at once. */
  readonly deliveries: readonly (ReadonlySet<number> | undefined)[];
  readonly people: readonly (readonly Person[])[];
  readonly staff: readonly Person[];
  readonly knownUrgent: boolean[];
  /** What comes at a minute, in the order of the rules: arrivals, then what patients do who wait, then their answers. */
  readonly arrivals: Map<number, (() => void)[]>;
  readonly complaints: Map<number, (() => void)[]>;
  readonly answers: Map<number, (() => void)[]>;
  /** What is looked at once all else has happened at a minute. */
  readonly lastly: Map<number, (() => void)[]>;
  now: number;
  /** The last local day that has begun. */
  day: number;
  takings: number;
}

/** From now on: now itself, in this instant's step 4, or later. */
export function later(agenda: Map<number, (() => void)[]>, at: number, what: () => void): void {
  agenda.set(at, [...(agenda.get(at) ?? []), what]);
}

export function specialtyOf({ clinic }: State, thread: Thread): Specialty {
  return clinic.specialties[thread.specialty]!;
}

export function policiesOf(clinic: Clinic, specialty: number): SpecialtyPolicies {
  return { ...clinic.policies, ...clinic.specialties[specialty]!.policies };
}

/** The first team for a thread's messages of the role that has one of the stages; −1: there is none. */
export function firstTeam(clinic: Clinic, thread: Thread, role: Role, stages: readonly Stage[]): number {
  const topic = clinic.specialties[thread.specialty]!.topics[thread.topic]!.name;
  return clinic.teams.findIndex(
    (team: Team) =>
      team.role === role &&
      team.count >= 1 &&
      team.serves.includes(thread.specialty) &&
      (team.topics === undefined || team.topics.includes(topic)) &&
      stages.some((stage) => team.stages.includes(stage)),
  );
}

/** The first moment from `from` on by which so many waking minutes have passed; Infinity beyond the end of the run. */
export function afterWaking({ calendar }: State, from: number, minutes: number): number {
  let at = from;
  for (let left = minutes; left > 0; at += 1) {
    if (at >= calendar.end) return Number.POSITIVE_INFINITY;
    left -= calendar.waking[at]!;
  }
  return at;
}

/** When a patient can send what is ready at a minute: what an outage holds back comes after it. */
export function throughPortal({ clinic, calendar }: State, ready: number): number {
  const minuteOf = ({ date, minute }: LocalMoment) => calendar.timeOf(calendar.dates.indexOf(date), minute);
  for (const { from, to, rebound } of clinic.calendar.outages ?? []) {
    const down = minuteOf(from);
    const up = minuteOf(to);
    if (down <= ready && ready < up) return up + (rebound / (up - down)) * (ready - down);
  }
  return ready;
}

export function dayOf({ calendar, now }: State): number {
  return calendar.dayAt[now]!;
}
