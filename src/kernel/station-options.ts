/** Something happens to a job at a server: the job, its line, the server. */
export type StationHook = (job: number, line: number, server: number) => void;

export interface StationLineOptions {
  /** Negative when job `a` goes before job `b`; first come among equals, and first come when absent. */
  readonly compare?: (a: number, b: number) => number;
}

export interface StationOptions {
  /** How many identical servers, or the speed of each: work done per unit of time, 1 is normal. */
  readonly servers: number | readonly number[];
  /** Waiting lines in order of priority, each with its queue discipline; one line, first come, unless told. */
  readonly lines?: readonly StationLineOptions[];
  /** Which lines each server serves, in its order of preference; all of them in order unless told. */
  readonly serves?: readonly (readonly number[])[];
  /** How many servers are on duty at the start, the first ones; all unless told. */
  readonly onDuty?: number;
  /**
   * What becomes of the work in hand when a server goes off duty. One of:
   * – *finish* (the default): the server finishes it first
   * – *suspend*: it goes back to its line, and what is left of it is resumed by the first server that can
   */
  readonly atShiftEnd?: "finish" | "suspend";
  /** Whether a job that finds no idle server suspends one of the latest line, after its own; false unless told. */
  readonly preempt?: boolean;
  /** Work added each time a job is suspended, for reading oneself in again [work]; 0 unless told. */
  readonly reread?: number;
  /** A server takes up a job, for the first time or again; must not change the station. */
  readonly onStart?: StationHook;
  /** A server lays a job down; must not change the station. */
  readonly onSuspend?: StationHook;
  /** A job is done; its server has already taken the next one. */
  readonly onDone: StationHook;
  /** A job gave up waiting. */
  readonly onLeave?: (job: number, line: number) => void;
}

/** Throws a RangeError unless the options are within their domain. */
export function checkStationOptions(options: StationOptions): void {
  const { servers, lines = [{}], serves, reread = 0 } = options;
  const count = typeof servers === "number" ? servers : servers.length;
  if (!Number.isInteger(count) || count < 0) {
    throw new RangeError(`a station needs a whole number of servers from 0 on, not ${count}`);
  }
  if (typeof servers !== "number") {
    for (const speed of servers) {
      if (!(speed > 0 && speed < Number.POSITIVE_INFINITY)) {
        throw new RangeError(`a server's speed must be above 0 and finite, not ${speed}`);
      }
    }
  }
  if (!(reread >= 0 && reread < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`the cost of reading in again must be 0 or more and finite, not ${reread}`);
  }
  if (lines.length === 0) throw new RangeError("a station needs at least one line");
  if (serves === undefined) return;
  if (serves.length !== count) {
    throw new RangeError(`${count} servers, but ${serves.length} lists of the lines that they serve`);
  }
  for (const line of serves.flat()) {
    if (lines[line] === undefined) {
      throw new RangeError(`a server serves line ${line}, but the lines are 0 to ${lines.length - 1}`);
    }
  }
}
