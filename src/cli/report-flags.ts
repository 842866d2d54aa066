import type { FlagFaults } from "./flag-faults.ts";
import type { Flags } from "./program.ts";

/** Refuses `--report`, `--headroom` and `--no-headroom` where they would come to nothing. */
export function checkReportFlags(flags: Flags, { refuse }: Pick<FlagFaults, "refuse">): void {
  if (flags.headroom !== undefined && flags.report !== true) {
    const flag = flags.headroom === true ? "--headroom" : "--no-headroom";
    refuse(flag, "needs --report", "the page tells what is found");
  }
  if (flags.report === true && flags.inputUncertainty === true) {
    const hint = "the page is of the inputs as they are written: leave one of the two out";
    refuse("--report", "cannot be used with --input-uncertainty", hint);
  }
}
