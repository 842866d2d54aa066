import { DESIGN_LIMITS, SENSITIVITY_METHODS, type SensitivityMethod } from "../experiment/index.ts";
import type { QueueAddress } from "../node/index.ts";
import type { SweepFormat } from "../report/index.ts";
import { flagFaults } from "./flag-faults.ts";
import type { Flags } from "./program.ts";
import { queueOf } from "./queue-flag.ts";
import type { Streams } from "./streams.ts";
import { formatAndOut } from "./sweep-flags.ts";

/** What `sensitivity` was asked to do, beside the scenario. */
export interface SensitivityFlags {
  readonly method: SensitivityMethod;
  readonly factor: readonly string[];
  readonly only?: readonly string[];
  readonly except: readonly string[];
  readonly response: readonly string[];
  /** Trajectories or rows; 1 of a tornado. */
  readonly sets: number;
  readonly replications: number;
  readonly seed?: number;
  readonly designSeed?: number;
  readonly format: SweepFormat;
  readonly jobs: number;
  /** Where jobs run, if not here. */
  readonly queue?: QueueAddress;
  readonly out: string;
  readonly quiet: boolean;
  readonly force: boolean;
}

const SETS = { tornado: 1, morris: 10, sobol: 128 } as const;
const REPLICATIONS = { tornado: 10, morris: 2, sobol: 2 } as const;

/** The flags of `sensitivity`, checked. Throws InputError with every fault. */
export function sensitivityFlags(flags: Flags, env: Streams["env"]): SensitivityFlags {
  const faults = flagFaults(flags);
  const { refuse, whole, text, list, threads, finish } = faults;
  const written = text("--method");
  const method = SENSITIVITY_METHODS.find((known) => known === written) ?? "tornado";
  if (method !== written) {
    refuse("--method", `must be tornado, morris or sobol, not "${written}"`, "a tornado is the quickest");
  }
  const seed = whole("--seed", 0, Number.MAX_SAFE_INTEGER);
  const designSeed = whole("--design-seed", 0, Number.MAX_SAFE_INTEGER);
  // Without a second replication, nobody knows what is chance.
  const replications = whole("--replications", 2, 1_000_000) ?? REPLICATIONS[method];
  const sets = whole("--points", 2, DESIGN_LIMITS.points);
  if (method === "tornado" && flags.points !== undefined) {
    refuse(
      "--points",
      "a tornado has as many points as its inputs ask for",
      "leave it out, or take --method morris or sobol",
    );
  }
  const only = list("--only");
  const jobs = threads();
  const queue = queueOf(faults, env);
  const [format, out] = formatAndOut(faults);
  finish();
  return {
    method,
    factor: list("--factor"),
    ...(only.length === 0 ? {} : { only }),
    except: list("--except"),
    response: list("--response")
      .flatMap((names) => names.split(","))
      .map((name) => name.trim()),
    sets: sets ?? SETS[method],
    replications,
    ...(seed === undefined ? {} : { seed }),
    ...(designSeed === undefined ? {} : { designSeed }),
    format,
    jobs,
    ...(queue === undefined ? {} : { queue }),
    out,
    quiet: flags.quiet === true,
    force: flags.force === true,
  };
}
