import type { Burden } from "../report/index.ts";
import { type FlagFaults, flagFaults } from "./flag-faults.ts";
import type { Flags } from "./program.ts";
import { type RunFlags, runFlags } from "./run-flags.ts";
import type { Streams } from "./streams.ts";
import { recoverWithinOf, type StressFlags } from "./stress-flags.ts";

/** What `check` was asked to do, beside the scenario. */
export interface CheckFlags {
  /** The very run that is checked. */
  readonly run: RunFlags;
  /** The battery that is checked too. */
  readonly stress?: StressFlags;
  /** Share of months that may fall below a target; absent: each promise's own. */
  readonly maxBreach?: number;
  readonly burden: Burden;
}

/** The flags of `check`, checked. Throws InputError with every fault. */
export function checkFlags(flags: Flags, env: Streams["env"]): CheckFlags {
  const faults = flagFaults(flags);
  const run = faults.trying(() => runFlags({ ...flags, keep: "responses" }, env));
  const maxBreach = maxBreachOf(faults);
  const recoverWithin = recoverWithinOf(faults);
  if (flags.stress !== true && faults.text("--recover-within") !== undefined) {
    faults.refuse("--recover-within", "needs --stress", "--stress checks the battery too");
  }
  if (flags.strict === true && flags.lenient === true) {
    faults.refuse("--lenient", "cannot go with --strict", "leave out one of them");
  }
  faults.finish();
  const { until: _, keep: __, ...shared } = run!;
  return {
    run: run!,
    ...(flags.stress === true ? { stress: { ...shared, only: [], recoverWithin } } : {}),
    ...(maxBreach === undefined ? {} : { maxBreach }),
    burden: flags.strict === true ? "strict" : flags.lenient === true ? "lenient" : "estimate",
  };
}

function maxBreachOf({ text, refuse }: FlagFaults): number | undefined {
  const written = text("--max-breach");
  if (written === undefined) return undefined;
  const [, digits, percent] = /^(\d*\.?\d+) ?(%?)$/.exec(written) ?? [];
  const value = digits === undefined ? Number.NaN : Number(digits) / (percent === "%" ? 100 : 1);
  if (value >= 0 && value <= 1) return value;
  refuse(
    "--max-breach",
    `must be a share from 0 % to 100 %, not "${written}"`,
    "for example --max-breach 5%",
  );
  return undefined;
}
