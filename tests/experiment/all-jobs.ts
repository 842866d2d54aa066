import type { Job, Jobs } from "../../src/experiment/index.ts";

/** The jobs of a list or a source, as a list. */
export async function allJobs(jobs: Jobs): Promise<Job[]> {
  const all: Job[] = [];
  for await (const job of jobs) all.push(job);
  return all;
}
