import { dateFlag } from "./date-flag.ts";
import { flagFaults } from "./flag-faults.ts";
import type { Flags } from "./program.ts";

/** What `replay` was asked, beside the scenario and how the log is read. */
export interface ReplayFlags {
  readonly seed?: number;
  readonly replications: number;
  /** ISO date: judged is what was sent from then on; left out: the last third. */
  readonly split?: string;
  /** Messages of patients at most. */
  readonly keepAtMost: number;
  readonly jobs: number;
  readonly out: string;
  /** The grade goes into the scenario file. */
  readonly write: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly force: boolean;
}

const REPLICATIONS = 60;
const KEEP_AT_MOST = 1_000_000;

/** The flags of `replay`, checked. Throws InputError with every fault. */
export function replayFlags(flags: Flags): ReplayFlags {
  const faults = flagFaults(flags);
  const { refuse, whole, list, threads, out: folder, finish } = faults;
  const seed = whole("--seed", 0, Number.MAX_SAFE_INTEGER);
  const replications = whole("--replications", 20, 10_000) ?? REPLICATIONS;
  const keepAtMost = whole("--keep-at-most", 1_000, 20_000_000) ?? KEEP_AT_MOST;
  const split = dateFlag("--split", faults);
  const write = flags.write === true;
  if (write && list("--set").length > 0) {
    refuse("--write", "cannot be used with --set", "a grade is of the scenario as its file has it");
  }
  const jobs = threads();
  const out = folder();
  finish();
  return {
    ...(seed === undefined ? {} : { seed }),
    replications,
    ...(split === undefined ? {} : { split }),
    keepAtMost,
    jobs,
    out,
    write,
    json: flags.json === true,
    quiet: flags.quiet === true,
    force: flags.force === true,
  };
}
