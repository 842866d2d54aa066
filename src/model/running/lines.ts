import { SimulationError } from "../../errors.ts";
import type { Simulation } from "../../kernel/index.ts";
import type { Activity, ClinicObserver } from "../observer.ts";
import { MESSAGE_CLASS } from "../policies/index.ts";
import type { TeamPlan } from "../team-plan.ts";
import type { Dispatch } from "./dispatch.ts";
import { Line, type OpenItem } from "./line.ts";

/** [min] Earlier than any run: what is escalated goes before its class, in order of sending. */
const BEFORE_ALL = 1e9;

/** All lines of the clinic: a shared one for every team, and an own one for everybody in a physicians' team. */
export class Lines {
  private readonly sim: Simulation;
  private readonly dispatch: Dispatch;
  private readonly observer: ClinicObserver;
  private readonly all: Line[] = [];
  /** By team: index of its shared line; the own lines follow it by ordinal. */
  private readonly firstOfTeam: number[] = [];

  constructor(teams: readonly TeamPlan[], sim: Simulation, dispatch: Dispatch, observer: ClinicObserver) {
    this.sim = sim;
    this.dispatch = dispatch;
    this.observer = observer;
    for (const { index, team, hasOwnLines } of teams) {
      this.firstOfTeam.push(this.all.length);
      const persons = hasOwnLines ? team.count : 0;
      for (let person = -1; person < persons; person++) {
        this.all.push(new Line(this.all.length, index, person));
      }
    }
  }

  shared(team: number): Line {
    return this.all[this.firstOfTeam[team]!]!;
  }

  /** The own line of a person of a physicians' team. */
  own(team: number, ordinal: number): Line {
    return this.all[this.firstOfTeam[team]! + 1 + ordinal]!;
  }

  /** Puts an item into a line, at a place in a class. Throws a SimulationError unless `minutes` is a finite number ≥ 0. */
  enter(item: OpenItem, line: Line, rank: number, place: number, activity: Activity, minutes: number): void {
    if (!(minutes >= 0 && minutes < Number.POSITIVE_INFINITY)) {
      throw new SimulationError(
        `${activity} would take ${minutes} minutes: draw a finite number, 0 or more`,
        {
          time: this.sim.now,
          entity: nameOf(item),
        },
      );
    }
    item.rank = rank;
    item.place = place;
    item.activity = activity;
    item.left = minutes;
    item.entered = this.sim.now;
    item.fresh = true;
    item.line = line.index;
    this.push(item, line);
  }

  /** Puts an item back into the line it came from, at its old place. */
  putBack(item: OpenItem): void {
    this.push(item, this.all[item.line]!);
  }

  /** The line that an item stands in, or was taken from. */
  of(item: OpenItem): Line {
    return this.all[item.line]!;
  }

  /** Takes out the first item of a line that has one. */
  takeFirst(line: Line): OpenItem {
    const item = line.waiting.pop()!;
    this.tell(line);
    return item;
  }

  /** Takes out an item that gives up; false when it is not waiting. */
  withdraw(item: OpenItem): boolean {
    const line = this.all[item.line]!;
    const waited = line.waiting.remove(item);
    if (waited) this.tell(line);
    return waited;
  }

  /** Moves everything that `moves` from one line to another, as it is. */
  move(from: Line, to: Line, moves: (item: OpenItem) => boolean): void {
    for (const item of [...from.waiting].filter(moves)) {
      from.waiting.remove(item);
      item.line = to.index;
      this.push(item, to);
    }
    this.tell(from);
  }

  /** Moves one item that stands in a line to another line, as it is. */
  moveOne(item: OpenItem, to: Line): void {
    this.withdraw(item);
    item.line = to.index;
    this.push(item, to);
  }

  /** Gives an item that has waited long enough the place it now has, if it stands in a line. */
  escalate(item: OpenItem): void {
    const line = this.all[item.line]!;
    if (line.waiting.remove(item)) this.push(item, line);
  }

  private push(item: OpenItem, line: Line): void {
    if (item.escalatesAt <= this.sim.now) {
      item.rank = MESSAGE_CLASS.first;
      item.place = item.sent - BEFORE_ALL;
    }
    line.waiting.push(item);
    this.tell(line);
    this.dispatch.offer(item, line.team);
  }

  private tell(line: Line): void {
    this.observer.lineChanged?.(this.sim.now, line.team, line.person, line.waiting.length);
  }
}

function nameOf(item: OpenItem): string {
  return item.kind === 0 ? `thread ${item.id}, message ${item.round}` : `work item ${item.id}`;
}
