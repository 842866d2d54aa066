import { Level } from "./level.ts";
import { PRIORITY } from "./priority.ts";
import type { Simulation } from "./simulation.ts";
import { checkStationOptions, type StationOptions } from "./station-options.ts";
import { WaitingLine } from "./waiting-line.ts";

interface Line {
  readonly number: number;
  readonly fresh: WaitingLine<number>;
  readonly suspended: WaitingLine<number>;
  readonly level: Level;
  /** Those who serve it, in the order in which an idle one is chosen. */
  readonly servers: number[];
}

const NOBODY = -1;
const NOWHERE = -1;
const LAST_JOB = 0xffffff;

/**
 * Servers and the lines that they share: the fast way to model work, by callbacks and job numbers.
 *
 * 1. `enter(job, work, line)`: the first idle server of that line takes the job at once; else it waits.
 * 2. After work ÷ speed the job is done.
 * 3. A server that becomes free takes the next job of the first line in its preference where one waits, suspended jobs
 *    before fresh ones.
 *
 * Jobs are whole numbers from 0 to 16,777,215 that the model chooses, each in the station at most once at a time; tables
 * grow to the largest, so use numbers again. `busy`, `onDuty` and `waiting(line)` are levels. A suspended job counts as
 * waiting, a server that finishes its work after its shift as busy but not on duty.
 */
export class Station {
  /** How many servers work. */
  readonly busy: Level;
  /** How many servers are on duty. */
  readonly onDuty: Level;

  private readonly simulation: Simulation;
  private readonly options: StationOptions;
  private readonly lines: readonly Line[];
  private readonly preferences: readonly (readonly Line[])[];
  private readonly speeds: Float64Array;
  private readonly duty: Uint8Array;
  /** Job in hand, by server. */
  private readonly jobs: Int32Array;
  private readonly dues: Float64Array;
  private readonly completions: Float64Array;
  private idle = 0;
  private lineOf = new Int32Array(256).fill(NOWHERE);
  private works = new Float64Array(256);
  /** Withdrawal event of each job that waits with patience; 0 of others. */
  private withdrawals: Float64Array = new Float64Array(256);

  /** Throws a RangeError on options out of their domain. */
  constructor(simulation: Simulation, options: StationOptions) {
    checkStationOptions(options);
    const { servers, lines = [{}], serves } = options;
    const { now } = simulation;
    const count = typeof servers === "number" ? servers : servers.length;
    this.simulation = simulation;
    this.options = options;
    this.lines = lines.map((line, number) => ({
      number,
      fresh: new WaitingLine(line.compare),
      suspended: new WaitingLine(line.compare),
      level: new Level(0, now),
      servers: [],
    }));
    this.speeds = typeof servers === "number" ? new Float64Array(count).fill(1) : Float64Array.from(servers);
    this.preferences = Array.from({ length: count }, (_, server) =>
      (serves?.[server] ?? lines.map((_, number) => number)).map((number) => this.lines[number]!),
    );
    this.preferences.forEach((own, server) => {
      for (const line of own) line.servers.push(server);
    });
    this.duty = new Uint8Array(count);
    this.jobs = new Int32Array(count).fill(NOBODY);
    this.dues = new Float64Array(count);
    this.completions = new Float64Array(count);
    this.busy = new Level(0, now);
    this.onDuty = new Level(0, now);
    this.setCapacity(options.onDuty ?? count);
  }

  /** How many wait in a line. */
  waiting(line = 0): Level {
    return this.lines[line]!.level;
  }

