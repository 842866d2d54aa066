import { flagFaults } from "./flag-faults.ts";
import type { Flags } from "./program.ts";

/** What `verify` was asked to do. */
export interface VerifyFlags {
  /** Everything is made again. */
  readonly all: boolean;
  /** How much of it, else. */
  readonly sample: number;
  /** Draws another sample. */
  readonly seed: number;
  /** With this engine, whichever made it. */
  readonly anyway: boolean;
  readonly jobs: number;
  readonly json: boolean;
  readonly quiet: boolean;
}

const USUAL_SAMPLE = 5;

/** The flags of `verify`, checked. Throws InputError with every fault. */
export function verifyFlags(flags: Flags): VerifyFlags {
  const { whole, threads, refuse, finish } = flagFaults(flags);
  const sample = whole("--sample", 1, 1_000_000);
  const seed = whole("--seed", 0, Number.MAX_SAFE_INTEGER);
  const jobs = threads();
  for (const [flag, value] of [
    ["--sample", sample],
    ["--seed", seed],
  ] as const) {
    if (flags.all === true && value !== undefined)
      refuse(flag, "cannot be used with --all", "leave one of them out");
  }
  finish();
  return {
    all: flags.all === true,
    sample: sample ?? USUAL_SAMPLE,
    seed: seed ?? 0,
    anyway: flags.anyway === true,
    jobs,
    json: flags.json === true,
    quiet: flags.quiet === true,
  };
}
