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

/** What a process needs of `Processes`: the events of them all, with the process's number as subject. */
export interface ProcessHost {
  readonly simulation: Simulation;
  /** What the process waited for has come about. */
  readonly wake: (id: number) => void;
  /** Its patience is over. */
  readonly giveUp: (id: number) => void;
  /** It is to go on as soon as the present process waits. */
  readonly setFree: (id: number) => void;
}

const WAIT: Wait = Object.freeze({ wait: true });
const NOTHING: SeizeOptions = {};

/** How a `Process` lives: a state, at most one pending event, and the claims that it holds. */
export class RunningProcess implements Process, Claimant, Listener {
  readonly id: number;
  body: ProcessBody | undefined;
  private readonly host: ProcessHost;
  private state: State = "starting";
  /** When the present hold is over; while it is suspended, how much of it is left. */
  private due = Number.NaN;
  /** The event that ends the present wait, or the patience with it; what has happened stays here. */
  private pending: EventHandle = Number.NaN;
  private priority: number = PRIORITY.normal;
  /** The claim of the present `seize`. */
  private claim: Claim | undefined;
  private signal: Signal | undefined;
  private interruption: Interrupted | undefined;
  /** The claim that it began to hold last; from there on they are linked. */
  private latest: Claim | undefined;
  /** How many of its claims are suspended. */
  private suspensions = 0;
  /** Whether the pending event ends its patience. */
  private limited = false;
  private end: Signal | undefined;

  constructor(host: ProcessHost, id: number) {
    this.host = host;
    this.id = id;
  }

  get simulation(): Simulation {
    return this.host.simulation;
  }

  get now(): number {
    return this.host.simulation.now;
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
    this.claim = resource.request(this, options.priority);
    if (this.claim.state === "waiting") this.limitPatience(options.patience);
    return WAIT;
  }

  release(resource: Resource): void {
    let later: Claim | undefined;
    let claim = this.latest;
    while (claim !== undefined && claim.resource !== resource) {
      later = claim;
      claim = claim.earlier;
    }
    if (claim === undefined)
      throw new Error("a process cannot release what it does not hold: seize it first");
    if (later === undefined) this.latest = claim.earlier;
    else later.earlier = claim.earlier;
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
    this.interruption = new Interrupted(cause, remaining);
    this.state = "interrupted";
    if (state !== "waking") this.host.setFree(this.id);
    return true;
  }

  granted(): void {
    this.setFree();
  }

  suspended(claim: Claim): void {
    this.suspensions += 1;
    if (this.state !== "holding") return;
    if (this.suspensions === 1) {
      this.due -= this.now;
      this.simulation.cancel(this.pending);
    }
    this.due += claim.resource.reread;
  }

  resumed(): void {
    this.suspensions -= 1;
    if (this.suspensions === 0 && this.state === "holding") this.holdUntil(this.now + this.due);
  }

  heard(): void {
    this.signal = undefined;
    this.setFree();
  }

  /** Fired when the process has ended. */
  whenEnded(): Signal {
    this.end ??= new Signal();
    return this.end;
  }

  /** Goes on until it waits again; false when its patience is over. Says whether it has ended. */
  goOn(outcome: boolean): boolean {
    if (!outcome) this.forgetWait();
    const body = this.body!;
    let answer = outcome;
    try {
      for (;;) {
        if (this.claim !== undefined) this.keepClaim(this.claim);
        this.state = "running";
        const step =
          this.interruption === undefined ? body.next(answer) : body.throw(this.takeInterruption());
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
    if (this.latest !== undefined)
      throw new Error("a process has ended and still holds a resource: release it");
    this.end?.fire();
    return true;
  }

  private takeInterruption(): Interrupted {
    const interruption = this.interruption!;
    this.interruption = undefined;
    return interruption;
  }

  /** Whether the wait that it has just yielded goes on. */
  private isWaiting(): boolean {
    if (this.state === "seizing") return this.claim!.state === "waiting";
    if (this.state === "listening") return this.signal !== undefined;
    if (this.state === "running")
      throw new Error("a process must yield what hold, seize or waitFor returned");
    return true;
  }

  private keepClaim(claim: Claim): void {
    claim.earlier = this.latest;
    this.latest = claim;
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
    this.limited = true;
    this.pending = this.simulation.schedule(patience, this.host.giveUp, this.id, PRIORITY.withdrawal);
  }

  private holdUntil(due: number): void {
    this.due = due;
    this.pending = this.simulation.scheduleAt(due, this.host.wake, this.id, this.priority);
  }

  private setFree(): void {
    if (this.limited) this.simulation.cancel(this.pending);
    this.limited = false;
    this.state = "waking";
    this.host.setFree(this.id);
  }

  private forgetWait(): void {
    this.simulation.cancel(this.pending);
    this.signal?.remove(this);
    this.signal = undefined;
    if (this.claim !== undefined) this.giveBack(this.claim);
    this.claim = undefined;
  }

  private giveBack(claim: Claim): void {
    if (claim.state === "suspended") this.suspensions -= 1;
    claim.resource.release(claim);
  }
}