  /**
   * Brings a job with so much work ≥ 0 into a line. With `patience` it leaves again when it has waited so long for its
   * first start. Throws a RangeError on work, patience or a line out of their domain, and when the job is here already.
   */
  enter(job: number, work: number, line = 0, patience: number = Number.POSITIVE_INFINITY): void {
    const joined = this.lines[line];
    if (joined === undefined)
      throw new RangeError(`line ${line} is not one of 0 to ${this.lines.length - 1}`);
    if (!(work >= 0 && work < Number.POSITIVE_INFINITY))
      throw new RangeError(`work ${work} is not 0 or more`);
    if (!(patience >= 0)) throw new RangeError(`patience ${patience} is not 0 or more`);
    if (this.lineOf[job] !== NOWHERE) this.makeRoom(job);
    this.lineOf[job] = line;
    this.works[job] = work;
    if (this.startSomewhere(job, joined)) return;
    joined.fresh.push(job);
    this.changeWaiting(joined, 1);
    if (patience < Number.POSITIVE_INFINITY) {
      this.withdrawals[job] = this.simulation.schedule(patience, this.withdraw, job, PRIORITY.withdrawal);
    }
  }

  /** Takes a job out that waits for its first start; false when it does not. Calls `onLeave`. */
  leave(job: number): boolean {
    const number = this.lineOf[job] ?? NOWHERE;
    const line = this.lines[number];
    if (line === undefined || !line.fresh.remove(job)) return false;
    this.forgetPatience(job);
    this.lineOf[job] = NOWHERE;
    this.changeWaiting(line, -1);
    this.options.onLeave?.(job, number);
    return true;
  }

  /** Puts the first `capacity` servers on duty and the others off. Whole, from 0 to the number of servers. */
  setCapacity(capacity: number): void {
    if (!Number.isInteger(capacity) || capacity < 0 || capacity > this.jobs.length) {
      throw new RangeError(`capacity ${capacity} is not a whole number from 0 to ${this.jobs.length}`);
    }
    // The idle ones go first, so that nobody who is about to go takes up what another one puts down.
    for (let server = capacity; server < this.jobs.length; server++) {
      if (this.jobs[server] === NOBODY) this.setOnDuty(server, false);
    }
    for (let server = capacity; server < this.jobs.length; server++) this.setOnDuty(server, false);
    for (let server = 0; server < capacity; server++) this.setOnDuty(server, true);
  }

  /** Puts one server on or off duty; what becomes of work in hand says `atShiftEnd`. */
  setOnDuty(server: number, onDuty: boolean): void {
    if (this.duty[server] === undefined) throw new RangeError(`there is no server ${server}`);
    if (this.duty[server] === (onDuty ? 1 : 0)) return;
    const job = this.jobs[server]!;
    this.duty[server] = onDuty ? 1 : 0;
    this.onDuty.set(this.onDuty.value + (onDuty ? 1 : -1), this.simulation.now);
    if (job === NOBODY) {
      this.idle += onDuty ? 1 : -1;
      if (onDuty) this.takeNext(server);
    } else if (!onDuty && this.options.atShiftEnd === "suspend") this.offer(this.suspend(server));
  }

  private startSomewhere(job: number, line: Line): boolean {
    const idle = this.idle > 0 ? this.idleServer(line) : NOBODY;
    if (idle !== NOBODY) {
      this.start(idle, job, line);
      return true;
    }
    const latest = this.options.preempt === true ? this.latestServer(line) : NOBODY;
    if (latest === NOBODY) return false;
    const suspended = this.suspend(latest);
    this.start(latest, job, line);
    this.offer(suspended);
    return true;
  }

  /** Lets an idle server of this line, if there is one, take the next job. */
  private offer(line: Line): void {
    const idle = this.idle > 0 ? this.idleServer(line) : NOBODY;
    if (idle !== NOBODY) this.takeNext(idle);
  }

  private idleServer(line: Line): number {
    for (const server of line.servers) {
      if (this.jobs[server] === NOBODY && this.duty[server] === 1) return server;
    }
    return NOBODY;
  }

  /** Of the servers of this line, the one on the latest line after it, and of these the one that would be done last. */
  private latestServer(line: Line): number {
    let found = NOBODY;
    let latest = line.number;
    for (const server of line.servers) {
      const job = this.jobs[server]!;
      if (job === NOBODY || this.duty[server] === 0) continue;
      const other = this.lineOf[job]!;
      if (
        other > latest ||
        (found !== NOBODY && other === latest && this.dues[server]! > this.dues[found]!)
      ) {
        found = server;
        latest = other;
      }
    }
    return found;
  }

