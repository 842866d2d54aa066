import type { QueueAddress } from "../node/index.ts";
import { formatPath, type Patch } from "../scenario/index.ts";
import { type FlagFaults, flagFaults } from "./flag-faults.ts";
import type { Flags } from "./program.ts";
import { queueOf } from "./queue-flag.ts";
import { checkReportFlags } from "./report-flags.ts";
import type { Streams } from "./streams.ts";
import { type UncertaintyFlags, uncertaintyFlags } from "./uncertainty-flags.ts";

/** How the best is to be selected, as asked for. */
export interface SelectionFlags {
  readonly response: string;
  /** As written. */
  readonly indifference?: string;
  readonly probability: number;
  readonly atMost: number;
}

/** What `compare` was asked to do, beside the scenarios. */
export interface CompareFlags {
  readonly seed?: number;
  readonly replications?: number;
  /** Only this one. */
  readonly replication?: number;
  readonly jobs: number;
  /** Where jobs run, if not here. */
  readonly queue?: QueueAddress;
  readonly out: string;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly force: boolean;
  /** Show what does not decide, too. */
  readonly all: boolean;
  /** Name of what the others are compared with. */
  readonly base?: string;
  /** Names of alternatives; empty: all. */
  readonly only: readonly string[];
  /** Changes to what the scenario says of comparing. */
  readonly terms: Patch;
  readonly selection?: SelectionFlags;
  /** Draw what is not known for sure, too. */
  readonly uncertainty?: UncertaintyFlags;
}

/** Fewer replications say too little of the variance that a selection needs to know. */
const FEWEST_TO_SELECT = 10;

/** The flags of `compare`, checked. Throws InputError with every fault. */
export function compareFlags(flags: Flags, env: Streams["env"]): CompareFlags {
  const faults = flagFaults(flags);
  const { refuse, whole, text, list, threads, out: folder, finish } = faults;
  const seed = whole("--seed", 0, Number.MAX_SAFE_INTEGER);
  const replications = whole("--replications", 1, 1_000_000);
  const replication = whole("--replication", 1, 1_000_000);
  if (replications !== undefined && replication !== undefined) {
    refuse("--replication", "cannot be used with --replications", "--replication runs that one only");
  }
  const selection = selectionOf(faults);
  if (
    selection !== undefined &&
    (replication !== undefined || (replications ?? Infinity) < FEWEST_TO_SELECT)
  ) {
    const hint = `--replications ${FEWEST_TO_SELECT} or more`;
    refuse("--select", `needs at least ${FEWEST_TO_SELECT} replications to begin with`, hint);
  }
  const uncertainty = uncertaintyFlags(flags, faults);
  checkReportFlags(flags, faults);
  const jobs = threads();
  const queue = queueOf(faults, env);
  const out = folder();
  const base = text("--base");
  const terms = termsOf(faults);
  finish();
  return {
    ...(seed === undefined ? {} : { seed }),
    ...(replications === undefined ? {} : { replications }),
    ...(replication === undefined ? {} : { replication }),
    jobs,
    ...(queue === undefined ? {} : { queue }),
    out,
    json: flags.json === true,
    quiet: flags.quiet === true,
    force: flags.force === true,
    all: flags.all === true,
    ...(base === undefined ? {} : { base }),
    only: list("--only"),
    terms,
    ...(selection === undefined ? {} : { selection }),
    ...(uncertainty === undefined ? {} : { uncertainty }),
  };
}

function selectionOf({ refuse, whole, text, share }: FlagFaults): SelectionFlags | undefined {
  const atMost = whole("--at-most", 1, 1_000_000);
  const response = text("--select");
  if (response === undefined) {
    for (const flag of ["--indifference", "--probability", "--at-most"]) {
      if (text(flag) !== undefined)
        refuse(flag, "needs --select", "--select <response> says what the best is");
    }
    return undefined;
  }
  const indifference = text("--indifference");
  return {
    response,
    ...(indifference === undefined ? {} : { indifference }),
    probability: share("--probability", 0.5, 1) ?? 0.95,
    atMost: atMost ?? 2000,
  };
}

/** `--primary` and `--smallest-difference` as changes to the scenario, which knows what is right there. */
function termsOf({ list, refuse }: FlagFaults): Patch {
  const primary = list("--primary").flatMap((text) => text.split(",").map((name) => name.trim()));
  const sizes = list("--smallest-difference").flatMap((text): (readonly [string, string])[] => {
    const [, name = "", size = ""] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
    if (name.trim() !== "" && size.trim() !== "") return [[name.trim(), size.trim()]];
    const hint = "write response=difference, as in cost_per_week=50";
    refuse("--smallest-difference", `"${text}" is no difference of a response`, hint);
    return [];
  });
  return {
    ...(primary.length === 0 ? {} : { "comparison.primary": primary }),
    ...Object.fromEntries(
      sizes.map(([name, size]) => [formatPath(["comparison", "smallestDifference", name]), size]),
    ),
  };
}
