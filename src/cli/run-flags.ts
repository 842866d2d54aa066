import { UNTIL_DEFAULTS } from "../experiment/index.ts";
import type { Keep } from "../model/index.ts";
import type { QueueAddress } from "../node/index.ts";
import { type FlagFaults, flagFaults } from "./flag-faults.ts";
import type { Flags } from "./program.ts";
import { queueOf } from "./queue-flag.ts";
import { checkReportFlags } from "./report-flags.ts";
import type { Streams } from "./streams.ts";
import { type UncertaintyFlags, uncertaintyFlags } from "./uncertainty-flags.ts";

/** What `run` was asked to do, beside the scenario. */
export interface RunFlags {
  readonly seed?: number;
  readonly replications?: number;
  /** Only this one. */
  readonly replication?: number;
  /** Go on until all of this is known well enough. */
  readonly until?: UntilFlags;
  /** Draw what is not known for sure, too. */
  readonly uncertainty?: UncertaintyFlags;
  readonly jobs: number;
  /** Where jobs run, if not here. */
  readonly queue?: QueueAddress;
  readonly out: string;
  readonly keep: Keep;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly force: boolean;
}

export interface UntilFlags {
  /** As they were written. */
  readonly precisions: readonly string[];
  readonly atLeast: number;
  readonly atMost: number;
}

const MOST_REPLICATIONS = 1_000_000;
/** Of those whose number is not known before, all results wait in memory for the last. */
const MOST_UNTIL = 100_000;

/** The flags of `run`, checked. Throws InputError with every fault. */
export function runFlags(flags: Flags, env: Streams["env"]): RunFlags {
  const faults = flagFaults(flags);
  const { refuse, whole, threads, out: folder, finish } = faults;
  const seed = whole("--seed", 0, Number.MAX_SAFE_INTEGER);
  const replications = whole("--replications", 1, MOST_REPLICATIONS);
  const replication = whole("--replication", 1, MOST_REPLICATIONS);
  const jobs = threads();
  const queue = queueOf(faults, env);
  if (replications !== undefined && replication !== undefined) {
    refuse("--replication", "cannot be used with --replications", "--replication runs that one only");
  }
  const until = untilFlags(flags, faults);
  const uncertainty = uncertaintyFlags(flags, faults);
  checkReportFlags(flags, faults);
  const { keep } = flags;
  const out = folder();
  if (keep !== "responses" && keep !== "full") {
    refuse("--keep", `must be responses or full, not "${String(keep)}"`, "full keeps every message too");
  }
  finish();
  return {
    ...(seed === undefined ? {} : { seed }),
    ...(replications === undefined ? {} : { replications }),
    ...(replication === undefined ? {} : { replication }),
    ...(until === undefined ? {} : { until }),
    ...(uncertainty === undefined ? {} : { uncertainty }),
    jobs,
    ...(queue === undefined ? {} : { queue }),
    out,
    keep: keep === "full" ? "full" : "responses",
    json: flags.json === true,
    quiet: flags.quiet === true,
    force: flags.force === true,
  };
}

function untilFlags(flags: Flags, { list, whole, refuse }: FlagFaults): UntilFlags | undefined {
  const precisions = list("--until");
  const most = whole("--at-most", 2, MOST_UNTIL);
  const atMost = most ?? UNTIL_DEFAULTS.atMost;
  const least = whole("--at-least", 2, MOST_UNTIL);
  const atLeast = least ?? Math.min(UNTIL_DEFAULTS.atLeast, atMost);
  const example = "for example --until first_reply_p90_business_h=5%";
  if (precisions.length === 0) {
    if (least !== undefined) refuse("--at-least", "needs --until", example);
    if (most !== undefined) refuse("--at-most", "needs --until", example);
    return undefined;
  }
  if (atLeast > atMost) {
    refuse("--at-least", `${atLeast} is more than the ${atMost} of --at-most`, "give a larger --at-most");
  }
  for (const fixed of ["replications", "replication"]) {
    if (flags[fixed] === undefined) continue;
    refuse(
      "--until",
      `cannot be used with --${fixed}`,
      "it finds the number itself: see --at-least and --at-most",
    );
  }
  return { precisions, atLeast, atMost };
}
