/** What patients do: they write, chase, call, answer, and take visits. */
import type { VisitMode } from "../../src/model/clinic.ts";
import type { Cause, VisitRecord } from "../../src/model/observer.ts";
import type { Displaced, Thread, WorkItem } from "../../src/model/world.ts";
import { noLabels } from "./reference-labels.ts";
import { sharedLine, waitForWork } from "./reference-lines.ts";
import {
  afterWaking,
  later,
  type Message,
  policiesOf,
  type State,
  specialtyOf,
  throughPortal,
} from "./reference-state.ts";
import { piecesOf, planOf } from "./reference-way.ts";

/** A message is sent: let in, or turned away. */
export function send(
  state: State,
  {
    thread,
    round,
    cause,
    sent,
    opensThread,
  }: Pick<Message["record"], "thread" | "round" | "cause" | "sent" | "opensThread">,
): void {
  const own = thread.rounds[round]!;
  const plan = planOf(own, cause);
  const refused = cause === "own" ? own.turnedAwayBy : -1;
  const turnedAwayBy = refused >= 0 ? refused : reachedCap(state, thread, sent);
  const message: Message = {
    thread,
    round,
    cause,
    plan,
    record: {
      thread,
      round,
      cause,
      sent,
      opensThread,
      turnedAwayBy,
      firstRead: Number.NaN,
      replied: Number.NaN,
      closed: Number.NaN,
      closedByTeam: -1,
      settledByCall: false,
      clerkMinutes: 0,
      nurseMinutes: 0,
      physicianMinutes: 0,
      clerkTouches: 0,
      nurseTouches: 0,
      physicianTouches: 0,
      emergency: Number.NaN,
    },
    pieces: turnedAwayBy < 0 ? piecesOf(state.clinic, thread, plan) : [],
    step: 0,
    where: "out",
    item: undefined,
    labels: noLabels(),
  };
  state.messages.push(message);
  if (turnedAwayBy >= 0) {
    displace(state, message, refused >= 0 ? own.displacedTo : own.cappedTo);
    return;
  }
  message.labels.closed = Math.max(0, -sent);
  waitForWork(state, message);
  if (cause === "own" && plan.needsReply) loseHeart(state, message);
}

/** The index of the cap that is reached; −1: none is. */
function reachedCap({ clinic, messages }: State, thread: Thread, sent: number): number {
  return policiesOf(clinic, thread.specialty).frontDoor.findIndex((door) => {
    if (sent < 0) return false;
    if (door.type !== "message-cap") return false;
    const before = messages.filter(
      ({ record, thread: other }) =>
        record.turnedAwayBy < 0 &&
        other.specialty === thread.specialty &&
        other.patient === thread.patient &&
        record.sent >= sent - door.within &&
        record.sent < sent,
    );
    return before.length >= door.messages;
  });
}

function displace(state: State, message: Message, to: Displaced): void {
  const { thread, round } = message;
  if (to === "call") call(state, thread, round, undefined);
  if (to === "visit") book(state, message, specialtyOf(state, thread).bookAs, "turned away");
}

/** "Patients who wait", from the sending on. */
function loseHeart(state: State, message: Message): void {
  const { thread, round, record, plan } = message;
  const since = Math.max(0, record.sent);
  const waits = () => message.where !== "out" && message.where !== "patient";
  if (!Number.isNaN(plan.emergencyDelay)) {
    later(state.lastly, since + plan.emergencyDelay, () => {
      if (Number.isNaN(record.replied)) record.emergency = state.now;
    });
  }
  if (Number.isNaN(plan.chaserDelay)) return;
  later(state.complaints, throughPortal(state, afterWaking(state, since, plan.chaserDelay)), () => {
    if (!waits()) return;
    const cause: Cause = plan.duplicates ? "duplicate" : "chaser";
    send(state, { thread, round, cause, sent: state.now, opensThread: false });
    if (Number.isNaN(plan.callDelay)) return;
    later(state.complaints, afterWaking(state, state.now, plan.callDelay), () => {
      if (waits()) call(state, thread, round, message);
    });
  });
}

function call(state: State, thread: Thread, round: number, settles: Message | undefined): void {
  const { calls, otherWork } = specialtyOf(state, thread);
  if (calls === undefined) return;
  const { callMinutes: minutes, callPatience: patience } = thread.rounds[round]!;
  const item = {
    id: state.world.work.length + 64 * thread.id + (settles ? 0 : 32) + round,
    specialty: thread.specialty,
    source: calls.source,
    team: otherWork[calls.source]!.team,
    person: -1,
    at: state.now,
    minutes,
    patience,
  };
  arrive(state, item, { thread, round }, settles);
}

/** Other work, or a call, comes in. */
export function arrive(
  state: State,
  item: WorkItem,
  about?: { readonly thread: Thread; readonly round: number },
  settles?: Message,
): void {
  const { interrupts, order } = state.clinic.specialties[item.specialty]!.otherWork[item.source]!;
  const work = {
    item,
    call: interrupts,
    settles,
    record: {
      item,
      ...(about === undefined ? {} : { about }),
      started: Number.NaN,
      ended: Number.NaN,
      lost: false,
    },
  };
  state.works.push(work);
  const own = item.person >= 0 && !interrupts && state.clinic.teams[item.team]!.role === "physician";
  const line = own ? state.lines[item.team]![1 + item.person]! : sharedLine(state, item.team);
  const after = { "before messages": 0, "with messages": 2, "after messages": 3 }[order];
  line.items.push({
    work,
    line,
    class: interrupts ? -1 : after,
    place: state.now,
    entered: state.now,
    left: item.minutes,
    taken: false,
  });
}

/** The patient has been asked at the end of a piece of work; the next waits for the answer. */
export function askPatient(state: State, message: Message, delay: number): void {
  message.where = "patient";
  const at = throughPortal(state, afterWaking(state, state.now, delay));
  const answer = () => {
    if (message.where === "patient") waitForWork(state, message);
  };
  if (at === state.now) answer();
  else later(state.answers, at, answer);
}

/** A message is closed: in writing, or settled in a call. What follows of it is the patient's. */
export function close(state: State, message: Message, team: number, settledByCall: boolean): void {
  const { record, plan, thread, round, cause } = message;
  message.where = "out";
  record.closed = state.now;
  if (plan.needsReply) record.replied = state.now;
  record.closedByTeam = team;
  record.settledByCall = settledByCall;
  if (cause !== "own") return;
  const { conversion, closeThreadAfter } = policiesOf(state.clinic, thread.specialty);
  const isLast = Number.isNaN(plan.followUpDelay) || round + 1 >= thread.rounds.length;
  const first = thread.rounds[0]!;
  if (!Number.isNaN(plan.bookingMinutes)) {
    const mode = conversion.type === "none" ? "in person" : conversion.mode;
    book(state, message, mode, "in place of writing");
  } else if (isLast && first.needsVisit && Number.isNaN(first.bookingMinutes)) {
    book(state, message, specialtyOf(state, thread).bookAs, "after writing");
  }
  if (isLast) return;
  const sent = throughPortal(state, afterWaking(state, state.now, plan.followUpDelay));
  const opensThread = sent - state.now > closeThreadAfter;
  const write = () => send(state, { thread, round: round + 1, cause: "own", sent, opensThread });
  if (sent === state.now) write();
  else later(state.arrivals, sent, write);
}

function book(
  state: State,
  { thread, round }: Message,
  mode: VisitMode,
  reason: VisitRecord["reason"],
): void {
  if (specialtyOf(state, thread).slots[mode] === undefined) return;
  state.bookings.push({ thread, round, mode, reason, booked: state.now });
}
