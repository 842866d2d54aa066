import { daysIn } from "../scenario/index.ts";
import { type FlagFaults, flagFaults } from "./flag-faults.ts";
import type { Flags } from "./program.ts";

/** What `stress` was asked to do, beside the scenario. */
export interface StressFlags {
  readonly seed?: number;
  readonly replications?: number;
  /** Worlds after which one does not go on to tell what cannot be told. */
  readonly atMost?: number;
  /** Only this one. */
  readonly replication?: number;
  readonly jobs: number;
  readonly out: string;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly force: boolean;
  /** Names of stresses; empty: all. */
  readonly only: readonly string[];
  /** [days] */
  readonly recoverWithin: number;
}

const RECOVER_WITHIN = "4 weeks";

/** The flags of `stress`, checked. Throws InputError with every fault. */
export function stressFlags(flags: Flags): StressFlags {
  const faults = flagFaults(flags);
  const { refuse, whole, list, threads, out: folder, finish } = faults;
  const seed = whole("--seed", 0, Number.MAX_SAFE_INTEGER);
  const replications = whole("--replications", 1, 1_000_000);
  const replication = whole("--replication", 1, 1_000_000);
  if (replications !== undefined && replication !== undefined) {
    refuse("--replication", "cannot be used with --replications", "--replication runs that one only");
  }
  const atMost = whole("--at-most", 1, 1_000_000);
  if (atMost !== undefined && (replications ?? replication) !== undefined) {
    refuse("--at-most", "cannot be used with a number of replications", "leave either out");
  }
  const jobs = threads();
  const out = folder();
  const recoverWithin = recoverWithinOf(faults);
  finish();
  return {
    ...(seed === undefined ? {} : { seed }),
    ...(replications === undefined ? {} : { replications }),
    ...(atMost === undefined ? {} : { atMost }),
    ...(replication === undefined ? {} : { replication }),
    jobs,
    out,
    json: flags.json === true,
    quiet: flags.quiet === true,
    force: flags.force === true,
    only: list("--only"),
    recoverWithin,
  };
}

/** Days, of at most those that a stress is watched. */
export function recoverWithinOf({ text, refuse }: Pick<FlagFaults, "text" | "refuse">): number {
  const written = text("--recover-within") ?? RECOVER_WITHIN;
  const days = daysIn(written);
  if (days !== undefined && days >= 0 && days <= 84) return days;
  refuse(
    "--recover-within",
    `must be 0 to 84 days, not "${written}"`,
    'for example --recover-within "2 weeks"',
  );
  return 0;
}
