/**
 * A second simulator of the clinic, written from `src/model/README.md` alone. It walks every minute, looks at everybody and
 * everything, and shares no code with the kernel or the model (types only). Whole minutes; small clinics.
 */
import type { Clinic, ClockChange, Team } from "../../src/model/clinic.ts";
import type { Round, Thread, WorkItem, World } from "../../src/model/world.ts";
import { type MinuteCalendar, minuteCalendar } from "./reference-calendar.ts";

export interface ReferenceMessage {
  thread: number;
  round: number;
  sent: number;
  opensThread: boolean;
  firstRead: number;
  replied: number;
  closed: number;
  closedByTeam: number;
  nurseMinutes: number;
  physicianMinutes: number;
  nurseTouches: number;
  physicianTouches: number;
}

export interface ReferenceWork {
  id: number;
  started: number;
  ended: number;
  lost: boolean;
}

interface Item {
  message?: { thread: Thread; record: ReferenceMessage };
  work?: { item: WorkItem; record: ReferenceWork };
  stage: "triage" | "answer" | "question" | "physician" | "work";
  line: string;
  class: number;
  entered: number;
  left: number;
  started: boolean;
}

interface Due {
  thread: Thread;
  round: number;
  sent: number;
  opens: boolean;
}

interface Person {
  team: number;
  ordinal: number;
  hours: Uint8Array;
  evenings: { from: number; to: number }[];
  evening: boolean;
  duty: boolean;
  freeSince: number;
  hand: Item | undefined;
  held: Item | undefined;
}

const isCall = (clinic: Clinic, item: Item): boolean =>
  item.work !== undefined &&
  clinic.specialties[item.work.item.specialty]!.otherWork[item.work.item.source]!.interrupts;

/** Order in a line: (class, entered, kind, sent, id, round). */
function rank(item: Item): number[] {
  if (item.message) {
    const { thread, record } = item.message;
    return [item.class, item.entered, 0, record.sent, thread.id, record.round];
  }
  const work = item.work!.item;
  return [item.class, item.entered, 1, work.at, work.id, 0];
}

function before(a: Item, b: Item): boolean {
  const left = rank(a);
  const right = rank(b);
  for (let i = 0; i < left.length; i += 1) if (left[i] !== right[i]) return left[i]! < right[i]!;
  return false;
}

export function referenceClinic(clinic: Clinic, changes: readonly ClockChange[], world: World) {
  const calendar = minuteCalendar(clinic.calendar, clinic.run.start, world.days, changes);
  return new Walk(clinic, calendar, world).walk();
}

class Walk {
  readonly clinic: Clinic;
  readonly calendar: MinuteCalendar;
  readonly world: World;
  readonly messages: ReferenceMessage[] = [];
  readonly works: ReferenceWork[] = [];
  readonly lines = new Map<string, Item[]>();
  readonly people: Person[][];
  readonly staff: readonly Person[];
  readonly knownUrgent: boolean[];
  /** What is sent, and what else comes in, by minute. */
  readonly due = new Map<number, Due[]>();
  readonly workAt = new Map<number, WorkItem[]>();

  constructor(clinic: Clinic, calendar: MinuteCalendar, world: World) {
    this.clinic = clinic;
    this.calendar = calendar;
    this.world = world;
    this.knownUrgent = world.threads.map((thread) => thread.flagged);
    this.people = clinic.teams.map((team, t) =>
      Array.from({ length: team.count }, (_, ordinal) => ({
        team: t,
        ordinal,
        hours: this.hoursOf(team, t, ordinal),
        evenings: this.eveningsOf(team, t, ordinal),
        evening: false,
        duty: false,
        freeSince: 0,
        hand: undefined,
        held: undefined,
      })),
    );
    this.staff = this.people.flat();
    for (const thread of world.threads) {
      this.sendLater(Math.max(0, thread.sent), { thread, round: 0, sent: thread.sent, opens: true });
    }
    for (const item of world.work) this.workAt.set(item.at, [...(this.workAt.get(item.at) ?? []), item]);
  }

  away(team: number, ordinal: number, day: number): boolean {
    return (
      this.world.people[team]![ordinal]!.absent[day] !== 0 &&
      this.clinic.teams[team]!.absence.cover !== "float"
    );
  }

