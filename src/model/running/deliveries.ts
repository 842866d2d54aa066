import type { Simulation } from "../../kernel/index.ts";
import type { Model } from "../compile.ts";
import { INSTANT } from "./instant.ts";
import type { OpenMessage } from "./open-message.ts";
import type { Waits } from "./waits.ts";

/** Messages for teams that look at their inbox at set times only. */
export class Deliveries {
  private readonly model: Model;
  private readonly sim: Simulation;
  private readonly waits: Waits;
  /** By number. */
  private readonly messages: readonly OpenMessage[];
  private readonly deliver: (message: OpenMessage) => void;

  constructor(
    model: Model,
    sim: Simulation,
    waits: Waits,
    messages: readonly OpenMessage[],
    deliver: (message: OpenMessage) => void,
  ) {
    this.model = model;
    this.sim = sim;
    this.waits = waits;
    this.messages = messages;
    this.deliver = deliver;
  }

  /** Keeps a message for a team until its next delivery; false if it can be delivered now. */
  holds(message: OpenMessage, team: number): boolean {
    const { deliveries } = this.model.queues[team]!;
    if (deliveries.length === 0) return false;
    const next = this.nextOf(deliveries);
    if (next === this.sim.now) return false;
    message.whereabouts = "delivery";
    if (next < this.model.end) this.sim.scheduleAt(next, this.bring, message.number, INSTANT.places);
    return true;
  }

  private readonly bring = (number: number): void => {
    const message = this.messages[number]!;
    if (message.isClosed) return;
    this.waits.forDelivery(message, this.sim.now);
    this.deliver(message);
  };

  /** The first of the local times, on an open date, from now on [min since start]; Infinity when there is none in the run. */
  private nextOf(deliveries: readonly number[]): number {
    const { calendar, days } = this.model;
    const { now } = this.sim;
    for (let day = calendar.dayOf(now); day < days; day += 1) {
      if (!calendar.isOpenDay(day)) continue;
      for (const minute of deliveries) {
        const moment = calendar.timeOf(day, minute);
        if (moment >= now) return moment;
      }
    }
    return Number.POSITIVE_INFINITY;
  }
}
