import { SimulationError } from "../../errors.ts";
import type { Simulation } from "../../kernel/index.ts";
import type { Model } from "../compile.ts";
import type { Cause, ClinicObserver } from "../observer.ts";
import type { Roster } from "../roster.ts";
import { PHYSICIANS } from "../stations.ts";
import { wayOf } from "../way.ts";
import type { Displaced, Round, Thread, World } from "../world.ts";
import { Deliveries } from "./deliveries.ts";
import { Impatience } from "./impatience.ts";
import { INSTANT } from "./instant.ts";
import type { Line } from "./line.ts";
import type { Lines } from "./lines.ts";
import { MessageCaps } from "./message-caps.ts";
import { messageRecord, turnedAwayRecord } from "./message-record.ts";
import { OpenMessage } from "./open-message.ts";
import type { OtherWorkFlow } from "./other-work.ts";
import type { Person } from "./person.ts";
import { PhysiciansDesk } from "./physicians-desk.ts";
import { PlacesInLine } from "./places-in-line.ts";
import type { VisitBook } from "./visit-book.ts";
import type { Waits } from "./waits.ts";

/** A message's way: whether it is let in, which line it enters, what follows each piece of work, and what the patient does next. */
export class MessageFlow {
  private readonly model: Model;
  private readonly sim: Simulation;
  private readonly roster: Roster;
  private readonly lines: Lines;
  private readonly observer: ClinicObserver;
  private readonly otherWork: OtherWorkFlow;
  private readonly visits: VisitBook;
  private readonly waits: Waits;
  private readonly places: PlacesInLine;
  private readonly desk: PhysiciansDesk;
  private readonly deliveries: Deliveries;
  private readonly impatience: Impatience;
  private readonly caps: MessageCaps;
  /** By thread: whether it is known to be urgent. */
  private readonly knownUrgent: Uint8Array;
  /** By number, in order of sending: all that were let in. */
  private readonly sent: OpenMessage[] = [];
  /** Later messages of recorded threads, in the order in which they were expected. */
  private readonly recorded: { readonly thread: Thread; readonly round: number }[] = [];
  private openCount = 0;

  constructor({ model, world, sim, roster, teams, lines, observer, otherWork, visits, waits }: FlowParts) {
    this.model = model;
    this.sim = sim;
    this.roster = roster;
    this.lines = lines;
    this.observer = observer;
    this.otherWork = otherWork;
    this.visits = visits;
    this.waits = waits;
    this.knownUrgent = new Uint8Array(world.threads.length);
    this.places = new PlacesInLine(model, sim, lines, waits, this.sent);
    const enter = (message: OpenMessage, line: Line) => this.enter(message, line);
    this.desk = new PhysiciansDesk({ model, sim, roster, lines, teams, enter });
    this.deliveries = new Deliveries(model, sim, waits, this.sent, (message) => this.deliver(message));
    this.impatience = new Impatience(model, sim, this.sent, otherWork, (message, cause) =>
      this.send(message.thread, message.round, this.sim.now, false, cause),
    );
    this.caps = new MessageCaps(model);
  }

  /** The first message of a thread is sent, or has been waiting since before the run. */
  open(thread: Thread): void {
    this.knownUrgent[thread.id] = thread.flagged ? 1 : 0;
    this.send(thread, 0, thread.sent, true, "own");
    const { recorded } = thread;
    for (let round = 1; recorded !== undefined && round < thread.rounds.length; round += 1) {
      const sent = recorded.sent[round]!;
      if (sent >= this.model.end) return;
      this.sim.scheduleAt(sent, this.recordedFollowUp, this.recorded.length, INSTANT.arrival);
      this.recorded.push({ thread, round });
    }
  }

  /** Somebody takes it up afresh. */
  begin(message: OpenMessage, person: Person): void {
    if (Number.isNaN(message.firstRead)) message.firstRead = this.sim.now;
    message.addTouch(person.group);
    if (message.steps[message.step]!.team !== PHYSICIANS) return;
    const owner = this.roster.ownerOf(message.thread, this.model.calendar.dayOf(this.sim.now));
    if (owner === person.ordinal) return;
    message.left *= this.model.clinic.specialties[message.thread.specialty]!.unknownPatient;
  }

