import type { Simulation } from "../../kernel/index.ts";
import type { Model } from "../compile.ts";
import type { Cause } from "../observer.ts";
import { INSTANT } from "./instant.ts";
import type { OpenMessage } from "./open-message.ts";
import type { OtherWorkFlow } from "./other-work.ts";

/** What patients do whose message has no reply yet: write again, then call. */
export class Impatience {
  private readonly model: Model;
  private readonly sim: Simulation;
  /** By number. */
  private readonly messages: readonly OpenMessage[];
  private readonly otherWork: OtherWorkFlow;
  private readonly send: (message: OpenMessage, cause: Cause) => void;

  constructor(
    model: Model,
    sim: Simulation,
    messages: readonly OpenMessage[],
    otherWork: OtherWorkFlow,
    send: (message: OpenMessage, cause: Cause) => void,
  ) {
    this.model = model;
    this.sim = sim;
    this.messages = messages;
    this.otherWork = otherWork;
    this.send = send;
  }

  /** The patience for a message that was let in begins to run. */
  expect({ content, sent, number }: OpenMessage): void {
    if (Number.isNaN(content.chaserDelay)) return;
    const { waking, portal } = this.model.calendar;
    const moment = waking.add(Math.max(sent, 0), content.chaserDelay);
    this.expectAt(portal.sendingAt(moment), this.chase, number);
  }

  private expectAt(moment: number, action: (number: number) => void, number: number): void {
    if (moment < this.model.end) this.sim.scheduleAt(moment, action, number, INSTANT.impatience);
  }

  private readonly chase = (number: number): void => {
    const message = this.messages[number]!;
    if (!waits(message)) return;
    this.send(message, message.content.duplicates ? "duplicate" : "chaser");
    const { callDelay } = message.content;
    if (Number.isNaN(callDelay)) return;
    this.expectAt(this.model.calendar.waking.add(this.sim.now, callDelay), this.call, number);
  };

  private readonly call = (number: number): void => {
    const message = this.messages[number]!;
    const { thread, round } = message;
    if (waits(message)) this.otherWork.callAbout({ thread, round, message });
  };
}

/** Whether the patient is kept waiting. */
function waits(message: OpenMessage): boolean {
  return !message.isClosed && message.whereabouts !== "patient";
}
