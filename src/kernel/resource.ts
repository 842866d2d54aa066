import { refuseCapacity } from "./capacity-schedule.ts";
import { Claim, type Claimant } from "./claim.ts";
import { Level } from "./level.ts";
import { PriorityLine } from "./priority-line.ts";
import type { Simulation } from "./simulation.ts";
import { WaitingLine } from "./waiting-line.ts";

export interface ResourceOptions {
  /** How many can hold it at once: whole, from 0 on. */
  readonly capacity: number;
  /**
   * Queue discipline. One of:
   * – *priority* (the default): the lower `priority` first, first come among equals; meant for a few priorities
   * – *first-come*
   * – a comparison: negative when claim `a` goes before claim `b`; first come among equals
   */
  readonly discipline?: "priority" | "first-come" | ((a: Claim, b: Claim) => number);
  /**
   * What becomes of those who hold it when the capacity falls below their number. One of:
   * – *finish* (the default): they keep it until they release it
   * – *suspend*: the last in the discipline are suspended, and resume when there is capacity again
   */
  readonly atShiftEnd?: "finish" | "suspend";
  /** Whether a claim that finds no room suspends the last holder in the discipline if that goes after it; false unless told. */
  readonly preempt?: boolean;
  /** Time added to a process's `hold` each time it is suspended, for reading oneself in again; 0 unless told. */
  readonly reread?: number;
}

/**
 * Something of which only so much can be held at once: seized, held and released by processes, or claimed directly by a
 * `Claimant`. `busy`, `waiting` and `capacity` are levels; who is suspended counts as waiting, who finishes after the
 * capacity fell as busy.
 */
export class Resource {
  readonly busy: Level;
  readonly waiting: Level;
  readonly capacity: Level;
  /** What each suspension costs [time]. */
  readonly reread: number;

  private readonly simulation: Simulation;
  private readonly compare: (a: Claim, b: Claim) => number;
  private readonly suspending: boolean;
  private readonly preempting: boolean;
  private readonly fresh: WaitingLine<Claim> | PriorityLine<Claim>;
  /** How many hold it. */
  private held = 0;
  /** Those who hold it, in the order in which they took their turns, where it can be taken away from them. */
  private readonly holders: Claim[] | undefined;
  private readonly suspended: WaitingLine<Claim> | PriorityLine<Claim> | undefined;

  /** Throws a RangeError on a capacity or re-read cost out of its domain. */
  constructor(simulation: Simulation, options: ResourceOptions) {
    const { capacity, discipline = "priority", atShiftEnd = "finish", preempt = false, reread = 0 } = options;
    refuseCapacity(capacity);
    if (!(reread >= 0 && reread < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`the cost of reading in again must be 0 or more and finite, not ${reread}`);
    }
    this.simulation = simulation;
    this.compare = typeof discipline === "function" ? discipline : byDiscipline[discipline];
    this.suspending = atShiftEnd === "suspend";
    this.preempting = preempt;
    this.reread = reread;
    this.fresh = lineFor(discipline);
    if (this.suspending || preempt) {
      this.suspended = lineFor(discipline);
      this.holders = [];
    }
    this.busy = new Level(0, simulation.now);
    this.waiting = new Level(0, simulation.now);
    this.capacity = new Level(capacity, simulation.now);
  }

  /**
   * Brings a claim. When there is room, or it may take the place of another, its state is "held" at once; else it is
   * "waiting", and `claimant.granted` is called when its turn comes. Throws a RangeError when `priority` is NaN.
   */
  request(claimant: Claimant, priority = 0): Claim {
    if (Number.isNaN(priority)) throw new RangeError("a claim needs a priority that is a number, not NaN");
    const claim = new Claim(this, claimant, priority);
    if (this.held < this.capacity.value || (this.preempting && this.makeRoom(claim))) {
      this.hold(claim);
      this.noteBusy();
      return claim;
    }
    this.fresh.push(claim);
    this.waiting.set(this.waiting.value + 1, this.simulation.now);
    return claim;
  }

  /** Ends a claim that waits, is held or is suspended; false when it has ended already. */
  release(claim: Claim): boolean {
    const { state } = claim;
    if (claim.resource !== this || state === "ended") return false;
    claim.state = "ended";
    if (state === "held") {
      this.drop(claim);
      this.callNext();
      this.noteBusy();
    } else {
      (state === "waiting" ? this.fresh : this.suspended)?.remove(claim);
      this.waiting.set(this.waiting.value - 1, this.simulation.now);
    }
    return true;
  }

  /** Changes how many can hold it at once: whole, from 0 on. */
  setCapacity(capacity: number): void {
    refuseCapacity(capacity);
    this.capacity.set(capacity, this.simulation.now);
    while (this.suspending && this.held > capacity) this.suspend(this.lastHolder()!);
    this.callNext();
    this.noteBusy();
  }

  private callNext(): void {
    while (this.waiting.value > 0 && this.held < this.capacity.value) {
      this.waiting.set(this.waiting.value - 1, this.simulation.now);
      if (this.suspended !== undefined && this.suspended.length > 0 && this.suspendedGoesFirst()) {
        const claim = this.suspended.pop()!;
        this.hold(claim);
        claim.claimant.resumed(claim);
      } else {
        const claim = this.fresh.pop()!;
        this.hold(claim);
        claim.claimant.granted(claim);
      }
    }
  }

  private suspendedGoesFirst(): boolean {
    const fresh = this.fresh.peek();
    return fresh === undefined || this.compare(this.suspended!.peek()!, fresh) <= 0;
  }

  private hold(claim: Claim): void {
    claim.state = "held";
    this.held += 1;
    this.holders?.push(claim);
  }

  private drop(claim: Claim): void {
    this.held -= 1;
    this.holders?.splice(this.holders.indexOf(claim), 1);
  }

  /** From one holder to the next the level of those who hold it does not change. */
  private noteBusy(): void {
    if (this.busy.value !== this.held) this.busy.set(this.held, this.simulation.now);
  }

  private makeRoom(claim: Claim): boolean {
    const last = this.held === this.capacity.value ? this.lastHolder() : undefined;
    if (last === undefined || this.compare(claim, last) >= 0) return false;
    this.suspend(last);
    return true;
  }

  private suspend(claim: Claim): void {
    this.drop(claim);
    claim.state = "suspended";
    this.suspended!.push(claim);
    this.waiting.set(this.waiting.value + 1, this.simulation.now);
    claim.claimant.suspended(claim);
  }

  /** The holder that goes last in the discipline; of equals the one that took its turn last. O(holders). */
  private lastHolder(): Claim | undefined {
    let last: Claim | undefined;
    for (const claim of this.holders!) if (last === undefined || this.compare(claim, last) >= 0) last = claim;
    return last;
  }
}

const byDiscipline = {
  priority: (a: Claim, b: Claim): number => a.priority - b.priority,
  "first-come": (): number => 0,
} as const;

function lineFor(discipline: ResourceOptions["discipline"]): WaitingLine<Claim> | PriorityLine<Claim> {
  if (discipline === "first-come") return new WaitingLine();
  return typeof discipline === "function" ? new WaitingLine(discipline) : new PriorityLine();
}