  /** The piece of work that it was taken up for is done. */
  end(message: OpenMessage, person: Person): void {
    const step = message.steps[message.step]!;
    if (person.assesses && (step.activity === "triage" || step.activity === "reply")) {
      this.knownUrgent[message.id] = message.thread.seenUrgent ? 1 : 0;
    }
    message.step += 1;
    message.waitsSince = this.sim.now;
    if (step.asksPatient) this.askPatient(message);
    else if (message.step < message.steps.length) this.wait(message);
    else this.close(message, person.team);
  }

  /** A call about it has ended: whoever took the call may answer what nobody is working on. */
  settle(message: OpenMessage, team: number, rank: number): void {
    const { whereabouts } = message;
    if (message.isClosed || whereabouts === "hand" || whereabouts === "held") return;
    if (rank < message.content.lowestRole) return;
    if (whereabouts === "line") this.lines.withdraw(message);
    this.tellWait(message);
    message.settledByCall = true;
    this.close(message, team);
  }

  /** From a day on, what waits for one physician waits for another. */
  handOver(team: number, from: number, to: number): void {
    const old = this.lines.own(team, from);
    if (old.waiting.length === 0) return;
    this.lines.move(old, this.lines.own(team, to), (item) => {
      if (item.kind === 0) this.waits.inLine(item, old, this.sim.now);
      return item.kind === 0;
    });
  }

  reportUnfinished(): void {
    this.visits.settle();
    for (const message of this.sent) {
      if (message.isClosed) continue;
      if (message.whereabouts !== "hand") this.tellWait(message);
      this.report(message);
    }
  }

  /** Tells how long it has waited where it is. */
  private tellWait(message: OpenMessage): void {
    const { now } = this.sim;
    if (message.whereabouts === "patient") this.waits.forPatient(message, now);
    else if (message.whereabouts === "delivery") this.waits.forDelivery(message, now);
    else if (message.whereabouts === "nowhere") this.waits.nowhere(message, now);
    else this.waits.inLine(message, this.lines.of(message), now);
  }

  private send(thread: Thread, round: number, sent: number, opensThread: boolean, cause: Cause): void {
    const content = this.contentOf(thread, round, cause);
    const rules = this.model.specialties[thread.specialty]!;
    if (cause === "own" && content.turnedAwayBy >= 0) {
      this.turnAway(thread, round, sent, opensThread, cause, content.turnedAwayBy, content.displacedTo);
      return;
    }
    const wasLetIn = cause === "own" && thread.recorded !== undefined;
    if (!wasLetIn && this.caps.turnsAway(thread, sent)) {
      this.turnAway(thread, round, sent, opensThread, cause, rules.cap!.policy, content.cappedTo);
      return;
    }
    const steps = wayOf(content, rules.ways[thread.topic]!);
    const number = this.sent.length;
    const message = new OpenMessage(number, thread, round, content, cause, sent, opensThread, steps);
    this.sent.push(message);
    this.countOpen(1);
    this.wait(message);
    if (cause === "own" && content.needsReply) this.impatience.expect(message);
  }

  private contentOf(thread: Thread, round: number, cause: Cause): Round {
    const content = thread.rounds[round];
    if (content === undefined) this.refuse(thread, `it has no message ${round}: give it one at least`);
    return cause === "own" ? content : again(content, cause);
  }

  private turnAway(
    thread: Thread,
    round: number,
    sent: number,
    opensThread: boolean,
    cause: Cause,
    policy: number,
    displaced: Displaced,
  ): void {
    this.observer.message?.(turnedAwayRecord(thread, round, cause, sent, opensThread, policy));
    if (displaced === "call") this.otherWork.callAbout({ thread, round });
    if (displaced === "visit") {
      const mode = this.model.clinic.specialties[thread.specialty]!.bookAs;
      this.visits.book(this.sim.now, { thread, round, mode, reason: "turned away" });
    }
  }

  /** Waits for its next piece of work, in a line or to be delivered there. */
  private wait(message: OpenMessage): void {
    const team = this.teamOf(message);
    if (team < 0) message.whereabouts = "nowhere";
    else if (!this.deliveries.holds(message, team)) this.deliver(message);
  }

  private deliver(message: OpenMessage): void {
    const { team } = message.steps[message.step]!;
    if (team === PHYSICIANS) this.desk.route(message);
    else this.enter(message, this.lines.shared(team));
  }

  private teamOf(message: OpenMessage): number {
    const { team } = message.steps[message.step]!;
    return team === PHYSICIANS ? message.thread.team : team;
  }