  hoursOf(team: Team, t: number, ordinal: number): Uint8Array {
    const minutes = new Uint8Array(this.calendar.end + 1);
    const own = team.people.length > ordinal ? team.people[ordinal]! : team;
    for (let day = 0; day < this.calendar.days; day += 1) {
      if (this.away(t, ordinal, day)) continue;
      for (const span of this.calendar.spans(own.inbox ?? own.shifts, day))
        minutes.fill(1, span.from, span.to);
      const sessions = this.calendar.spans(own.clinic, day);
      const taken = this.calendar.spans(own.duties, day);
      if (own.inbox === undefined) taken.push(...sessions);
      const today = this.calendar.dates[day]!;
      for (const { from, to, hours } of own.datedDuties) {
        // ISO dates compare as they read.
        if (today < from || today > to) continue;
        taken.push(
          ...this.calendar.spans(
            Array.from({ length: 7 }, () => hours),
            day,
          ),
        );
      }
      for (const span of taken) minutes.fill(0, span.from, span.to);
      sessions.forEach((session, i) => {
        const over = this.world.people[t]![ordinal]!.overrun[day]?.[i] ?? 0;
        minutes.fill(0, session.to, session.to + over);
      });
    }
    return minutes;
  }

  eveningsOf(team: Team, t: number, ordinal: number): { from: number; to: number }[] {
    const evenings: { from: number; to: number }[] = [];
    for (let day = 0; day < this.calendar.days; day += 1) {
      const worked = (team.people.length > ordinal ? team.people[ordinal]! : team).evenings;
      if (worked === undefined || this.away(t, ordinal, day)) continue;
      if (this.world.people[t]![ordinal]!.evening[day] !== 1) continue;
      const { from, upTo } = worked;
      evenings.push({ from: this.calendar.timeOf(day, from), to: this.calendar.timeOf(day, from + upTo) });
    }
    return evenings;
  }

  walk() {
    for (let now = 0; now < this.calendar.end; now += 1) {
      this.finishWork(now);
      this.loseCalls(now);
      this.endHours(now);
      this.arrive(now);
      this.loseCalls(now);
      this.beginHours(now);
      this.choose(now);
      while (this.everybody().some((person) => person.hand?.left === 0)) {
        this.finishWork(now);
        this.arrive(now);
        this.choose(now);
      }
      for (const person of this.everybody()) {
        if (!person.hand) continue;
        person.hand.left -= 1;
        if (!person.hand.message) continue;
        const record = person.hand.message.record;
        if (this.clinic.teams[person.team]!.role === "physician") record.physicianMinutes += 1;
        else record.nurseMinutes += 1;
      }
    }
    return { messages: this.messages, works: this.works };
  }

  everybody(): readonly Person[] {
    return this.staff;
  }

  // 1. Work ends.
  finishWork(now: number): void {
    for (const person of this.everybody()) {
      const item = person.hand;
      if (!item || item.left > 0) continue;
      person.hand = undefined;
      person.freeSince = now;
      if (item.work) {
        item.work.record.ended = now;
        this.takeUpHeld(person);
      } else this.messageDone(item, person, now);
    }
  }

  takeUpHeld(person: Person): void {
    const held = person.held;
    if (!held) return;
    person.held = undefined;
    const team = this.clinic.teams[person.team]!;
    held.left += team.reRead;
    if (person.duty || team.endOfHours === "finish") person.hand = held;
    else this.put(held.line, held);
  }

  messageDone(item: Item, person: Person, now: number): void {
    const { thread, record } = item.message!;
    const round = thread.rounds[record.round]!;
    const policy = this.clinic.policies.triage;
    if (item.stage === "triage") {
      this.knownUrgent[thread.id] = thread.seenUrgent;
      if (round.needsReply && (!round.nurseCloses || round.asks)) {
        const share = policy.type === "none" ? 1 : round.nurseCloses ? policy.askEffort : 1 - policy.saves;
        this.toPhysician(item, round.nurseCloses ? "question" : "physician", round.physician * share, now);
        return;
      }
    }
    if (item.stage === "question") {
      const line = this.shared(this.triageTeam(thread));
      this.put(line, {
        ...item,
        line,
        stage: "answer",
        entered: now,
        class: this.messageClass(thread),
        left: round.nurse,
        started: false,
      });
      return;
    }
    if (round.needsReply) record.replied = now;
    record.closed = now;
    record.closedByTeam = person.team;
    if (Number.isNaN(round.followUpDelay)) return;
    const at = this.afterWaking(now, round.followUpDelay);
    const opens = at - now > this.clinic.policies.closeThreadAfter;
    this.sendLater(at, { thread, round: record.round + 1, sent: at, opens });
  }

  sendLater(at: number, due: Due): void {
    this.due.set(at, [...(this.due.get(at) ?? []), due]);
  }

