import type { Claim, Claimant } from "./claim.ts";
import type { EventHandle } from "./event-calendar.ts";
import { Interrupted } from "./interrupted.ts";
import { PRIORITY } from "./priority.ts";
import type { Process, ProcessBody, SeizeOptions, Wait } from "./process.ts";
import type { Resource } from "./resource.ts";
import { type Listener, Signal } from "./signal.ts";
import type { Simulation } from "./simulation.ts";

type State =
  | "starting"
  | "running"
  | "holding"
  | "seizing"
  | "listening"
  | "waking"
  | "interrupted"
  | "ended";

/** The events of all processes of a simulation; their subject is the process's number. */
export interface ProcessActions {
  readonly wake: (id: number) => void;
  readonly giveUp: (id: number) => void;
}

const WAIT: Wait = Object.freeze({ wait: true });
const NONE: EventHandle = 0;
const NOTHING: SeizeOptions = {};

/** How a `Process` lives: a state, at most one pending event, and the claims that it holds. */
export class RunningProcess implements Process, Claimant, Listener {
  readonly simulation: Simulation;
  private readonly id: number;
  private readonly actions: ProcessActions;
  private body: ProcessBody | undefined;
  private state: State = "starting";
  /** The event that ends the present wait, or the patience with it. */
  private pending: EventHandle = NONE;
  /** When the present hold is over; while it is suspended, how much of it is left. */
  private due = 0;
  private priority: number = PRIORITY.normal;
  /** The claim of the present `seize`. */
  private claim: Claim | undefined;
  private signal: Signal | undefined;
  private interruption: Interrupted | undefined;
  private readonly claims: Claim[] = [];
  /** How many of its claims are suspended. */
  private suspensions = 0;
  private end: Signal | undefined;

  constructor(simulation: Simulation, id: number, actions: ProcessActions) {
    this.simulation = simulation;
    this.id = id;
    this.actions = actions;
  }

  get now(): number {
    return this.simulation.now;
  }

  get ended(): boolean {
    return this.state === "ended";
  }

  hold(duration: number, priority: number = PRIORITY.normal): Wait {
    this.beginWait("holding");
    this.priority = priority;
    if (this.suspensions > 0) {
      if (!(duration >= 0)) throw new RangeError(`cannot hold for ${duration}: give a time of 0 or more`);
      this.due = duration;
    } else this.holdUntil(this.simulation.now + duration);
    return WAIT;
  }

  seize(resource: Resource, options: SeizeOptions = NOTHING): Wait {
    this.beginWait("seizing");
    this.claim = resource.request(this, options.priority, options.preempt);
    if (this.claim.state === "waiting") this.limitPatience(options.patience);
    return WAIT;
  }

  release(resource: Resource): void {
    const { claims } = this;
    let at = claims.length - 1;
    while (at >= 0 && claims[at]!.resource !== resource) at -= 1;
    if (at < 0) throw new Error("a process cannot release what it does not hold: seize it first");
    const claim = claims[at]!;
    if (at === claims.length - 1) claims.pop();
    else claims.splice(at, 1);
    this.giveBack(claim);
  }

  waitFor(what: Signal | Process, patience?: number): Wait {
    this.beginWait("listening");
    if (!(what instanceof Signal) && what.ended) return WAIT;
    this.signal = what instanceof Signal ? what : (what as RunningProcess).whenEnded();
    this.signal.add(this);
    this.limitPatience(patience);
    return WAIT;
  }

  interrupt(cause?: unknown): boolean {
    const { state } = this;
    if (state === "running") throw new Error("a process cannot interrupt itself");
    if (state === "starting" || state === "ended" || state === "interrupted") return false;
    let remaining = 0;
    if (state === "holding") remaining = this.suspensions > 0 ? this.due : this.due - this.now;
    this.forgetWait();
    if (this.claim !== undefined) this.giveBack(this.claim);
    this.claim = undefined;
    this.interruption = new Interrupted(cause, remaining);
    this.state = "interrupted";
    this.simulation.schedule(0, this.actions.wake, this.id);
    return true;
  }

