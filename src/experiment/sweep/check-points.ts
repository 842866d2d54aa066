import { InputError } from "../../errors.ts";
import type { Design } from "../designs/design.ts";
import { Interrupted, type StopSignal } from "../executor.ts";
import { PointFaults } from "./point-faults.ts";
import type { PreparePoint } from "./prepare-point.ts";

export interface CheckOptions {
  readonly signal?: StopSignal;
  /** Awaited between points, so that whoever owns the thread can hear its keyboard. */
  readonly pause?: () => Promise<void>;
  readonly checked?: (point: number) => void;
}

/**
 * The number of replications that the points ask for together. Prepares each of them once, so that nothing runs before all are known to be
 * sound. Throws InputError with the faults of all points, Interrupted when `signal` says so.
 */
export async function checkPoints(
  design: Design,
  points: Iterable<number>,
  prepare: PreparePoint,
  { signal, pause = async () => {}, checked }: CheckOptions = {},
): Promise<number> {
  const faults = new PointFaults(design);
  let replications = 0;
  for (const point of points) {
    await pause();
    if (signal?.aborted === true) throw new Interrupted();
    try {
      replications += (await prepare(point)).plan.replications.length;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      faults.add(point, error.issues);
    }
    checked?.(point);
  }
  faults.throwAny();
  return replications;
}
