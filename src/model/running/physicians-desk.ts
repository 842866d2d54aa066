import { SimulationError } from "../../errors.ts";
import type { Simulation } from "../../kernel/index.ts";
import type { Model } from "../compile.ts";
import type { TeamNow } from "../policies/index.ts";
import type { Roster } from "../roster.ts";
import { INSTANT } from "./instant.ts";
import type { Line } from "./line.ts";
import type { Lines } from "./lines.ts";
import type { OpenMessage } from "./open-message.ts";
import type { Person } from "./person.ts";

/** Which physician's line a message enters. */
export class PhysiciansDesk {
  private readonly model: Model;
  private readonly sim: Simulation;
  private readonly roster: Roster;
  private readonly lines: Lines;
  private readonly teams: readonly (readonly Person[])[];
  private readonly enter: (message: OpenMessage, line: Line) => void;
  /** Those routed by how busy people are, of this moment. */
  private waiting: OpenMessage[] = [];

  constructor(parts: {
    readonly model: Model;
    readonly sim: Simulation;
    readonly roster: Roster;
    readonly lines: Lines;
    readonly teams: readonly (readonly Person[])[];
    readonly enter: (message: OpenMessage, line: Line) => void;
  }) {
    this.model = parts.model;
    this.sim = parts.sim;
    this.roster = parts.roster;
    this.lines = parts.lines;
    this.teams = parts.teams;
    this.enter = parts.enter;
  }

  /** Lets a message of a thread with a physicians' team enter its line, at once or when all others of this moment have come. */
  route(message: OpenMessage): void {
    if (!this.model.specialties[message.thread.specialty]!.routing.looksAround) {
      this.send(message);
      return;
    }
    message.whereabouts = "routing";
    if (this.waiting.length === 0) {
      this.sim.scheduleAt(this.sim.now, this.routeWaiting, 0, INSTANT.routing);
    }
    this.waiting.push(message);
  }

  private readonly routeWaiting = (): void => {
    const waiting = this.waiting.filter((message) => !message.isClosed).sort(bySending);
    this.waiting = [];
    for (const message of waiting) this.send(message);
  };

  private send(message: OpenMessage): void {
    const { thread } = message;
    const { team } = thread;
    const { routing } = this.model.specialties[thread.specialty]!;
    const day = this.model.calendar.dayOf(this.sim.now);
    const person = routing.personFor(this.roster.ownerOf(thread, day), this.teamNow(team, day));
    const plan = this.model.teams[team];
    if (plan === undefined || !(person < plan.team.count) || (person >= 0 && !plan.hasOwnLines)) {
      throw new SimulationError(
        `team ${team} has no person ${person} with a line: draw both from the clinic`,
        {
          time: this.sim.now,
          entity: `thread ${thread.id}`,
        },
      );
    }
    this.enter(message, person < 0 ? this.lines.shared(team) : this.lines.own(team, person));
  }

  private teamNow(team: number, day: number): TeamNow {
    return {
      count: this.model.teams[team]?.team.count ?? 0,
      isAway: (ordinal) => this.roster.isAway(team, ordinal, day),
      burden: (ordinal) => {
        const { inHand, held } = this.teams[team]![ordinal]!;
        const waiting = this.lines.own(team, ordinal).waiting.length;
        return waiting + (inHand === undefined ? 0 : 1) + (held === undefined ? 0 : 1);
      },
    };
  }
}

function bySending(a: OpenMessage, b: OpenMessage): number {
  return a.sent - b.sent || a.id - b.id || a.round - b.round || a.causeRank - b.causeRank;
}
