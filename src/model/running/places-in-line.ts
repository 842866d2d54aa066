import type { Simulation } from "../../kernel/index.ts";
import type { Model } from "../compile.ts";
import { INSTANT } from "./instant.ts";
import type { Line } from "./line.ts";
import type { Lines } from "./lines.ts";
import type { OpenMessage } from "./open-message.ts";
import type { Waits } from "./waits.ts";

/** Where in a line a message stands, and when it moves up or on to another. */
export class PlacesInLine {
  private readonly model: Model;
  private readonly sim: Simulation;
  private readonly lines: Lines;
  private readonly waits: Waits;
  /** By number. */
  private readonly messages: readonly OpenMessage[];

  constructor(model: Model, sim: Simulation, lines: Lines, waits: Waits, messages: readonly OpenMessage[]) {
    this.model = model;
    this.sim = sim;
    this.lines = lines;
    this.waits = waits;
    this.messages = messages;
  }

  /** Enters a line for its next piece of work. */
  enter(message: OpenMessage, line: Line, knownUrgent: boolean): void {
    const { now } = this.sim;
    const discipline = this.model.queues[line.team]!;
    const { activity, minutes } = message.steps[message.step]!;
    const due = discipline.goesByDue ? this.dueOf(message, knownUrgent) : Number.POSITIVE_INFINITY;
    const place = discipline.orderOf({ entered: now, knownUrgent, minutes, due });
    this.expectEscalation(message, discipline.escalateAfter);
    this.lines.enter(message, line, discipline.messageClass(knownUrgent), place, activity, minutes);
    this.expectRelease(message, line);
  }

  /** The earliest moment by which a promise made of it is to be kept, as far as is known. */
  private dueOf({ content, opensThread, sent }: OpenMessage, knownUrgent: boolean): number {
    let due = Number.POSITIVE_INFINITY;
    if (!content.needsReply) return due;
    for (const { of, within, starts } of this.model.clinic.promises) {
      if (of === "urgent messages" && !knownUrgent) continue;
      if (of === "first message of every thread" && !opensThread) continue;
      due = Math.min(due, this.model.calendar.promiseDue(within, starts, Math.max(sent, 0)));
    }
    return due;
  }

  private expectEscalation(message: OpenMessage, after: number): void {
    message.escalatesAt = Number.POSITIVE_INFINITY;
    if (after === Number.POSITIVE_INFINITY) return;
    message.escalatesAt = this.model.calendar.business.add(Math.max(message.sent, 0), after);
    if (message.escalatesAt > this.sim.now && message.escalatesAt < this.model.end) {
      this.sim.scheduleAt(message.escalatesAt, this.escalate, message.number, INSTANT.places);
    }
  }

  private readonly escalate = (number: number): void => {
    const message = this.messages[number]!;
    if (message.whereabouts === "line" && message.escalatesAt <= this.sim.now) this.lines.escalate(message);
  };

  private expectRelease(message: OpenMessage, line: Line): void {
    message.releasesAt = Number.POSITIVE_INFINITY;
    const { releaseAfter } = this.model.specialties[message.thread.specialty]!.routing;
    if (line.person < 0 || releaseAfter === Number.POSITIVE_INFINITY) return;
    message.releasesAt = this.model.calendar.business.add(this.sim.now, releaseAfter);
    if (message.releasesAt < this.model.end) {
      this.sim.scheduleAt(message.releasesAt, this.release, message.number, INSTANT.places);
    }
  }

  private readonly release = (number: number): void => {
    const message = this.messages[number]!;
    if (message.whereabouts !== "line" || !message.fresh || message.releasesAt !== this.sim.now) return;
    const line = this.lines.of(message);
    message.releasesAt = Number.POSITIVE_INFINITY;
    this.waits.inLine(message, line, this.sim.now);
    this.lines.moveOne(message, this.lines.shared(line.team));
  };
}
