import { SimulationError } from "../../errors.ts";
import type { Simulation } from "../../kernel/index.ts";
import type { Model } from "../compile.ts";
import type { ClinicObserver } from "../observer.ts";
import { MESSAGE_CLASS } from "../policies/index.ts";
import type { WorkItem, World } from "../world.ts";
import { INSTANT } from "./instant.ts";
import type { Lines } from "./lines.ts";
import { OpenWork } from "./open-work.ts";

const CALL_RANK = MESSAGE_CLASS.first - 2;
const RANK = {
  "before messages": MESSAGE_CLASS.first - 1,
  "with messages": MESSAGE_CLASS.last,
  "after messages": MESSAGE_CLASS.last + 1,
} as const;

/** Calls and other work, from their arrival until they end, are lost, or the run is over. */
export class OtherWorkFlow {
  private readonly model: Model;
  private readonly sim: Simulation;
  private readonly lines: Lines;
  private readonly observer: ClinicObserver;
  /** By index of the work item: what has arrived and is neither ended nor lost. */
  private readonly unfinished: (OpenWork | undefined)[];

  constructor(model: Model, world: World, sim: Simulation, lines: Lines, observer: ClinicObserver) {
    this.unfinished = new Array(world.work.length).fill(undefined);
    this.model = model;
    this.sim = sim;
    this.lines = lines;
    this.observer = observer;
  }

  arrive(item: WorkItem): void {
    const source = this.model.clinic.specialties[item.specialty]?.otherWork[item.source];
    const plan = this.model.teams[item.team];
    if (source === undefined || plan === undefined || item.person >= plan.team.count) {
      throw new SimulationError(
        "other work belongs to nobody: draw its source, team and person from the clinic",
        {
          time: this.sim.now,
          entity: `work item ${item.id}`,
        },
      );
    }
    const open = new OpenWork(item);
    this.unfinished[item.id] = open;
    if (source.interrupts) {
      this.lines.enter(open, this.lines.shared(item.team), CALL_RANK, "call", item.minutes);
      this.limitPatience(open);
      return;
    }
    const hasOwnLine = plan.hasOwnLines && item.person >= 0;
    const line = hasOwnLine ? this.lines.own(item.team, item.person) : this.lines.shared(item.team);
    this.lines.enter(open, line, RANK[source.order], "other work", item.minutes);
  }

  /** Somebody takes it up for the first time. */
  begin(open: OpenWork): void {
    open.started = this.sim.now;
    if (open.patienceEnds !== undefined) this.sim.cancel(open.patienceEnds);
  }

  end(open: OpenWork): void {
    this.finish(open, false);
  }

  reportUnfinished(): void {
    for (const open of this.unfinished) if (open !== undefined) this.report(open, Number.NaN, false);
  }

  private limitPatience(open: OpenWork): void {
    const { at, patience, id } = open.work;
    if (Number.isNaN(patience)) return;
    const hangsUp = Math.max(at + patience, this.sim.now);
    if (hangsUp >= this.model.end) return;
    open.patienceEnds = this.sim.scheduleAt(hangsUp, this.hangUp, id, INSTANT.patienceEnds);
  }

  private readonly hangUp = (id: number): void => {
    const open = this.unfinished[id]!;
    this.lines.withdraw(open);
    this.finish(open, true);
  };

  private finish(open: OpenWork, lost: boolean): void {
    this.unfinished[open.id] = undefined;
    this.report(open, this.sim.now, lost);
  }

  private report({ work, started }: OpenWork, ended: number, lost: boolean): void {
    this.observer.work?.({ item: work, started, ended, lost });
  }
}
