import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Piscina } from "piscina";

const BUILT = !import.meta.url.endsWith(".ts");
/** What threads run. */
export const THREAD_WORKER = new URL(BUILT ? "./worker.js" : "./worker.ts", import.meta.url);

/**
 * What a thread's heap may hold [MiB]. Columns of numbers lie outside it. Given no limits, V8 lets heaps of threads grow to a multiple of what
 * is in use, the more the longer they run: a sweep of ten times as many points then needs noticeably more memory.
 */
const HEAP = { maxOldGenerationSizeMb: 1536, maxYoungGenerationSizeMb: 36 };

/** So many threads of a worker module; they call its export `name` with what they are sent, in the order in which it was. */
export async function createThreadPool(worker: URL, name: string, threads: number): Promise<Piscina> {
  const { Piscina } = await import("piscina");
  const pool = new Piscina({
    filename: fileURLToPath(worker),
    name,
    minThreads: threads,
    maxThreads: threads,
    stricterFIFO: true,
    recordTiming: false,
    resourceLimits: HEAP,
    ...(worker.pathname.endsWith(".ts") ? { execArgv: withTypeScript(process.execArgv) } : {}),
  });
  // What comes of batches that nobody waits for any more.
  pool.on("error", () => {});
  return pool;
}

/** Sources run without a build need their loader in every thread. */
function withTypeScript(execArgv: readonly string[]): string[] {
  if (execArgv.some((argument) => argument.includes("tsx"))) return [...execArgv];
  return ["--import", pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href];
}

/** Whether the pool itself was ended. */
export function isPoolEnded(error: unknown): boolean {
  return error instanceof Error && error.message === "Terminating worker thread";
}
