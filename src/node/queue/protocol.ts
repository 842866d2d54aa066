import type { QueueAddress } from "./queue-address.ts";

/** Says to the user what goes on at a queue. */
export type Notice = (text: string) => void;

/** Raise it when what travels through the queue changes. */
export const PROTOCOL = 1;

/** How long a result waits for whoever asked for it [ms]. */
export const RESULT_KEPT = 24 * 3600 * 1000;
/** What is content of a batch, and of its results, at most [bytes]. */
export const MOST_CONTENT = { batch: 64 * 2 ** 20, results: 512 * 2 ** 20 } as const;

/** One queue for each engine, so that no worker can take what another engine is to run. */
export function queueName(engine: string): string {
  return `${PROTOCOL}-${engine.slice(0, 32)}`;
}

/** Under which key the results of a batch wait. */
export function resultKey({ prefix }: QueueAddress, engine: string, batch: string): string {
  return `${prefix}:${queueName(engine)}:result:${batch}`;
}

/** An engine's name, short enough for a sentence. */
export function shortEngine(engine: string): string {
  return engine.replace(/^(source-)?(.{12}).*$/, "$1$2");
}
