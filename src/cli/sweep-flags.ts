import { DESIGN_LIMITS } from "../experiment/index.ts";
import type { QueueAddress } from "../node/index.ts";
import type { SweepFormat } from "../report/index.ts";
import { type FlagFaults, flagFaults } from "./flag-faults.ts";
import type { Flags } from "./program.ts";
import { queueOf } from "./queue-flag.ts";
import type { Streams } from "./streams.ts";

/** What `sweep` was asked to do, beside the scenario. */
export interface SweepFlags {
  readonly seed?: number;
  readonly replications?: number;
  readonly vary: readonly string[];
  readonly derive: readonly string[];
  readonly sample?: { readonly type: "latin hypercube" | "sobol"; readonly points: number };
  readonly designSeed?: number;
  /** CSV file of design points. */
  readonly design?: string;
  /** Which part of how many. */
  readonly shard?: readonly [number, number];
  readonly resume: boolean;
  readonly format: SweepFormat;
  readonly jobs: number;
  /** Where jobs run, if not here. */
  readonly queue?: QueueAddress;
  readonly out: string;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly force: boolean;
}

const MOST_SHARDS = 100_000;

/** The flags of `sweep`, checked. Throws InputError with every fault. */
export function sweepFlags(flags: Flags, env: Streams["env"]): SweepFlags {
  const faults = flagFaults(flags);
  const { refuse, whole, text, list, threads, finish } = faults;
  const seed = whole("--seed", 0, Number.MAX_SAFE_INTEGER);
  const replications = whole("--replications", 1, 1_000_000);
  const designSeed = whole("--design-seed", 0, Number.MAX_SAFE_INTEGER);
  const lhs = whole("--lhs", 1, DESIGN_LIMITS.points);
  const sobol = whole("--sobol", 1, DESIGN_LIMITS.points);
  const [vary, derive, design] = [list("--vary"), list("--derive"), text("--design")];
  if (flags.lhs !== undefined && flags.sobol !== undefined) {
    refuse("--sobol", "cannot be used with --lhs", "take one of them");
  }
  const others = ["--vary", "--lhs", "--sobol"].filter((flag) => text(flag) ?? list(flag).length > 0);
  if (design !== undefined && others.length > 0) {
    refuse("--design", `cannot be used with ${others.join(", ")}`, "the file has every point already");
  }
  const shard = shardOf(faults);
  if (shard !== undefined && flags.report === true) {
    refuse(
      "--report",
      "cannot be used with --shard",
      "clinicsim merge --report writes the page of all shards",
    );
  }
  const jobs = threads();
  const queue = queueOf(faults, env);
  const [format, out] = formatAndOut(faults);
  if (flags.resume === true && flags.force === true) {
    refuse("--resume", "cannot be used with --force", "--force begins again");
  }
  finish();
  return {
    ...(seed === undefined ? {} : { seed }),
    ...(replications === undefined ? {} : { replications }),
    vary,
    derive,
    ...(lhs === undefined ? {} : { sample: { type: "latin hypercube", points: lhs } as const }),
    ...(sobol === undefined ? {} : { sample: { type: "sobol", points: sobol } as const }),
    ...(designSeed === undefined ? {} : { designSeed }),
    ...(design === undefined ? {} : { design }),
    ...(shard === undefined ? {} : { shard }),
    resume: flags.resume === true,
    format,
    jobs,
    ...(queue === undefined ? {} : { queue }),
    out,
    json: flags.json === true,
    quiet: flags.quiet === true,
    force: flags.force === true,
  };
}

/** `--format` and `--out`, of all verbs that write a sweep. */
export function formatAndOut({ text, refuse, out }: FlagFaults): readonly [SweepFormat, string] {
  const format = text("--format");
  if (format !== "csv" && format !== "parquet") {
    refuse("--format", `must be csv or parquet, not "${format}"`, "csv opens everywhere; parquet has types");
  }
  return [format === "parquet" ? "parquet" : "csv", out()];
}

function shardOf({ text, refuse }: FlagFaults): readonly [number, number] | undefined {
  const written = text("--shard");
  if (written === undefined) return undefined;
  const [, part, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(written) ?? [];
  const [k, n] = [Number(part), Number(of)];
  if (k >= 1 && k <= n && n <= MOST_SHARDS) return [k, n];
  refuse(
    "--shard",
    `must be a part and how many there are, not "${written}"`,
    "for example --shard 3/40, from 1/40 to 40/40",
  );
  return undefined;
}
