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
  /** Those who are to go on, linked from the first to the last. */
  private firstReady: RunningProcess | undefined;
  private lastReady: RunningProcess | undefined;
  private goingOn = false;
  private readonly host: ProcessHost;

  constructor(simulation: Simulation) {
    this.simulation = simulation;
    this.host = {
      simulation,
      wake: (id) => this.goOn(this.table[id]!, true),
      giveUp: (id) => this.goOn(this.table[id]!, false),
      setFree: (process) => this.setFree(process),
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
    this.setFree(process);
    return process;
  }

  private setFree(process: RunningProcess): void {
    if (this.firstReady === undefined) {
      this.firstReady = process;
      if (!this.goingOn) this.simulation.schedule(0, this.goOnWithReady);
    } else this.lastReady!.nextReady = process;
    this.lastReady = process;
  }

  private nextReady(): RunningProcess | undefined {
    const process = this.firstReady;
    if (process !== undefined) {
      this.firstReady = process.nextReady;
      process.nextReady = undefined;
    }
    return process;
  }

  private readonly goOnWithReady = (): void => {
    const process = this.nextReady();
    if (process !== undefined) this.goOn(process, true);
  };

  private goOn(first: RunningProcess, outcome: boolean): void {
    this.goingOn = true;
    try {
      let process: RunningProcess | undefined = first;
      let ended = first.goOn(outcome);
      while (process !== undefined) {
        if (ended) this.forget(process.id);
        process = this.nextReady();
        if (process !== undefined) ended = process.goOn(true);
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
