import type { ClinicObserver, Wait } from "../observer.ts";
import type { Line } from "./line.ts";
import type { OpenMessage } from "./open-message.ts";

/** Tells for what, and how long, messages waited while nobody worked on them. */
export class Waits {
  private readonly observer: ClinicObserver;

  constructor(observer: ClinicObserver) {
    this.observer = observer;
  }

  inLine(message: OpenMessage, line: Line, now: number): void {
    this.tell(message, "line", line.team, line.person, now);
  }

  /** Of a patient whom no physician looks after. */
  nowhere(message: OpenMessage, now: number): void {
    this.tell(message, "line", -1, -1, now);
  }

  forPatient(message: OpenMessage, now: number): void {
    this.tell(message, "patient", -1, -1, now);
  }

  forDelivery(message: OpenMessage, now: number): void {
    this.tell(message, "delivery", -1, -1, now);
  }

  /** From then on another wait is counted. */
  private tell(message: OpenMessage, what: Wait["for"], team: number, person: number, now: number): void {
    const from = message.waitsSince;
    message.waitsSince = now;
    if (this.observer.waited === undefined || !message.content.needsReply || !(from < now)) return;
    const { thread, round, cause, step, steps } = message;
    const { activity } = steps[Math.min(step, steps.length - 1)]!;
    this.observer.waited({ thread, round, cause, for: what, step, activity, team, person, from, to: now });
  }
}
