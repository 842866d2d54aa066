/** What one run of a workload reports; every engine must report the same numbers, to the last bit. */
export interface Outcome {
  readonly customers: number;
  /** Mean waits by name [min]. */
  readonly waits: Readonly<Record<string, number>>;
}

/** Runs a workload to its end, and calls `atEnd` while everything the engine built is still alive. */
export type Engine = (customers: number, seed: number, atEnd: () => void) => Outcome;
