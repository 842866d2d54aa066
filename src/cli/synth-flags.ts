import { dateFlag } from "./date-flag.ts";
import { flagFaults } from "./flag-faults.ts";
import type { Flags } from "./program.ts";

/** What `synth` was asked to do, beside the scenario. */
export interface SynthFlags {
  readonly seed?: number;
  readonly replication: number;
  /** ISO dates; messages sent from the first to before the second. */
  readonly from?: string;
  readonly to?: string;
  readonly form: "messages" | "events";
  readonly out: string;
  readonly roster?: string;
  readonly visits?: string;
  readonly calls?: string;
  readonly force: boolean;
  readonly quiet: boolean;
  readonly json: boolean;
}

const MOST_REPLICATIONS = 1_000_000;

/** The flags of `synth`, checked. Throws InputError with every fault. */
export function synthFlags(flags: Flags): SynthFlags {
  const faults = flagFaults(flags);
  const { refuse, whole, text, finish } = faults;
  const seed = whole("--seed", 0, Number.MAX_SAFE_INTEGER);
  const replication = whole("--replication", 1, MOST_REPLICATIONS) ?? 1;
  const from = dateFlag("--from", faults);
  const to = dateFlag("--to", faults);
  if (from !== undefined && to !== undefined && from >= to) {
    refuse("--to", `${to} is not after ${from}, the date of --from`, "--to is the first date left out");
  }
  const form = text("--form") ?? "messages";
  if (form !== "messages" && form !== "events") {
    refuse("--form", `must be messages or events, not "${form}"`, "events has a row for each event");
  }
  const out = text("--out") ?? "";
  if (out === "") refuse("--out", "needs a file", "for example --out extract.csv");
  const roster = text("--roster");
  const visits = text("--visits");
  const calls = text("--calls");
  const files = [out, roster, visits, calls].filter((file) => file !== undefined);
  if (new Set(files).size < files.length) {
    refuse("--out", "names a file twice", "give each file a name of its own");
  }
  finish();
  return {
    ...(seed === undefined ? {} : { seed }),
    replication,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    form: form === "events" ? "events" : "messages",
    out,
    ...(roster === undefined ? {} : { roster }),
    ...(visits === undefined ? {} : { visits }),
    ...(calls === undefined ? {} : { calls }),
    force: flags.force === true,
    quiet: flags.quiet === true,
    json: flags.json === true,
  };
}
