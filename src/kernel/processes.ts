import { NumberRing } from "./number-ring.ts";
import type { Process, ProcessBody } from "./process.ts";
import { type ProcessHost, RunningProcess } from "./running-process.ts";
import type { Simulation } from "./simulation.ts";

/** Named parameters instead of a list that must be made for each call: processes are started by the million. */
export type StoryArguments = [] | [unknown] | [unknown, unknown] | [unknown, unknown, unknown];

/**
 * The processes of one simulation: begins them, and lets them go on when their time has come.
 *
 * What a process sets free (a unit that it releases, a signal that it fires, a process that it starts or interrupts) goes
 * on within the same event, as soon as the present process waits again, in the order in which it was set free. What
 * a plain callback sets free goes on in an event of its own at the same time.
 */
export class Processes {
  private readonly simulation: Simulation;
  private readonly table: (RunningProcess | undefined)[] = [];
  private readonly free: number[] = [];
  /** Those who are to go on: by number, since a list of young objects is dear to the garbage collector. */
  private readonly ready = new NumberRing();
  private goingOn = false;
  private readonly host: ProcessHost;

  constructor(simulation: Simulation) {
    this.simulation = simulation;
    this.host = {
      simulation,
      wake: (id) => this.goOn(id, true),
      giveUp: (id) => this.goOn(id, false),
      setFree: (id) => this.setFree(id),
    };
  }

  /** How many have been started and not yet ended. */
  get length(): number {
    return this.table.length - this.free.length;
  }

  /**
   * Begins the process `story(process, ...args)` at the present time, with up to three arguments.
   *
   * `story` is a generator function; define it once, at the top of a module, and pass what it needs: functions made anew
   * for each run are slow.
   */
  start<A extends StoryArguments>(story: (process: Process, ...args: A) => ProcessBody, ...args: A): Process;
  start(
    story: (process: Process, a?: unknown, b?: unknown, c?: unknown) => ProcessBody,
    a?: unknown,
    b?: unknown,
    c?: unknown,
  ): Process {
    const id = this.free.pop() ?? this.table.length;
    const process = new RunningProcess(this.host, id);
    this.table[id] = process;
    process.body = story(process, a, b, c);
    this.setFree(id);
    return process;
  }

  private setFree(id: number): void {
    this.ready.push(id);
    if (!this.goingOn && this.ready.length === 1) this.simulation.schedule(0, this.goOnWithReady);
  }

  private readonly goOnWithReady = (): void => {
    if (this.ready.length > 0) this.goOn(this.ready.pop(), true);
  };

  private goOn(first: number, outcome: boolean): void {
    this.goingOn = true;
    try {
      if (this.table[first]!.goOn(outcome)) this.forget(first);
      while (this.ready.length > 0) {
        const id = this.ready.pop();
        if (this.table[id]!.goOn(true)) this.forget(id);
      }
    } finally {
      this.goingOn = false;
    }
  }

  private forget(id: number): void {
    this.table[id] = undefined;
    this.free.push(id);
  }
}
