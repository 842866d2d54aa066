/** Which line a message enters, when, and when it moves on by itself. */
import type { Clinic } from "../../src/model/clinic.ts";
import type { MinuteCalendar } from "./reference-calendar.ts";
import { isAway } from "./reference-hours.ts";
import { before, isEscalated, queueOf, standing } from "./reference-order.ts";
import { dayOf, type Item, type Line, type Message, policiesOf, type State } from "./reference-state.ts";

export function sharedLine({ lines }: State, team: number): Line {
  return lines[team]![0]!;
}

export function ownLine({ lines }: State, team: number, person: number): Line {
  return lines[team]![1 + person]!;
}

export function remove(item: Item): void {
  item.line.items.splice(item.line.items.indexOf(item), 1);
}

function move(item: Item, to: Line): void {
  remove(item);
  item.line = to;
  to.items.push(item);
}

/** The person whose patient it is today. */
export function ownerOf(state: State, { thread }: Message): number {
  let owner = thread.person;
  for (const { date, from, to } of state.clinic.teams[thread.team]!.handovers) {
    if (hasBegun(state, date) && owner === from) owner = to;
  }
  return owner;
}

function hasBegun(state: State, date: string): boolean {
  return date <= state.calendar.dates[dayOf(state)]!;
}

/** A message is to wait for its next piece of work. */
export function waitForWork(state: State, message: Message): void {
  const { place } = message.pieces[message.step]!;
  const team = place === "physicians" ? message.thread.team : place;
  message.item = undefined;
  if (team < 0) message.where = "nowhere";
  else if (state.deliveries[team]) message.where = "delivery";
  else comeIn(state, message, team);
}

/** What waits for delivery to a team comes in at one of its times on an open date. */
export function deliver(state: State): void {
  for (const message of state.messages) {
    if (message.where !== "delivery") continue;
    const { place } = message.pieces[message.step]!;
    const team = place === "physicians" ? message.thread.team : place;
    if (state.deliveries[team]!.has(state.now)) comeIn(state, message, team);
  }
}

/** The minutes at which a team's messages are delivered; undefined where they come in at once. */
export function deliveriesOf(
  clinic: Clinic,
  calendar: MinuteCalendar,
  team: number,
): ReadonlySet<number> | undefined {
  const queue = queueOf(clinic, team);
  if (queue.type !== "batch") return undefined;
  const openDays = Array.from({ length: calendar.days }, (_, day) => day).filter((day) => calendar.open[day]);
  return new Set(openDays.flatMap((day) => queue.times.map((minute) => calendar.timeOf(day, minute))));
}

function comeIn(state: State, message: Message, team: number): void {
  if (message.pieces[message.step]!.place !== "physicians") {
    enter(state, message, sharedLine(state, team));
    return;
  }
  const { routing } = policiesOf(state.clinic, message.thread.specialty);
  const owner = ownerOf(state, message);
  if (routing.type === "physician-pool" || routing.type === "rotating-physician") {
    enter(state, message, sharedLine(state, team));
  } else if (routing.type === "least-loaded") {
    message.where = "routing";
  } else if (routing.type === "covering-physician") {
    const { inboxes } = routing;
    enter(state, message, ownLine(state, team, Math.floor(owner / inboxes) * inboxes));
  } else {
    enter(state, message, ownLine(state, team, owner));
  }
}

/** One after the other, each counting those before. */
export function routeToLeastLoaded(state: State): void {
  for (;;) {
    const waiting = state.messages.filter(({ where }) => where === "routing");
    const next = waiting.reduce<Message | undefined>(
      (best, message) => (best === undefined || before(asIfAlike(message), asIfAlike(best)) ? message : best),
      undefined,
    );
    if (next === undefined) return;
    const { team } = next.thread;
    const burdens = state.people[team]!.map(
      ({ hand, held, ordinal }) =>
        ownLine(state, team, ordinal).items.length + (hand ? 1 : 0) + (held ? 1 : 0),
    );
    let best = -1;
    burdens.forEach((burden, ordinal) => {
      if (isAway(state, team, ordinal, dayOf(state))) return;
      if (best < 0 || burden < burdens[best]!) best = ordinal;
    });
    enter(state, next, ownLine(state, team, best < 0 ? ownerOf(state, next) : best));
  }
}

/** By (sent, id, round, cause) alone. */
function asIfAlike(message: Message): Item {
  const line = { team: 0, person: 0, items: [] };
  return { message, line, class: 0, place: 0, entered: 0, left: 0, taken: false };
}

function enter(state: State, message: Message, line: Line): void {
  const item: Item = {
    message,
    line,
    ...standing(state, message, line.team),
    entered: state.now,
    left: message.pieces[message.step]!.minutes,
    taken: false,
  };
  message.item = item;
  message.where = "line";
  line.items.push(item);
}

/** At its old place, unless it has been escalated since. */
export function putBack(state: State, item: Item): void {
  item.line.items.push(item);
  if (!item.message) return;
  item.message.where = "line";
  escalateItem(state, item);
}

function escalateItem(state: State, item: Item): void {
  const { message } = item;
  if (!message || !isEscalated(state, message, item.line.team)) return;
  Object.assign(item, standing(state, message, item.line.team));
}

export function escalate(state: State): void {
  for (const line of state.allLines) for (const item of line.items) escalateItem(state, item);
}

/** What its own physician has not taken up goes to all. */
export function release(state: State): void {
  const { openBefore } = state.calendar;
  for (const line of state.allLines) {
    if (line.person < 0) continue;
    for (const item of [...line.items]) {
      if (!item.message || item.taken) continue;
      const { routing } = policiesOf(state.clinic, item.message.thread.specialty);
      if (routing.type !== "own-then-pool") continue;
      if (openBefore[state.now]! - openBefore[item.entered]! < routing.after) continue;
      move(item, sharedLine(state, line.team));
    }
  }
}

/** At the beginning of a local day, messages in the line of somebody who has handed over go on. */
export function beginDay(state: State): void {
  if (state.day === dayOf(state)) return;
  state.day = dayOf(state);
  state.clinic.teams.forEach(({ handovers }, team) => {
    handovers.forEach(({ date, from, to }, i) => {
      if (!hasBegun(state, date)) return;
      if (handovers.slice(i + 1).some((next) => hasBegun(state, next.date) && next.to === from)) return;
      for (const item of [...ownLine(state, team, from).items]) {
        if (item.message) move(item, ownLine(state, team, to));
      }
    });
  });
}