  /** An idle server on duty takes up a job. */
  private start(server: number, job: number, line: Line): void {
    this.idle -= 1;
    this.busy.set(this.busy.value + 1, this.simulation.now);
    this.work(server, job, line);
  }

  private work(server: number, job: number, line: Line): void {
    this.jobs[server] = job;
    const due = this.simulation.now + this.works[job]! / this.speeds[server]!;
    this.dues[server] = due;
    this.completions[server] = this.simulation.scheduleAt(due, this.complete, server, PRIORITY.completion);
    this.options.onStart?.(job, line.number, server);
  }

  /** The server has nothing in hand any more. */
  private rest(server: number): void {
    this.jobs[server] = NOBODY;
    this.busy.set(this.busy.value - 1, this.simulation.now);
    if (this.duty[server] === 1) this.idle += 1;
  }

  private readonly complete = (server: number): void => {
    const job = this.jobs[server]!;
    const line = this.lineOf[job]!;
    this.lineOf[job] = NOWHERE;
    const next = this.duty[server] === 1 ? this.nextLine(server) : undefined;
    // From one job to the next the server stays busy: its level need not change twice.
    if (next === undefined) this.rest(server);
    else this.work(server, this.callNext(next), next);
    this.options.onDone(job, line, server);
  };

  /** An idle server on duty takes the next job, if there is one. */
  private takeNext(server: number): void {
    const line = this.nextLine(server);
    if (line !== undefined) this.start(server, this.callNext(line), line);
  }

  private nextLine(server: number): Line | undefined {
    const own = this.preferences[server]!;
    for (let i = 0; i < own.length; i++) if (own[i]!.level.value > 0) return own[i];
    return undefined;
  }

  private callNext(line: Line): number {
    const job = line.suspended.length > 0 ? line.suspended.pop()! : line.fresh.pop()!;
    this.forgetPatience(job);
    this.changeWaiting(line, -1);
    return job;
  }

  private suspend(server: number): Line {
    const job = this.jobs[server]!;
    const line = this.lines[this.lineOf[job]!]!;
    const left = Math.max(0, this.dues[server]! - this.simulation.now) * this.speeds[server]!;
    this.simulation.cancel(this.completions[server]!);
    this.rest(server);
    this.works[job] = left + (this.options.reread ?? 0);
    line.suspended.push(job);
    this.changeWaiting(line, 1);
    this.options.onSuspend?.(job, line.number, server);
    return line;
  }

  private readonly withdraw = (job: number): void => {
    this.leave(job);
  };

  private forgetPatience(job: number): void {
    if (this.withdrawals[job] === 0) return;
    this.simulation.cancel(this.withdrawals[job]!);
    this.withdrawals[job] = 0;
  }

  private changeWaiting(line: Line, by: number): void {
    line.level.set(line.level.value + by, this.simulation.now);
  }

  private makeRoom(job: number): void {
    if (this.lineOf[job] !== undefined) throw new RangeError(`job ${job} is already in this station`);
    if (!Number.isInteger(job) || job < 0 || job > LAST_JOB) {
      throw new RangeError(`a job is a whole number from 0 to ${LAST_JOB}, not ${job}`);
    }
    let size = this.lineOf.length;
    while (size <= job) size *= 2;
    const lineOf = new Int32Array(size).fill(NOWHERE);
    lineOf.set(this.lineOf);
    this.lineOf = lineOf;
    this.works = widen(this.works, size);
    this.withdrawals = widen(this.withdrawals, size);
  }
}

function widen(old: Float64Array, size: number): Float64Array<ArrayBuffer> {
  const wider = new Float64Array(size);
  wider.set(old);
  return wider;
}