  /** Infinity when the waking minutes run past what the calendar holds. */
  afterWaking(from: number, minutes: number): number {
    let t = from;
    let left = minutes;
    while (left > 0) {
      if (t >= this.calendar.waking.length) return Number.POSITIVE_INFINITY;
      left -= this.calendar.waking[t]!;
      t += 1;
    }
    return t;
  }

  // 2. Calls run out of patience.
  loseCalls(now: number): void {
    for (const line of this.lines.values()) {
      for (const item of [...line]) {
        if (!item.work || !isCall(this.clinic, item) || item.started) continue;
        if (now < item.work.item.at + item.work.item.patience) continue;
        if (Number.isNaN(item.work.item.patience)) continue;
        item.work.record.lost = true;
        item.work.record.ended = now;
        line.splice(line.indexOf(item), 1);
      }
    }
  }

  onDuty(person: Person, now: number): boolean {
    return person.hours[now] === 1 || person.evening;
  }

  // 3. Hours and evenings end.
  endHours(now: number): void {
    for (const person of this.everybody()) {
      if (person.evenings.some((evening) => evening.to === now)) person.evening = false;
      const hoursGoOn = person.hours[now - 1] === 1 && person.hours[now] === 1;
      if (!person.duty || hoursGoOn || person.evening) continue;
      person.duty = false;
      const item = person.hand;
      const team = this.clinic.teams[person.team]!;
      if (!item || isCall(this.clinic, item) || team.endOfHours === "finish") continue;
      person.hand = undefined;
      item.left += team.reRead;
      this.put(item.line, item);
    }
  }

  // 4. Messages and other work arrive.
  arrive(now: number): void {
    const due = this.due.get(now) ?? [];
    this.due.delete(now);
    for (const { thread, round, sent, opens } of due) this.send(thread, round, sent, opens, now);
    const arriving = this.workAt.get(now) ?? [];
    this.workAt.delete(now);
    for (const work of arriving) {
      const record: ReferenceWork = { id: work.id, started: Number.NaN, ended: Number.NaN, lost: false };
      this.works.push(record);
      const source = this.clinic.specialties[work.specialty]!.otherWork[work.source]!;
      const own =
        work.person >= 0 && !source.interrupts && this.clinic.teams[work.team]!.role === "physician";
      const line = own ? this.own(work.team, work.person) : this.shared(work.team);
      const order = { "before messages": 0, "with messages": 2, "after messages": 3 }[source.order];
      this.put(line, {
        work: { item: work, record },
        stage: "work",
        line,
        class: source.interrupts ? -1 : order,
        entered: now,
        left: work.minutes,
        started: false,
      });
    }
  }

  send(thread: Thread, round: number, sent: number, opens: boolean, now: number): void {
    const nan = Number.NaN;
    const record: ReferenceMessage = {
      thread: thread.id,
      round,
      sent,
      opensThread: opens,
      firstRead: nan,
      replied: nan,
      closed: nan,
      closedByTeam: -1,
      nurseMinutes: 0,
      physicianMinutes: 0,
      nurseTouches: 0,
      physicianTouches: 0,
    };
    this.messages.push(record);
    const plan: Round = thread.rounds[round]!;
    const nurses = this.triageTeam(thread);
    const item: Item = {
      message: { thread, record },
      stage: "triage",
      line: "",
      class: this.messageClass(thread),
      entered: now,
      left: 0,
      started: false,
    };
    if (nurses < 0) {
      this.toPhysician(item, "physician", plan.needsReply ? plan.physician : plan.triage, now);
      return;
    }
    item.line = this.shared(nurses);
    const policy = this.clinic.policies.triage;
    const further = !plan.needsReply ? 0 : plan.nurseCloses ? (plan.asks ? 0 : plan.nurse) : plan.prepare;
    item.left = plan.triage + (policy.type === "none" ? 0 : further);
    this.put(item.line, item);
  }

  toPhysician(item: Item, stage: Item["stage"], minutes: number, now: number): void {
    const thread = item.message!.thread;
    if (thread.team < 0) return;
    const own = this.clinic.policies.routing.type === "own-physician";
    const line = own ? this.own(thread.team, thread.person) : this.shared(thread.team);
    this.put(line, {
      ...item,
      line,
      stage,
      entered: now,
      class: this.messageClass(thread),
      left: minutes,
      started: false,
    });
  }

  triageTeam(thread: Thread): number {
    if (this.clinic.policies.triage.type === "none") return -1;
    return this.clinic.teams.findIndex(
      (team) => team.role === "nurse" && team.serves.includes(thread.specialty) && team.count > 0,
    );
  }

