import {
  findHeadroom,
  type Headroom,
  type HeadroomSearch,
  notLookedFor,
  QUICK_WORLDS,
} from "../experiment/index.ts";
import { createLocalExecutor, engineId, writeBeside } from "../node/index.ts";
import { headroomJson } from "../report/index.ts";
import { createBar } from "./bar.ts";
import type { Surroundings } from "./program.ts";
import { type ResultSubject, readSubject } from "./read-subject.ts";
import { noResult } from "./result-manifest.ts";

/** A search tries about so many volumes. */
const EXPECTED: Readonly<Record<HeadroomSearch, number>> = { quick: 4, thorough: 9 };

export interface LookFor {
  readonly search: HeadroomSearch;
  readonly jobs: number;
  readonly quiet: boolean;
}

/**
 * Looks for the volume at which the recommended way of working of a run or a comparison breaks its promises, and keeps it beside the result. A
 * quick search is left out where one was made before, where no promise is kept, of a single world, and of a result of another engine.
 */
export async function lookForHeadroom(
  folder: string,
  { search, jobs, quiet }: LookFor,
  { streams, outfit }: Surroundings,
): Promise<void> {
  const subject = await readSubject(folder);
  if (subject === undefined) {
    if (search === "quick") return;
    throw noResult(folder, "only a run or a comparison has a volume at which a promise breaks");
  }
  if (search === "quick" && !isWorthwhile(subject)) return;
  const { name, result, scenario, offsets, messages, weeks, replications, risks } = subject;
  const keep = (found: Headroom) =>
    writeBeside(folder, "headroom.json", headroomJson({ name, result, ...found }));
  const tooLong = search === "quick" ? notLookedFor(messages * weeks) : undefined;
  if (tooLong !== undefined) {
    await keep(tooLong);
    return;
  }
  const worlds = search === "quick" ? Math.min(QUICK_WORLDS, replications.length) : replications.length;
  const executor = await (outfit.createExecutor ?? createLocalExecutor)({ jobs });
  const expected = EXPECTED[search] * worlds;
  const bar = await createBar(quiet ? { write() {} } : streams.stderr, expected);
  let done = 0;
  const arrived = () => {
    done += 1;
    bar.update(done, Math.max(expected, done + 1), () => "replications of more and more messages");
  };
  try {
    const plan = { engine: engineId(), offsets, seed: scenario.clinic.run.seed, replications };
    await keep(
      await findHeadroom(scenario, plan, executor, search, { signal: streams.signal, arrived, now: risks }),
    );
  } finally {
    bar.stop();
  }
}

function isWorthwhile({ headroom, keeps, replications, engine }: ResultSubject): boolean {
  return headroom === undefined && keeps && replications.length > 1 && engine === engineId();
}
