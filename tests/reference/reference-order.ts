import type { Clinic, QueuePolicy, ServicePromise } from "../../src/model/clinic.ts";
import type { MinuteCalendar } from "./reference-calendar.ts";
import type { Item, Message, State } from "./reference-state.ts";

const AFTER_ALL = 1e9;
const CAUSES = ["own", "chaser", "duplicate"] as const;

/** Order in a line: (class, place, kind, sent, id, round, cause). */
function key(item: Item): readonly number[] {
  if (item.message) {
    const { thread, record, round, cause } = item.message;
    return [item.class, item.place, 0, record.sent, thread.id, round, CAUSES.indexOf(cause)];
  }
  const work = item.work!.item;
  return [item.class, item.place, 1, work.at, work.id, 0, 0];
}

export function before(a: Item, b: Item): boolean {
  const left = key(a);
  const right = key(b);
  for (let i = 0; i < left.length; i += 1) if (left[i] !== right[i]) return left[i]! < right[i]!;
  return false;
}

export function queueOf(clinic: Clinic, team: number): QueuePolicy {
  return clinic.teams[team]!.queue ?? clinic.policies.queue;
}

/** Class and place of a message that enters a line of the team now. */
export function standing(state: State, message: Message, team: number): { class: number; place: number } {
  const { now } = state;
  const queue = queueOf(state.clinic, team);
  const urgent = state.knownUrgent[message.thread.id]!;
  if (isEscalated(state, message, team)) return { class: 1, place: message.record.sent - AFTER_ALL };
  if (queue.type === "earliest-due") {
    const due = dueOf(state, message, urgent);
    return { class: 2, place: due === Number.POSITIVE_INFINITY ? AFTER_ALL + now : due };
  }
  if (queue.type === "shortest-first") return { class: 2, place: message.pieces[message.step]!.minutes };
  if (queue.type === "ageing" && queue.headStart < Number.POSITIVE_INFINITY) {
    return { class: 2, place: urgent ? now - queue.headStart : now };
  }
  const first =
    queue.type === "urgent-first" ||
    queue.type === "ageing" ||
    (queue.type === "batch" && queue.order === "urgent-first");
  return { class: first && urgent ? 1 : 2, place: now };
}

export function isEscalated(state: State, message: Message, team: number): boolean {
  const queue = queueOf(state.clinic, team);
  if (queue.type !== "ageing" || queue.escalateAfter === Number.POSITIVE_INFINITY) return false;
  const { openBefore } = state.calendar;
  return openBefore[state.now]! - openBefore[Math.max(0, message.record.sent)]! >= queue.escalateAfter;
}

/** The earliest moment by which a promise made of the message is to be kept; Infinity: none is. */
function dueOf({ clinic, calendar }: State, message: Message, urgent: boolean): number {
  const { record, plan } = message;
  if (!plan.needsReply) return Number.POSITIVE_INFINITY;
  const made = clinic.promises.filter(
    ({ of }) =>
      of === "every patient message that needs a reply" ||
      (of === "urgent messages" && urgent) ||
      (of === "first message of every thread" && record.opensThread),
  );
  return Math.min(
    Number.POSITIVE_INFINITY,
    ...made.map((promise) => keptBy(promise, Math.max(0, record.sent), calendar)),
  );
}

function keptBy({ starts, within }: ServicePromise, sent: number, calendar: MinuteCalendar): number {
  const start = starts === "when sent" ? sent : openMinute(calendar, sent, 1);
  if (start === Number.POSITIVE_INFINITY || within.clock === "wall") {
    return start + (within.clock === "wall" ? within.minutes : 0);
  }
  if (within.clock === "business-day-end") {
    let day = calendar.dayAt[start]!;
    let left = calendar.open[day] ? within.days : Math.max(1, within.days);
    while (left > 0) {
      day += 1;
      if (day >= calendar.dayStart.length - 1) return Number.POSITIVE_INFINITY;
      if (calendar.open[day]) left -= 1;
    }
    return calendar.closing(day);
  }
  // The moment by which they have passed: the end of the last of them.
  return within.minutes === 0 ? start : openMinute(calendar, start, within.minutes) + 1;
}

/** The `n`-th open minute at or after `from`, n ≥ 1. */
function openMinute({ opening }: MinuteCalendar, from: number, n: number): number {
  let left = n;
  for (let at = from; at < opening.length; at += 1) {
    left -= opening[at]!;
    if (left === 0) return at;
  }
  return Number.POSITIVE_INFINITY;
}
