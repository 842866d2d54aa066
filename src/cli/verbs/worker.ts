import { setTimeout as pause } from "node:timers/promises";
import { engineId, shortEngine, startQueueWorker, version } from "../../node/index.ts";
import { EXIT } from "../exit-code.ts";
import type { Verb } from "../program.ts";
import { noticeTo } from "../queue-flag.ts";
import type { Streams } from "../streams.ts";
import { workerFlags } from "../worker-flags.ts";

const LOOK = 200;

/** Works for whoever has put work of this engine into a queue, until it is told to stop or has long been idle; what it has begun, it finishes. */
export const worker: Verb = async (_, flags, { streams }) => {
  const { address, threads, idle, goneAfter, quiet } = workerFlags(flags, streams.env);
  const { signal, stderr } = streams;
  const engine = engineId();
  const notice = noticeTo(stderr);
  const say = quiet ? () => {} : notice;
  let [batches, replications] = [0, 0];
  const own = await startQueueWorker({
    address,
    engine,
    version,
    threads,
    ...(goneAfter === undefined ? {} : { goneAfter }),
    notice,
    done: (count) => {
      batches += 1;
      replications += count;
    },
  });
  say(
    `at work for ${address.name}: ${threads === 1 ? "1 thread" : `${threads} threads`}, engine ${shortEngine(engine)}`,
  );
  await Promise.race([idleOrStopped(own.idleSince, idle ?? Infinity, signal), own.broken]);
  say(signal.aborted ? "leaving when what has been begun is done" : `idle for ${(idle ?? 0) / 1000} s`);
  await own.leave();
  const batchesText = batches === 1 ? "1 batch" : `${batches} batches`;
  say(
    `left after ${replications === 1 ? "1 replication" : `${replications} replications`} in ${batchesText}`,
  );
  return EXIT.done;
};

async function idleOrStopped(
  idleSince: () => number | undefined,
  longest: number,
  signal: Streams["signal"],
): Promise<void> {
  while (!signal.aborted) {
    const since = idleSince();
    if (since !== undefined && Date.now() - since > longest) return;
    await pause(LOOK, undefined, { signal }).catch(() => {});
  }
}
