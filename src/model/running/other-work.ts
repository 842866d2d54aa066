import { SimulationError } from "../../errors.ts";
import type { Simulation } from "../../kernel/index.ts";
import { callId } from "../call-ids.ts";
import type { Model } from "../compile.ts";
import type { ClinicObserver } from "../observer.ts";
import { MESSAGE_CLASS } from "../policies/index.ts";
import { rankOf } from "../roles.ts";
import type { WorkItem, World } from "../world.ts";
import { INSTANT } from "./instant.ts";
import type { Lines } from "./lines.ts";
import type { OpenMessage } from "./open-message.ts";
import { type About, OpenWork } from "./open-work.ts";
import type { Person } from "./person.ts";

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
  /** The same of calls about messages, by id, in order of arrival. */
  private readonly calls = new Map<number, OpenWork>();
  private answered: (message: OpenMessage, team: number, rank: number) => void = () => undefined;

  constructor(model: Model, world: World, sim: Simulation, lines: Lines, observer: ClinicObserver) {
    this.unfinished = new Array(world.work.length).fill(undefined);
    this.model = model;
    this.sim = sim;
    this.lines = lines;
    this.observer = observer;
  }

  /** Says what follows when a call about a message was answered by a team, of a role of that rank. */
  onAnswered(answered: (message: OpenMessage, team: number, rank: number) => void): void {
    this.answered = answered;
  }

  arrive(item: WorkItem): void {
    const source = this.model.clinic.specialties[item.specialty]?.otherWork[item.source];
    const plan = this.model.teams[item.team];
    if (source === undefined || plan === undefined || item.person >= plan.team.count) {
      throw new SimulationError(
        "other work belongs to nobody: draw its source, team and person from the clinic",
        { time: this.sim.now, entity: `work item ${item.id}` },
      );
    }
    const open = new OpenWork(item);
    this.unfinished[item.id] = open;
    if (source.interrupts) {
      this.ring(open);
      return;
    }
    const hasOwnLine = plan.hasOwnLines && item.person >= 0;
    const line = hasOwnLine ? this.lines.own(item.team, item.person) : this.lines.shared(item.team);
    this.lines.enter(open, line, RANK[source.order], this.sim.now, "other work", item.minutes);
  }

  /** A patient calls now about a message; nothing happens where the specialty takes no calls. */
  callAbout(about: About): void {
    const { thread, round } = about;
    const specialty = this.model.clinic.specialties[thread.specialty]!;
    if (specialty.calls === undefined) return;
    const { callMinutes, callPatience } = thread.rounds[round]!;
    const { source } = specialty.calls;
    const open = new OpenWork(
      {
        id: callId(this.unfinished.length, thread.id, round, about.message === undefined),
        specialty: thread.specialty,
        source,
        team: specialty.otherWork[source]!.team,
        person: -1,
        at: this.sim.now,
        minutes: callMinutes,
        patience: callPatience,
      },
      about,
    );
    this.calls.set(open.id, open);
    this.ring(open);
  }

  /** Somebody takes it up for the first time. */
  begin(open: OpenWork): void {
    open.started = this.sim.now;
    if (open.patienceEnds !== undefined) this.sim.cancel(open.patienceEnds);
  }

  end(open: OpenWork, { team }: Person): void {
    this.finish(open, false);
    const message = open.about?.message;
    if (message === undefined) return;
    const rank = rankOf(this.model.clinic.teams[team]!.role);
    const answer = () => this.answered(message, team, rank);
    this.sim.scheduleAt(this.sim.now, answer, 0, INSTANT.settling);
  }

  reportUnfinished(): void {
    for (const open of this.unfinished) if (open !== undefined) this.report(open, Number.NaN, false);
    for (const open of this.calls.values()) this.report(open, Number.NaN, false);
  }

  private ring(open: OpenWork): void {
    const { work } = open;
    this.lines.enter(open, this.lines.shared(work.team), CALL_RANK, this.sim.now, "call", work.minutes);
    if (Number.isNaN(work.patience)) return;
    const hangsUp = Math.max(work.at + work.patience, this.sim.now);
    if (hangsUp >= this.model.end) return;
    open.patienceEnds = this.sim.scheduleAt(hangsUp, this.hangUp, work.id, INSTANT.patienceEnds);
  }

  private readonly hangUp = (id: number): void => {
    const open = this.unfinished[id] ?? this.calls.get(id)!;
    this.lines.withdraw(open);
    this.finish(open, true);
  };

  private finish(open: OpenWork, lost: boolean): void {
    if (open.about === undefined) this.unfinished[open.id] = undefined;
    else this.calls.delete(open.id);
    this.report(open, this.sim.now, lost);
  }

  private report({ work, about, started }: OpenWork, ended: number, lost: boolean): void {
    if (about === undefined) this.observer.work?.({ item: work, started, ended, lost });
    else {
      const { thread, round } = about;
      this.observer.work?.({ item: work, about: { thread, round }, started, ended, lost });
    }
  }
}
