import type { Command } from "commander";
import type { Flags } from "./program.ts";
import type { verbs } from "./verbs/index.ts";

/** Calls a verb with what was named and the flags, when the command line has been read. */
export type Act = (verb: keyof typeof verbs, names: readonly string[], flags: Flags) => Promise<void>;

/** Tells the command line of a verb: its arguments, flags, help and examples. It stands beside the verb, and must not load it. */
export type Declaration = (program: Command, act: Act) => void;
