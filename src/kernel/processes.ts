import type { Process, ProcessBody } from "./process.ts";
import { type ProcessActions, RunningProcess } from "./running-process.ts";
import type { Simulation } from "./simulation.ts";

/** The processes of one simulation: begins them, and wakes them when their time has come. */
export class Processes {
  private readonly simulation: Simulation;
  private readonly table: (RunningProcess | undefined)[] = [];
  private readonly free: number[] = [];
  private readonly actions: ProcessActions = {
    wake: (id) => {
      if (this.table[id]!.wake()) this.forget(id);
    },
    giveUp: (id) => {
      if (this.table[id]!.giveUp()) this.forget(id);
    },
  };

  constructor(simulation: Simulation) {
    this.simulation = simulation;
  }

  /** How many have been started and not yet ended. */
  get length(): number {
    return this.table.length - this.free.length;
  }

  /**
   * Begins the process `story(process, ...args)` as an event of the present time, after those already scheduled for it.
   *
   * `story` is a generator function; define it once, at the top of a module, and pass what it needs: functions made anew
   * for each run are slow.
   */
  start<A extends unknown[]>(story: (process: Process, ...args: A) => ProcessBody, ...args: A): Process {
    const id = this.free.pop() ?? this.table.length;
    const process = new RunningProcess(this.simulation, id, this.actions);
    this.table[id] = process;
    process.begin(story(process, ...args));
    this.simulation.schedule(0, this.actions.wake, id);
    return process;
  }

  private forget(id: number): void {
    this.table[id] = undefined;
    this.free.push(id);
  }
}
