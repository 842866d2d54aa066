import { Option } from "commander";

/** Flags that several verbs have: the same name, the same meaning everywhere. */
export const set = () =>
  list(
    "--set <path=value>",
    "change the scenario, e.g. staff.triage-nurse.count=2; may be repeated",
    "nothing",
  );

/** A flag that may be given several times. */
export const list = (flag: string, meaning: string, without: string) =>
  new Option(flag, meaning)
    .argParser((value: string, before: readonly string[]) => [...before, value])
    .default([], without);

export const json = () => new Option("--json", "print one JSON document instead of tables");

export const quiet = () => new Option("--quiet", "print nothing but faults");

export const force = (meaning: string) => new Option("--force", meaning);

export const colour = (flag: "--color" | "--no-color") =>
  new Option(flag, flag === "--color" ? "colours, terminal or not" : "no colours, terminal or not");