  granted(): void {
    this.wakeSoon();
  }

  suspended(claim: Claim): void {
    this.suspensions += 1;
    if (this.state !== "holding") return;
    if (this.suspensions === 1) {
      this.due -= this.now;
      this.simulation.cancel(this.pending);
      this.pending = NONE;
    }
    this.due += claim.resource.reread;
  }

  resumed(): void {
    this.suspensions -= 1;
    if (this.suspensions === 0 && this.state === "holding") this.holdUntil(this.now + this.due);
  }

  heard(): void {
    this.signal = undefined;
    this.wakeSoon();
  }

  /** Begins the story; called once, by `Processes`. */
  begin(body: ProcessBody): void {
    this.body = body;
  }

  /** What it waited for has come about; called by `Processes`, which learns whether the process has ended. */
  wake(): boolean {
    this.pending = NONE;
    return this.goOn(true);
  }

  /** Its patience is over; called by `Processes`, which learns whether the process has ended. */
  giveUp(): boolean {
    this.forgetWait();
    if (this.claim !== undefined) this.giveBack(this.claim);
    this.claim = undefined;
    return this.goOn(false);
  }

  /** Fired when the process has ended. */
  whenEnded(): Signal {
    this.end ??= new Signal();
    return this.end;
  }

  private goOn(outcome: boolean): boolean {
    const body = this.body!;
    let answer = outcome;
    try {
      for (;;) {
        this.keepClaim();
        this.state = "running";
        const { interruption } = this;
        this.interruption = undefined;
        const step = interruption === undefined ? body.next(answer) : body.throw(interruption);
        if (step.done === true) break;
        if (this.isWaiting()) return false;
        answer = true;
      }
    } catch (error) {
      this.state = "ended";
      throw error instanceof Interrupted
        ? new Error("a process was interrupted and did not catch it")
        : error;
    }
    this.state = "ended";
    if (this.claims.length > 0) throw new Error("a process has ended and still holds a resource: release it");
    this.end?.fire();
    return true;
  }

  /** Whether the wait that it has just yielded goes on. */
  private isWaiting(): boolean {
    if (this.state === "seizing") return this.claim!.state === "waiting";
    if (this.state === "listening") return this.signal !== undefined;
    if (this.state === "running")
      throw new Error("a process must yield what hold, seize or waitFor returned");
    return true;
  }

  private keepClaim(): void {
    if (this.claim === undefined) return;
    this.claims.push(this.claim);
    this.claim = undefined;
  }

  private beginWait(state: State): void {
    if (this.state !== "running") {
      throw new Error(
        `a process that is ${this.state} cannot begin to wait: only itself can, and must yield each wait`,
      );
    }
    this.state = state;
  }

  private limitPatience(patience: number = Number.POSITIVE_INFINITY): void {
    if (!(patience >= 0)) throw new RangeError(`patience ${patience} is not 0 or more`);
    if (patience === Number.POSITIVE_INFINITY) return;
    this.pending = this.simulation.schedule(patience, this.actions.giveUp, this.id, PRIORITY.withdrawal);
  }

  private holdUntil(due: number): void {
    this.due = due;
    this.pending = this.simulation.scheduleAt(due, this.actions.wake, this.id, this.priority);
  }

  private wakeSoon(): void {
    if (this.pending !== NONE) this.simulation.cancel(this.pending);
    this.state = "waking";
    this.pending = this.simulation.schedule(0, this.actions.wake, this.id);
  }

  private forgetWait(): void {
    if (this.pending !== NONE) this.simulation.cancel(this.pending);
    this.pending = NONE;
    this.signal?.remove(this);
    this.signal = undefined;
  }

  private giveBack(claim: Claim): void {
    if (claim.state === "suspended") this.suspensions -= 1;
    claim.resource.release(claim);
  }
}
