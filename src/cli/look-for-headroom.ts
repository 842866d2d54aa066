import { findHeadroom } from "../experiment/index.ts";
import { createLocalExecutor, engineId, writeBeside } from "../node/index.ts";
import { headroomJson } from "../report/index.ts";
import { createBar } from "./bar.ts";
import type { Surroundings } from "./program.ts";
import { readRecommended } from "./read-result.ts";

/** A search tries about so many volumes. */
const EXPECTED = 9;

/** Looks for the volume at which the recommended way of working of a result breaks its promises, and keeps it beside the result. */
export async function lookForHeadroom(
  folder: string,
  { jobs, quiet }: { readonly jobs: number; readonly quiet: boolean },
  { streams, outfit }: Surroundings,
): Promise<void> {
  const { name, scenario, offsets, replications, result } = await readRecommended(folder);
  const executor = await (outfit.createExecutor ?? createLocalExecutor)({ jobs });
  const expected = EXPECTED * replications.length;
  const bar = await createBar(quiet ? { write() {} } : streams.stderr, expected);
  let done = 0;
  const arrived = () => {
    done += 1;
    bar.update(done, Math.max(expected, done + 1), () => "replications of more and more messages");
  };
  try {
    const plan = { engine: engineId(), offsets, seed: scenario.clinic.run.seed, replications };
    const headroom = await findHeadroom(scenario, plan, executor, { signal: streams.signal, arrived });
    await writeBeside(folder, "headroom.json", headroomJson({ name, result, ...headroom }));
  } finally {
    bar.stop();
  }
}
