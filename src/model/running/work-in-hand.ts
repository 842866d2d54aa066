import type { Simulation } from "../../kernel/index.ts";
import type { ClinicObserver } from "../observer.ts";
import type { Dispatch } from "./dispatch.ts";
import { INSTANT } from "./instant.ts";
import type { Line, OpenItem } from "./line.ts";
import type { Lines } from "./lines.ts";
import type { MessageFlow } from "./message-flow.ts";
import type { OtherWorkFlow } from "./other-work.ts";
import type { Person } from "./person.ts";
import type { Waits } from "./waits.ts";

/** What people have in their hands: taking up, holding for a call, putting back, ending. */
export class WorkInHand {
  private readonly people: readonly Person[];
  private readonly sim: Simulation;
  private readonly lines: Lines;
  private readonly dispatch: Dispatch;
  private readonly messages: MessageFlow;
  private readonly otherWork: OtherWorkFlow;
  private readonly waits: Waits;
  private readonly observer: ClinicObserver;

  constructor(parts: {
    readonly people: readonly Person[];
    readonly sim: Simulation;
    readonly lines: Lines;
    readonly dispatch: Dispatch;
    readonly messages: MessageFlow;
    readonly otherWork: OtherWorkFlow;
    readonly waits: Waits;
    readonly observer: ClinicObserver;
  }) {
    this.people = parts.people;
    this.sim = parts.sim;
    this.lines = parts.lines;
    this.dispatch = parts.dispatch;
    this.messages = parts.messages;
    this.otherWork = parts.otherWork;
    this.waits = parts.waits;
    this.observer = parts.observer;
  }

  /** Takes up the first item of a line, with empty hands. */
  take(person: Person, line: Line): void {
    const item = this.lines.takeFirst(line);
    item.inEvening = person.inEvening && !person.inHours;
    if (item.fresh) {
      item.fresh = false;
      if (item.kind === 0) this.messages.begin(item, person);
      else this.otherWork.begin(item);
    }
    this.goOn(person, item);
  }

  /** Puts aside what is in hand, if anything, and takes up the call at the head of a line. */
  takeCall(person: Person, line: Line): void {
    person.held = person.inHand === undefined ? undefined : this.stop(person, person.inHand);
    if (person.held?.kind === 0) {
      person.held.whereabouts = "held";
      this.observer.interrupted?.(this.sim.now, person.team, person.ordinal);
    }
    this.take(person, line);
  }

  /** Puts what is in hand back into its line, to be read again. */
  putBack(person: Person): void {
    const item = this.stop(person, person.inHand!);
    item.left += person.reRead;
    person.inHand = undefined;
    person.freeSince = this.sim.now;
    this.layBack(item);
  }

  /** Writes down what is still in somebody's hands at the end of the run. */
  cutOff(): void {
    for (const person of this.people) {
      if (person.inHand !== undefined) this.writeDown(person, person.inHand);
    }
  }

  private goOn(person: Person, item: OpenItem): void {
    const { now } = this.sim;
    if (item.kind === 0) {
      this.waits.inLine(item, this.lines.of(item), now);
      item.whereabouts = "hand";
    }
    person.inHand = item;
    person.began = now;
    person.ends = now + item.left / person.speed;
    person.ending = this.sim.scheduleAt(person.ends, this.end, person.index, INSTANT.workEnds);
  }

  private readonly end = (index: number): void => {
    const person = this.people[index]!;
    const item = person.inHand!;
    this.writeDown(person, item);
    item.left = 0;
    person.inHand = undefined;
    person.freeSince = this.sim.now;
    if (item.kind === 0) this.messages.end(item, person);
    else this.otherWork.end(item, person);
    if (person.held !== undefined) this.returnToHeld(person, person.held);
    this.dispatch.request(person.team);
  };

  private returnToHeld(person: Person, item: OpenItem): void {
    person.held = undefined;
    item.left += person.reRead;
    if (person.onDuty || person.finishes) this.goOn(person, item);
    else this.layBack(item);
  }

  private layBack(item: OpenItem): void {
    if (item.kind === 0) item.whereabouts = "line";
    this.lines.putBack(item);
  }

  /** Ends a stretch of work before the work is done. */
  private stop(person: Person, item: OpenItem): OpenItem {
    this.sim.cancel(person.ending);
    item.left = (person.ends - this.sim.now) * person.speed;
    if (item.kind === 0) item.waitsSince = this.sim.now;
    if (person.began < this.sim.now) this.writeDown(person, item);
    return item;
  }

  private writeDown(person: Person, item: OpenItem): void {
    const { now } = this.sim;
    const { team, ordinal, began, group } = person;
    if (item.kind === 0) item.addMinutes(group, now - began);
    this.observer.handled?.({
      team,
      person: ordinal,
      activity: item.activity,
      subject: item.id,
      round: item.round,
      cause: item.kind === 0 ? item.cause : "own",
      entered: item.entered,
      from: began,
      to: now,
      evening: item.inEvening,
    });
  }
}
