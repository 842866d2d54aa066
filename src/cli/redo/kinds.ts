import { InputError } from "../../errors.ts";
import { comparisonKind } from "./comparison.ts";
import { discoveryKind } from "./discovery.ts";
import type { NotRedone, Redo, RedoTerms, ResultKind } from "./redo.ts";
import { replayKind } from "./replay.ts";
import { runKind } from "./run.ts";
import { staffingKind } from "./staffing.ts";
import { stressKind } from "./stress.ts";
import { sweepKind } from "./sweep.ts";
import { uncertaintyKind } from "./uncertainty.ts";

/** The one place that says which results can be made again. */
const KINDS: readonly ResultKind[] = [
  runKind,
  comparisonKind,
  stressKind,
  sweepKind,
  uncertaintyKind,
  discoveryKind,
  staffingKind,
  replayKind,
];

/** How the result of a folder is made again, or why it cannot be. Throws InputError for a kind of result that nobody knows, or a manifest with faults. */
export async function redoOf(terms: RedoTerms): Promise<Redo | NotRedone> {
  const { format, manifest } = terms.manifest;
  const kind = KINDS.find((each) => each.format === format && each.isOf(manifest));
  if (kind !== undefined) return kind.open(terms);
  throw new InputError([
    {
      code: "unknown-result",
      path: "",
      message: `${terms.folder} is a result of the kind "${format}", which this version does not know how to make again`,
      hint: "verify it with the version that its manifest names",
      severity: "error",
    },
  ]);
}
