import { FEWEST_DRAWS, type InputsRequest } from "../experiment/index.ts";
import type { FlagFaults } from "./flag-faults.ts";
import type { Flags } from "./program.ts";

/** What `--input-uncertainty` asks for. */
export interface UncertaintyFlags {
  readonly draws: number;
  readonly inner: number;
  readonly request: InputsRequest;
}

const DRAWS = 80;
const INNER = 2;
/** What every draw says of every response is in memory. */
const MOST_DRAWS = 5_000;

/** What cannot go with it, and why not. */
const CLASHES: readonly (readonly [flag: string, hint: string])[] = [
  ["--until", "there are as many replications as --draws times --inner"],
  ["--replications", "there are as many replications as --draws times --inner"],
  ["--replication", "draws.csv says what a draw has: run that with --set"],
  ["--select", "the best is selected at the inputs as they are written"],
];

/** The flags of a two-level experiment; undefined where none is asked for. */
export function uncertaintyFlags(
  flags: Flags,
  { whole, list, refuse, text }: FlagFaults,
): UncertaintyFlags | undefined {
  const draws = whole("--draws", FEWEST_DRAWS, MOST_DRAWS);
  const inner = whole("--inner", 2, 1_000);
  const only = list("--inputs");
  if (flags.inputUncertainty !== true) {
    const given = [
      ["--draws", flags.draws !== undefined],
      ["--inner", flags.inner !== undefined],
      ["--inputs", only.length > 0],
    ] as const;
    for (const [flag, isGiven] of given) {
      if (isGiven)
        refuse(flag, "needs --input-uncertainty", "which draws the inputs that nobody knows for sure");
    }
    return undefined;
  }
  for (const [flag, hint] of CLASHES) {
    if (text(flag) === undefined && list(flag).length === 0) continue;
    refuse(flag, "cannot be used with --input-uncertainty", hint);
  }
  if (flags.keep === "full") {
    refuse(
      "--keep",
      "cannot be full with --input-uncertainty",
      "draws.csv says what a draw has: run that with --set",
    );
  }
  return { draws: draws ?? DRAWS, inner: inner ?? INNER, request: only.length === 0 ? {} : { only } };
}
