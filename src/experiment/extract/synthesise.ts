import {
  type Cause,
  type ClinicObserver,
  drawWorld,
  type MessageRecord,
  type Model,
  Roster,
  runClinic,
  type Stretch,
  type VisitRecord,
  type WorkRecord,
  type World,
} from "../../model/index.ts";
import type { SynthesisOptions, SyntheticPerson } from "./synthesis-options.ts";
import { type BookedVisit, type SyntheticVisit, syntheticVisits } from "./synthetic-visits.ts";

/** What a portal's log would tell of a message; times are [min since start], NaN: it had not happened when the log was pulled. */
export interface SyntheticMessage {
  readonly thread: number;
  /** Counts up where a late follow-up opens a thread of its own. */
  readonly part: number;
  readonly round: number;
  readonly cause: Cause;
  readonly specialty: number;
  readonly patient: number;
  readonly topic: number;
  readonly urgent: boolean;
  readonly sent: number;
  readonly firstRead: number;
  readonly replied: number;
  readonly closed: number;
  /** Team of whoever closed it; −1 while open. */
  readonly team: number;
  /** Absent while it is open, and where a call settled it. */
  readonly closedBy?: SyntheticPerson;
  /** In order of time. */
  readonly touches: readonly SyntheticTouch[];
}

/** Somebody opens a message, or leaves it to somebody else. */
export interface SyntheticTouch extends SyntheticPerson {
  readonly kind: "read" | "forwarded";
  readonly at: number;
}

export interface SyntheticCall {
  readonly specialty: number;
  readonly at: number;
  /** Whose line it is. */
  readonly team: number;
  /** [min] Until somebody took it, or the caller hung up, or the log ended. */
  readonly waited: number;
  /** [min] NaN: nobody took it. */
  readonly minutes: number;
}

export interface SyntheticShift extends SyntheticPerson {
  readonly from: number;
  readonly to: number;
}

export interface SyntheticLog {
  /** In order of sending. */
  readonly messages: readonly SyntheticMessage[];
  readonly calls: readonly SyntheticCall[];
  /** In order of time. */
  readonly visits: readonly SyntheticVisit[];
  /** Hours for messages, absence taken out; evenings are on nobody's roster. */
  readonly shifts: readonly SyntheticShift[];
}

/**
 * One replication as the logs of a clinic would tell of it, pulled at `to`: a function of (model, seed, replication, from, to). What a front door turned away,
 * and what was sent before `from`, is not in them. Throws as `runClinic`.
 */
export function synthesise(model: Model, options: SynthesisOptions): SyntheticLog {
  const world = drawWorld(model, options.seed, options.replication);
  const observer = new LogObserver();
  runClinic(model, world, observer);
  const { from, to } = options;
  const messages = observer.messages(from, to);
  return {
    messages,
    calls: callsIn(model, observer.otherWork, from, to),
    visits: syntheticVisits(model, observer.bookedVisits(), options),
    shifts: shiftsIn(model, world, from, to),
  };
}

class LogObserver implements ClinicObserver {
  readonly otherWork: WorkRecord[] = [];
  readonly #visits: VisitRecord[] = [];
  /** By thread and round. */
  readonly #partOf = new Map<string, number>();
  readonly #records: MessageRecord[] = [];
  readonly #touches = new Map<string, SyntheticTouch[]>();
  readonly #last = new Map<string, Stretch>();

  message(record: MessageRecord): void {
    if (record.turnedAwayBy < 0) this.#records.push(record);
  }

  work(record: WorkRecord): void {
    this.otherWork.push(record);
  }

  visit(record: VisitRecord): void {
    if (record.day >= 0 && record.reason !== "turned away") this.#visits.push(record);
  }

  handled(stretch: Stretch): void {
    const { activity, subject, round, cause, team, person, from } = stretch;
    if (activity === "call" || activity === "other work") return;
    const key = keyOf(subject, round, cause);
    const before = this.#last.get(key);
    this.#last.set(key, stretch);
    if (before !== undefined && before.team === team && before.person === person) return;
    const touches = this.#touches.get(key) ?? [];
    if (before !== undefined) {
      touches.push({ kind: "forwarded", team: before.team, person: before.person, at: before.to });
    }
    touches.push({ kind: "read", team, person, at: from });
    this.#touches.set(key, touches);
  }

