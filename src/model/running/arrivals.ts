import { SimulationError } from "../../errors.ts";
import type { Simulation } from "../../kernel/index.ts";
import type { Model } from "../compile.ts";
import type { Roster } from "../roster.ts";
import type { World } from "../world.ts";
import type { Dispatch } from "./dispatch.ts";
import { INSTANT } from "./instant.ts";
import type { Line } from "./line.ts";
import type { Lines } from "./lines.ts";
import type { MessageFlow } from "./message-flow.ts";
import type { OtherWorkFlow } from "./other-work.ts";
import type { Person } from "./person.ts";

/** What comes in by itself: first messages, calls and other work, and the next day. */
export class Arrivals {
  private readonly parts: ArrivalParts;
  private nextThread = 0;
  private nextWork = 0;
  private lastSent = Number.NEGATIVE_INFINITY;
  private lastWork = Number.NEGATIVE_INFINITY;
  private day = 0;

  constructor(parts: ArrivalParts) {
    this.parts = parts;
  }

  start(): void {
    this.expectThread();
    this.expectWork();
    this.parts.sim.scheduleAt(0, this.dayBegins, 0, INSTANT.dayBegins);
  }

  private expectThread(): void {
    const thread = this.parts.world.threads[this.nextThread];
    if (thread === undefined) return;
    if (!(thread.sent >= this.lastSent && thread.id === this.nextThread)) {
      this.refuse(thread.sent, `thread ${thread.id}`);
    }
    this.lastSent = thread.sent;
    this.expect(thread.sent, this.threadArrives);
  }

  private expectWork(): void {
    const item = this.parts.world.work[this.nextWork];
    if (item === undefined) return;
    if (!(item.at >= this.lastWork && item.id === this.nextWork)) {
      this.refuse(item.at, `work item ${item.id}`);
    }
    this.lastWork = item.at;
    this.expect(item.at, this.workArrives);
  }

  private expect(time: number, action: () => void): void {
    const { sim, model } = this.parts;
    if (time < model.end) sim.scheduleAt(Math.max(time, 0), action, 0, INSTANT.arrival);
  }

  private refuse(time: number, entity: string): never {
    throw new SimulationError(
      `cannot arrive at ${time}: sort the world by time and number it in that order`,
      {
        time: this.parts.sim.now,
        entity,
      },
    );
  }

  private readonly threadArrives = (): void => {
    this.parts.messages.open(this.parts.world.threads[this.nextThread++]!);
    this.expectThread();
  };

  private readonly workArrives = (): void => {
    this.parts.otherWork.arrive(this.parts.world.work[this.nextWork++]!);
    this.expectWork();
  };

  private readonly dayBegins = (): void => {
    const { sim, model, people, roster, lines, dispatch } = this.parts;
    const day = this.day++;
    this.handOver(day);
    for (const person of people) {
      const { team, ordinal } = person;
      const away = roster.isAway(team, ordinal, day);
      person.worksShared = !away && roster.worksShared(team, ordinal, day);
      const today: Line[] = person.worksShared ? [lines.shared(team)] : [];
      if (!away && model.teams[team]!.hasOwnLines) {
        today.push(lines.own(team, ordinal));
        for (const colleague of roster.coveredBy(team, ordinal, day)) today.push(lines.own(team, colleague));
      }
      person.lines = today;
      dispatch.request(team);
    }
    if (this.day < model.days) {
      sim.scheduleAt(model.calendar.dayStart(this.day), this.dayBegins, 0, INSTANT.dayBegins);
    }
  };

  /** What still waits for somebody whose patients have become another's. */
  private handOver(day: number): void {
    for (const { index, handovers } of this.parts.model.teams) {
      const past = handovers.filter((handover) => handover.day <= day);
      past.forEach(({ from, to }, i) => {
        const receives = past.slice(i + 1).some((later) => later.to === from);
        if (!receives) this.parts.messages.handOver(index, from, to);
      });
    }
  }
}

export interface ArrivalParts {
  readonly model: Model;
  readonly world: World;
  readonly sim: Simulation;
  readonly roster: Roster;
  readonly people: readonly Person[];
  readonly lines: Lines;
  readonly dispatch: Dispatch;
  readonly messages: MessageFlow;
  readonly otherWork: OtherWorkFlow;
}
