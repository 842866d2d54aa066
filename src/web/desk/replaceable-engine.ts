import { Interrupted } from "../../experiment/index.ts";
import type { Engine } from "./pool-executor.ts";

/** How long an engine may go on with a job that nobody waits for any more [ms]. A new one is slower at first, so it is worth a while. */
const GRACE = 1500;

/**
 * An engine in whose place another is put where a job that was given up keeps it: a replication cannot be stopped from outside, and one of a clinic that
 * drowns may take minutes. `replace` ends the engine there is, and starts the next. What promises an engine does so once it has started: no job is sent
 * before, so that the time a worker takes to start is not held against it.
 */
export function replaceableEngine(
  first: Engine | Promise<Engine>,
  replace: () => Promise<Engine>,
  grace = GRACE,
): Engine {
  let engine: Engine;
  let last: Promise<unknown> = Promise.resolve();
  let turn: Promise<unknown> = Promise.resolve(first).then((started) => {
    engine = started;
  });
  const free = async () => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<"late">((done) => {
      timer = setTimeout(() => done("late"), grace);
    });
    const isLate = (await Promise.race([last, late])) === "late";
    clearTimeout(timer);
    if (!isLate) return;
    engine = await replace();
    last = Promise.resolve();
  };
  return (job, signal) => {
    const outcome = turn.then(free).then(() => {
      if (signal?.aborted === true) throw new Interrupted();
      const begun = engine(job);
      last = begun.catch(() => {});
      return { begun };
    });
    turn = outcome.catch(() => {});
    return outcome.then(({ begun }) => begun);
  };
}
