import { flagFaults } from "./flag-faults.ts";
import type { Flags } from "./program.ts";

/** What `staff` was asked to do, beside the scenario. */
export interface StaffFlags {
  readonly seed?: number;
  /** As written: what may be decided, instead of what the scenario says. */
  readonly vary: readonly string[];
  /** Bounds beside those of the scenario. */
  readonly keep: readonly string[];
  /** One response or two, instead of the scenario's. */
  readonly minimise: readonly string[];
  readonly tolerance: readonly (readonly [response: string, size: string])[];
  readonly confidence?: number;
  readonly atMost: number;
  readonly worlds: number;
  readonly jobs: number;
  readonly out: string;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly force: boolean;
  readonly all: boolean;
}

const DEFAULTS = { atMost: 1000, worlds: 24 };

/** The flags of `staff`, checked. Throws InputError with every fault. */
export function staffFlags(flags: Flags): StaffFlags {
  const { refuse, whole, text, list, threads, out: folder, finish } = flagFaults(flags);
  const seed = whole("--seed", 0, Number.MAX_SAFE_INTEGER);
  const atMost = whole("--at-most", 20, 100_000) ?? DEFAULTS.atMost;
  const worlds = whole("--worlds", 4, 10_000) ?? DEFAULTS.worlds;
  const minimise = list("--minimise").flatMap((each) => each.split(",").map((name) => name.trim()));
  if (minimise.length > 2) {
    refuse("--minimise", `${minimise.length} responses are more than 2`, "bound the others with --keep");
  }
  const twice = minimise.find((name, i) => minimise.indexOf(name) < i);
  if (twice !== undefined) {
    refuse("--minimise", `${twice} is there twice`, "write it once, or a second response beside it");
  }
  const written = text("--confidence");
  const confidence = written === undefined ? undefined : shareOf(written);
  if (written !== undefined && !(confidence !== undefined && confidence >= 0.5 && confidence <= 0.999)) {
    refuse("--confidence", `must be from 50 % to 99.9 %, not "${written}"`, "for example --confidence 95%");
  }
  const tolerance = list("--tolerance").flatMap((each): (readonly [string, string])[] => {
    const [, name = "", size = ""] = /^([^=]*)=(.*)$/s.exec(each) ?? [];
    if (name.trim() !== "" && size.trim() !== "") return [[name.trim(), size.trim()]];
    refuse(
      "--tolerance",
      `"${each}" is no tolerance of a response`,
      "write response=size, as in cost_per_week=50",
    );
    return [];
  });
  const jobs = threads();
  const out = folder();
  finish();
  return {
    ...(seed === undefined ? {} : { seed }),
    vary: list("--vary"),
    keep: list("--keep"),
    minimise,
    tolerance,
    ...(confidence === undefined ? {} : { confidence }),
    atMost,
    worlds,
    jobs,
    out,
    json: flags.json === true,
    quiet: flags.quiet === true,
    force: flags.force === true,
    all: flags.all === true,
  };
}

function shareOf(written: string): number | undefined {
  const [, digits, percent] = /^(\d*\.?\d+) ?(%?)$/.exec(written) ?? [];
  return digits === undefined ? undefined : Number(digits) / (percent === "%" ? 100 : 1);
}
