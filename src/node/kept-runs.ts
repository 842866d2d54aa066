import { createHash } from "node:crypto";
import { readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Executor, Interrupted, type Job, jobId } from "../experiment/index.ts";
import type { ReplicationResult } from "../model/index.ts";
import { makeFolder } from "./make-folder.ts";
import { readResults, writeResults } from "./queue/results-bytes.ts";

/** Where replications of a result that is not finished are kept, beside the folders of results. */
const RUNS = ".runs";

/** Bytes of the SHA-256 that each file begins with. */
const DIGEST = 32;

/** An executor that goes on where it was stopped. */
interface KeepingExecutor extends Executor {
  /** Takes away what was kept, when nobody needs it any more. */
  forget(): Promise<void>;
}

/**
 * Keeps what `executor` has run in `root`, a file for each replication, named by the hash of all that it depends on, and runs no replication again
 * that is there; one that is damaged counts as none. `name` tells one piece of work from another.
 */
export function createKeepingExecutor(executor: Executor, root: string, name: string): KeepingExecutor {
  const folder = join(root, RUNS, name);
  return {
    async run(jobs, onResult, signal) {
      const missing: Job[] = [];
      for await (const job of jobs) {
        if (signal?.aborted === true) throw new Interrupted();
        const known = await find(folder, job);
        if (known === undefined) missing.push(job);
        else await onResult(job, known);
      }
      if (missing.length === 0) return;
      await makeFolder(folder);
      await executor.run(
        missing,
        async (job, result) => {
          await keep(folder, job, result);
          await onResult(job, result);
        },
        signal,
      );
    },
    async forget() {
      await rm(folder, { recursive: true, force: true });
      await rmdir(dirname(folder)).catch(() => {}); // other work has its own in there, or there is none
    },
  };
}

async function find(folder: string, job: Job): Promise<ReplicationResult | undefined> {
  const file = await readFile(placeOf(folder, job)).catch(() => undefined);
  if (file === undefined) return undefined;
  const bytes = file.subarray(DIGEST);
  if (!digestOf(bytes).equals(file.subarray(0, DIGEST))) return undefined;
  try {
    const [outcome] = readResults(bytes, [job]).outcomes;
    return outcome?.type === "result" ? outcome.result : undefined;
  } catch {
    return undefined;
  }
}

/** Written under another name first, so that what is there is whole. Nothing is kept where somebody else has done the same work and taken the folder away. */
async function keep(folder: string, job: Job, result: ReplicationResult): Promise<void> {
  const path = placeOf(folder, job);
  const bytes = writeResults({ took: 0, outcomes: [{ type: "result", result }] });
  try {
    await writeFile(`${path}.part`, Buffer.concat([digestOf(bytes), bytes]));
    await rename(`${path}.part`, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

function digestOf(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}

function placeOf(folder: string, job: Job): string {
  return join(folder, jobId(job));
}