  messageClass(thread: Thread): number {
    return this.clinic.policies.queue.type === "urgent-first" && this.knownUrgent[thread.id] ? 1 : 2;
  }

  shared(team: number): string {
    return `${team}`;
  }

  own(team: number, person: number): string {
    return `${team}/${person}`;
  }

  put(line: string, item: Item): void {
    const items = this.lines.get(line) ?? [];
    items.push(item);
    this.lines.set(line, items);
  }

  // 5. Hours and evenings begin.
  beginHours(now: number): void {
    for (const person of this.everybody()) {
      if (person.evenings.some((evening) => evening.from === now && evening.to > now)) person.evening = true;
      const duty = this.onDuty(person, now);
      if (duty && !person.duty && !person.hand) person.freeSince = now;
      if (duty && !person.duty && person.hand) person.freeSince = Math.max(person.freeSince, now);
      person.duty = duty;
    }
  }

  // 6. Choosing.
  choose(now: number): void {
    this.clinic.teams.forEach((_, t) => {
      const team = this.people[t]!;
      for (;;) {
        const call = this.first([this.shared(t)], (item) => isCall(this.clinic, item));
        if (!call) break;
        const reachable = team.filter((person) => this.linesOf(person, now).includes(this.shared(t)));
        const free = this.longestFree(reachable);
        const busy = reachable.find((p) => p.duty && p.hand && !isCall(this.clinic, p.hand));
        const taker = free ?? busy;
        if (!taker) break;
        taker.held = taker.hand;
        this.takeUp(taker, call, now);
      }
      const given = new Set<Person>();
      for (;;) {
        const free = this.longestFree(team.filter((person) => !given.has(person)));
        if (!free) break;
        given.add(free);
        const item = this.first(this.linesOf(free, now), () => true);
        if (item) this.takeUp(free, item, now);
        else if (free.evening) {
          free.evening = false;
          free.duty = this.onDuty(free, now);
        }
      }
    });
  }

  longestFree(team: Person[]): Person | undefined {
    let best: Person | undefined;
    for (const person of team) {
      if (!person.duty || person.hand) continue;
      if (!best || person.freeSince < best.freeSince) best = person;
    }
    return best;
  }

  first(lines: string[], wanted: (item: Item) => boolean): Item | undefined {
    let best: Item | undefined;
    for (const line of lines) {
      for (const item of this.lines.get(line) ?? []) {
        if (wanted(item) && (!best || before(item, best))) best = item;
      }
    }
    return best;
  }

  takeUp(person: Person, item: Item, now: number): void {
    const line = this.lines.get(item.line)!;
    line.splice(line.indexOf(item), 1);
    person.hand = item;
    if (item.message && !item.started) {
      const role = this.clinic.teams[person.team]!.role;
      item.message.record[role === "physician" ? "physicianTouches" : "nurseTouches"] += 1;
    }
    item.started = true;
    if (item.message && Number.isNaN(item.message.record.firstRead)) item.message.record.firstRead = now;
    if (item.work && Number.isNaN(item.work.record.started)) item.work.record.started = now;
  }

  linesOf(person: Person, now: number): string[] {
    const { team: t, ordinal } = person;
    const day = this.calendar.dayAt[now]!;
    if (this.away(t, ordinal, day)) return [];
    const team = this.clinic.teams[t]!;
    const rotating = team.role === "physician" && this.clinic.policies.routing.type === "rotating-physician";
    const lines = !rotating || this.inboxPhysician(t, day) === ordinal ? [this.shared(t)] : [];
    if (team.role !== "physician") return lines;
    lines.push(this.own(t, ordinal));
    for (let other = 0; other < team.count; other += 1) {
      if (other === ordinal || !this.away(t, other, day)) continue;
      if (team.absence.cover === "pool") lines.push(this.own(t, other));
      if (team.absence.cover === "buddy" && this.nextPresent(t, other, day) === ordinal)
        lines.push(this.own(t, other));
    }
    return lines;
  }

  /** The first colleague at or after `ordinal`, going round, who is not away; −1 if all are. */
  nextPresent(t: number, ordinal: number, day: number): number {
    const count = this.clinic.teams[t]!.count;
    for (let step = 0; step < count; step += 1) {
      const candidate = (ordinal + step) % count;
      if (!this.away(t, candidate, day)) return candidate;
    }
    return -1;
  }

  inboxPhysician(t: number, day: number): number {
    let open = 0;
    for (let d = 0; d < day; d += 1) if (this.calendar.open[d]) open += 1;
    return this.nextPresent(t, open % this.clinic.teams[t]!.count, day);
  }
}