  messages(from: number, to: number): SyntheticMessage[] {
    const known = (time: number) => (time < to ? time : Number.NaN);
    const inOrder = [...this.#records].sort(bySending);
    const parts = new Map<number, number>();
    return inOrder.flatMap((record): SyntheticMessage[] => {
      const { thread, round, cause, sent, closedByTeam, settledByCall } = record;
      const part = (parts.get(thread.id) ?? 0) + (record.opensThread && round > 0 ? 1 : 0);
      parts.set(thread.id, part);
      this.#partOf.set(`${thread.id} ${round}`, part);
      if (!(sent >= from && sent < to)) return [];
      const key = keyOf(thread.id, round, cause);
      const last = this.#last.get(key);
      const closed = known(record.closed);
      const isClosed = !Number.isNaN(closed);
      return [
        {
          thread: thread.id,
          part,
          round,
          cause,
          specialty: thread.specialty,
          patient: thread.patient,
          topic: thread.topic,
          urgent: thread.urgent,
          sent,
          firstRead: known(record.firstRead),
          replied: known(record.replied),
          closed,
          team: isClosed ? closedByTeam : -1,
          ...(isClosed && !settledByCall && last !== undefined
            ? { closedBy: { team: last.team, person: last.person } }
            : {}),
          touches: (this.#touches.get(key) ?? []).filter(({ at }) => at < to),
        },
      ];
    });
  }

  /** Visits booked for threads; to be asked for after the messages. */
  bookedVisits(): readonly BookedVisit[] {
    return this.#visits.map(({ thread, round, mode, booked, day }) => ({
      thread: thread.id,
      part: this.#partOf.get(`${thread.id} ${round}`) ?? 0,
      specialty: thread.specialty,
      patient: thread.patient,
      mode,
      booked,
      day,
    }));
  }
}

const CAUSE_ORDER: readonly Cause[] = ["own", "chaser", "duplicate"];

function bySending(a: MessageRecord, b: MessageRecord): number {
  return (
    a.sent - b.sent ||
    a.thread.id - b.thread.id ||
    a.round - b.round ||
    CAUSE_ORDER.indexOf(a.cause) - CAUSE_ORDER.indexOf(b.cause)
  );
}

function keyOf(thread: number, round: number, cause: Cause): string {
  return `${thread} ${round} ${cause}`;
}

function callsIn(
  { clinic }: Model,
  work: readonly WorkRecord[],
  from: number,
  to: number,
): readonly SyntheticCall[] {
  return work
    .filter(({ item }) => clinic.specialties[item.specialty]!.otherWork[item.source]!.interrupts)
    .filter(({ item }) => item.at >= from && item.at < to)
    .map(({ item, started, ended, lost }) => {
      const isTaken = !lost && started < to;
      const until = isTaken ? started : lost && ended < to ? ended : to;
      return {
        specialty: item.specialty,
        at: item.at,
        team: item.team,
        waited: until - item.at,
        minutes: isTaken ? item.minutes : Number.NaN,
      };
    })
    .sort((a, b) => a.at - b.at || a.specialty - b.specialty || a.minutes - b.minutes);
}

function shiftsIn(model: Model, world: World, from: number, to: number): readonly SyntheticShift[] {
  const roster = new Roster(model, world);
  return model.teams.flatMap(({ team, index }) =>
    Array.from({ length: team.count }, (_, person) => {
      const hours = roster.hoursOf(index, person);
      const shifts: SyntheticShift[] = [];
      for (let i = 0; i < hours.stretchCount; i++) {
        if (hours.from(i) >= from && hours.from(i) < to) {
          shifts.push({ team: index, person, from: hours.from(i), to: hours.to(i) });
        }
      }
      return shifts;
    }).flat(),
  );
}