  private enter(message: OpenMessage, line: Line): void {
    message.whereabouts = "line";
    this.places.enter(message, line, this.knownUrgent[message.id] === 1);
  }

  private askPatient(message: OpenMessage): void {
    const answers = this.sendingAfter(message.content.answerDelay);
    message.whereabouts = "patient";
    if (answers <= this.sim.now) this.answer(message.number);
    else if (answers < this.model.end) {
      this.sim.scheduleAt(answers, this.answer, message.number, INSTANT.answer);
    }
  }

  private readonly answer = (number: number): void => {
    const message = this.sent[number]!;
    if (message.isClosed) return;
    this.waits.forPatient(message, this.sim.now);
    this.wait(message);
  };

  private close(message: OpenMessage, team: number): void {
    const { now } = this.sim;
    if (message.content.needsReply) message.replied = now;
    message.closed = now;
    message.closedByTeam = team;
    message.whereabouts = "closed";
    this.countOpen(-1);
    this.report(message);
    if (message.cause !== "own") return;
    this.bookVisit(message);
    if (message.thread.recorded === undefined && this.hasFollowUp(message)) this.expectFollowUp(message);
  }

  private bookVisit(message: OpenMessage): void {
    const { thread, round, content } = message;
    const [first] = thread.rounds;
    if (!Number.isNaN(content.bookingMinutes)) {
      const { mode } = this.model.specialties[thread.specialty]!.conversion;
      this.visits.book(this.sim.now, { thread, round, mode, reason: "in place of writing" });
    } else if (first!.needsVisit && Number.isNaN(first!.bookingMinutes) && !this.hasFollowUp(message)) {
      const mode = this.model.clinic.specialties[thread.specialty]!.bookAs;
      this.visits.book(this.sim.now, { thread, round, mode, reason: "after writing" });
    }
  }

  private hasFollowUp({ content, round, thread }: OpenMessage): boolean {
    const isExpected = thread.recorded !== undefined || !Number.isNaN(content.followUpDelay);
    return isExpected && round + 1 < thread.rounds.length;
  }

  private expectFollowUp(message: OpenMessage): void {
    const delay = message.content.followUpDelay;
    if (!(delay >= 0)) {
      this.refuse(message.thread, `a follow-up cannot come after ${delay} minutes: draw 0 or more`);
    }
    const sent = this.sendingAfter(delay);
    if (sent >= this.model.end) return;
    if (sent <= this.sim.now) this.followUp(message.number);
    else this.sim.scheduleAt(sent, this.followUp, message.number, INSTANT.arrival);
  }

  /** When a patient sends something so many waking minutes from now. */
  private sendingAfter(delay: number): number {
    const { waking, portal } = this.model.calendar;
    return portal.sendingAt(waking.add(this.sim.now, delay));
  }

  private readonly followUp = (number: number): void => {
    const { now } = this.sim;
    const { thread, round, closed } = this.sent[number]!;
    const opensThread = now - closed > this.model.specialties[thread.specialty]!.policies.closeThreadAfter;
    this.send(thread, round + 1, now, opensThread, "own");
  };

  private readonly recordedFollowUp = (place: number): void => {
    const { thread, round } = this.recorded[place]!;
    this.send(thread, round, this.sim.now, false, "own");
  };

  private countOpen(change: number): void {
    this.openCount += change;
    this.observer.openChanged?.(this.sim.now, this.openCount);
  }

  private refuse(thread: Thread, why: string): never {
    throw new SimulationError(why, { time: this.sim.now, entity: `thread ${thread.id}` });
  }

  private report(message: OpenMessage): void {
    this.observer.message?.(messageRecord(message, this.model.end));
  }
}

/** What a chaser, or a message that says it all again, is. */
function again(content: Round, cause: "chaser" | "duplicate"): Round {
  return {
    ...content,
    needsReply: cause === "duplicate",
    linkMinutes: Number.NaN,
    answerDelay: Number.NaN,
    bookingMinutes: Number.NaN,
  };
}

export interface FlowParts {
  readonly model: Model;
  readonly world: World;
  readonly sim: Simulation;
  readonly roster: Roster;
  readonly teams: readonly (readonly Person[])[];
  readonly lines: Lines;
  readonly observer: ClinicObserver;
  readonly otherWork: OtherWorkFlow;
  readonly visits: VisitBook;
  readonly waits: Waits;
}
