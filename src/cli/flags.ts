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
    "replicate until a response is known to within 5% (of itself), 1pp (a share) or 0.5h; may be repeated",
    "a fixed number",
  );

export const json = () => new Option("--json", "print one JSON document instead of tables");

export const report = () => new Option("--report", "write a page about it into the folder too: report.html");

export const quiet = () => new Option("--quiet", "print nothing but faults");

export const force = (meaning: string) => new Option("--force", meaning);

export const colour = (flag: "--color" | "--no-color") =>
  new Option(flag, flag === "--color" ? "colours, terminal or not" : "no colours, terminal or not");
