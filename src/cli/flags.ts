import { Option } from "commander";

/** Flags that several verbs have: the same name, the same meaning everywhere. */
export const set = () =>
  repeated(
    "--set <path=value>",
    "change the scenario, e.g. staff.triage-nurse.count=2; may be repeated",
    "nothing",
  );

/** A flag that collects what it is given; `without` says what holds if it is not given. */
export const repeated = (flag: string, meaning: string, without: string) =>
  new Option(flag, meaning)
    .argParser((value: string, before: readonly string[]) => [...before, value])
    .default([], without);

export const format = () =>
  new Option("--format <kind>", "of the file with a row for each replication: csv or parquet").default("csv");

export const until = () =>
  repeated(
    "--until <response=precision>",
    "replicate until a response is known to within 5% (of itself), 1pp (a share) or 0.5h; share_in_time is what is kept of each promise; may be repeated",
    "a fixed number",
  );

const jobs = () =>
  new Option("--jobs <number>", "threads at most; never changes a result (default: the cores)");

export const queue = (does: string) =>
  new Option("--queue <address>", `${does} redis://[user:password@]host[:port][/database]`);

/** Flags of where replications run. */
export const workforce = () => [jobs(), queue("run on the workers at")];

/** Flags of a two-level experiment. */
export const inputUncertainty = () => [
  new Option(
    "--input-uncertainty",
    "draw what is not known for sure from the ledger's ranges, and tell that from chance",
  ),
  new Option("--draws <number>", "with --input-uncertainty: how often the inputs are drawn (default: 80)"),
  new Option("--inner <number>", "with --input-uncertainty: replications for each draw (default: 2)"),
  repeated(
    "--inputs <path>",
    "with --input-uncertainty: only what the ledger has under this path; may be repeated",
    "all but what is decided",
  ),
];

export const json = () => new Option("--json", "print one JSON document instead of tables");

export const report = () => new Option("--report", "write a page about it into the folder too: report.html");

/** Flags of the search for the volume at which a promise breaks; `when` says where they hold. */
export const headroom = (when = "with --report: ") => [
  new Option(
    "--headroom",
    `${when}say more exactly at which volume the promise breaks: simulates several times as many worlds`,
  ),
  new Option("--no-headroom", `${when}do not look for that volume at all`),
];

export const quiet = () => new Option("--quiet", "print nothing but faults");

export const force = (meaning: string) => new Option("--force", meaning);

export const colour = (flag: "--color" | "--no-color") =>
  new Option(flag, flag === "--color" ? "colours, terminal or not" : "no colours, terminal or not");

/** Flags of what becomes of a result: where it goes, and how it is shown. `again` says what --force does. */
export const result = (again: string) => [
  new Option("--out <folder>", "where the result folder goes").default("output"),
  json(),
  quiet(),
  force(again),
  colour("--color"),
  colour("--no-color"),
];
