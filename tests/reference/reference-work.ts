/** Who takes what up, and what becomes of it in their hands. */
import { isAway } from "./reference-hours.ts";
import { ownerOf, ownLine, putBack, remove, sharedLine, waitForWork } from "./reference-lines.ts";
import { before } from "./reference-order.ts";
import { askPatient, close } from "./reference-patients.ts";
import { countedWith, judges, rank } from "./reference-roles.ts";
import {
  dayOf,
  type Item,
  type Line,
  type Person,
  policiesOf,
  type State,
  type Work,
} from "./reference-state.ts";

const isCall = (item: Item): boolean => item.work?.call === true;

// 1. Work ends.
export function endWork(state: State): void {
  const calls: { readonly work: Work; readonly team: number }[] = [];
  const ending = state.staff.filter(({ hand }) => hand && hand.left <= 0);
  for (const person of ending.sort((a, b) => a.handSince - b.handSince)) {
    const item = person.hand!;
    person.hand = undefined;
    person.freeSince = state.now;
    if (item.message) endPiece(state, item, person);
    if (!item.work) continue;
    item.work.record.ended = state.now;
    if (item.work.settles) calls.push({ work: item.work, team: person.team });
    takeUpHeld(state, person);
  }
  for (const { work, team } of calls) settle(state, work, team);
}

function endPiece(state: State, item: Item, { team }: Person): void {
  const message = item.message!;
  const { activity, asks } = message.pieces[message.step]!;
  const { role } = state.clinic.teams[team]!;
  const { id, seenUrgent } = message.thread;
  if ((activity === "triage" || activity === "reply") && judges(role)) state.knownUrgent[id] = seenUrgent;
  message.step += 1;
  if (message.step === message.pieces.length) close(state, message, team, false);
  else if (asks === undefined) waitForWork(state, message);
  else askPatient(state, message, asks);
}

function takeUpHeld(state: State, person: Person): void {
  const { held } = person;
  if (!held) return;
  const { reRead, endOfHours } = state.clinic.teams[person.team]!;
  person.held = undefined;
  held.left += reRead;
  if (!person.duty && endOfHours === "suspend") {
    putBack(state, held);
    return;
  }
  takeInHand(state, person, held);
  if (held.message) held.message.where = "hand";
}

function settle(state: State, { settles }: Work, team: number): void {
  const message = settles!;
  const { where, plan, item } = message;
  if (where === "out" || where === "hand" || where === "held") return;
  if (rank(state.clinic.teams[team]!.role) < plan.lowestRole) return;
  if (where === "line") remove(item!);
  close(state, message, team, true);
}

// 2. Calls run out of patience.
export function loseCalls(state: State): void {
  for (const line of state.allLines) {
    for (const item of line.items.filter((each) => hasHungUp(state, each))) {
      item.work!.record.lost = true;
      item.work!.record.ended = state.now;
      remove(item);
    }
  }
}

function hasHungUp({ now }: State, item: Item): boolean {
  if (!item.work?.call) return false;
  const { at, patience } = item.work.item;
  return now >= at + patience;
}

// 3. Hours and evenings end.
export function endHours(state: State): void {
  const { now } = state;
  for (const person of state.staff) {
    if (person.lastEvening < now && person.evenings.some(({ to }) => to === now)) person.evening = false;
    const hoursGoOn = person.hours[now - 1] === 1 && person.hours[now] === 1;
    if (!person.duty || person.dutySince === now || hoursGoOn || person.evening) continue;
    person.duty = false;
    const item = person.hand;
    const { endOfHours, reRead } = state.clinic.teams[person.team]!;
    if (!item || isCall(item) || endOfHours === "finish") continue;
    person.hand = undefined;
    item.left += reRead;
    putBack(state, item);
  }
}

// 5. Hours and evenings begin.
export function beginHours(state: State): void {
  const { now } = state;
  for (const person of state.staff) {
    if (person.lastEvening !== now && person.evenings.some(({ from }) => from === now)) {
      person.lastEvening = now;
      person.evening = true;
    }
    const duty = person.hours[now] === 1 || person.evening;
    if (duty && !person.duty) {
      person.dutySince = now;
      person.freeSince = Math.max(person.freeSince, now);
    }
    person.duty = duty;
  }
}

