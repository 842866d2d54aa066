import type { FlagFaults } from "./flag-faults.ts";
import type { Flags } from "./program.ts";

/** Refuses `--report` and `--headroom` where they would come to nothing. */
export function checkReportFlags(flags: Flags, { refuse }: Pick<FlagFaults, "refuse">): void {
  if (flags.headroom === true && flags.report !== true)
    refuse("--headroom", "needs --report", "the page tells what is found");
  if (flags.report === true && flags.inputUncertainty === true) {
    const hint = "the page is of the inputs as they are written: leave one of the two out";
    refuse("--report", "cannot be used with --input-uncertainty", hint);
  }
}