// 6. Choosing.
export function choose(state: State): void {
  for (const team of state.people) {
    answerCalls(state, team);
    const chosen = new Set<Person>();
    for (;;) {
      const free = longestFree(team.filter((person) => !chosen.has(person)));
      if (!free) break;
      chosen.add(free);
      const item = first(linesOf(state, free), () => true);
      if (item) takeUp(state, free, item);
      else if (free.evening) {
        free.evening = false;
        free.duty = free.hours[state.now] === 1;
      }
    }
  }
}

function answerCalls(state: State, team: readonly Person[]): void {
  if (team.length === 0) return;
  const shared = sharedLine(state, team[0]!.team);
  for (;;) {
    const call = first([shared], isCall);
    if (!call) return;
    const reachable = team.filter((person) => person.duty && linesOf(state, person).includes(shared));
    const taker = longestFree(reachable) ?? reachable.find(({ hand }) => hand && !isCall(hand));
    if (!taker) return;
    taker.held = taker.hand;
    if (taker.held?.message) taker.held.message.where = "held";
    takeUp(state, taker, call);
  }
}

function longestFree(team: readonly Person[]): Person | undefined {
  let best: Person | undefined;
  for (const person of team) {
    if (!person.duty || person.hand) continue;
    if (!best || person.freeSince < best.freeSince) best = person;
  }
  return best;
}

function first(lines: readonly Line[], wanted: (item: Item) => boolean): Item | undefined {
  let best: Item | undefined;
  for (const line of lines) {
    for (const item of line.items) if (wanted(item) && (!best || before(item, best))) best = item;
  }
  return best;
}

function takeUp(state: State, person: Person, item: Item): void {
  remove(item);
  takeInHand(state, person, item);
  const { message, work } = item;
  if (work && Number.isNaN(work.record.started)) work.record.started = state.now;
  if (message) {
    message.where = "hand";
    if (Number.isNaN(message.record.firstRead)) message.record.firstRead = state.now;
    if (!item.taken) {
      message.record[`${countedWith(state.clinic.teams[person.team]!.role)}Touches`] += 1;
      const stranger =
        message.pieces[message.step]!.place === "physicians" && ownerOf(state, message) !== person.ordinal;
      if (stranger) item.left *= state.clinic.specialties[message.thread.specialty]!.unknownPatient;
    }
  }
  item.taken = true;
}

function takeInHand(state: State, person: Person, item: Item): void {
  person.hand = item;
  state.takings += 1;
  person.handSince = state.takings;
}

/** A minute goes by. */
export function workOn(state: State): void {
  for (const { hand, team, speed } of state.staff) {
    if (!hand) continue;
    hand.left -= speed;
    if (hand.message) hand.message.record[`${countedWith(state.clinic.teams[team]!.role)}Minutes`] += 1;
  }
}

/** The lines that somebody works from today. */
function linesOf(state: State, { team, ordinal }: Person): readonly Line[] {
  const day = dayOf(state);
  if (isAway(state, team, ordinal, day)) return [];
  const { role, count, absence } = state.clinic.teams[team]!;
  const lines = worksShared(state, team, ordinal) ? [sharedLine(state, team)] : [];
  if (role !== "physician") return lines;
  lines.push(ownLine(state, team, ordinal));
  for (let other = 0; other < count; other += 1) {
    if (other === ordinal || !isAway(state, team, other, day)) continue;
    const covers =
      absence.cover === "pool" || (absence.cover === "buddy" && nextPresent(state, team, other) === ordinal);
    if (covers) lines.push(ownLine(state, team, other));
  }
  return lines;
}

function worksShared(state: State, team: number, ordinal: number): boolean {
  const { clinic, calendar } = state;
  if (clinic.teams[team]!.role !== "physician") return true;
  const specialty = Math.min(...clinic.teams[team]!.serves);
  const { routing } = specialty < clinic.specialties.length ? policiesOf(clinic, specialty) : clinic.policies;
  if (routing.type !== "rotating-physician") return true;
  const openDays = calendar.open.slice(0, dayOf(state)).filter((open) => open).length;
  const turn = Math.floor(openDays / routing.turn) % clinic.teams[team]!.count;
  return nextPresent(state, team, turn) === ordinal;
}

/** The first colleague at or after `ordinal`, going round, who is not away; −1 if all are. */
function nextPresent(state: State, team: number, ordinal: number): number {
  const { count } = state.clinic.teams[team]!;
  for (let step = 0; step < count; step += 1) {
    const candidate = (ordinal + step) % count;
    if (!isAway(state, team, candidate, dayOf(state))) return candidate;
  }
  return -1;
}
