import { basename, dirname, join } from "node:path";
import { InputError } from "../errors.ts";
import type { SweepTerms } from "../experiment/index.ts";
import {
  findSweep,
  type Journal,
  MANIFEST,
  provenanceText,
  ResultFolder,
  readTextFile,
  sweepManifestText,
  version,
} from "../node/index.ts";
import {
  readSweepSummaryJson,
  type SweepFormat,
  type SweepSummary,
  SweepTally,
  sweepPointsSheet,
  sweepReplicationsSheet,
  sweepSummaryJson,
} from "../report/index.ts";
import { allResponses } from "./all-responses.ts";

const SUMMARY = "summary.json";

/** Makes the files of a sweep from its journal, which has every point, in the order of the design; one point is in memory at a time. */
export async function writeSweep(
  path: string,
  journal: Journal,
  format: SweepFormat,
  { started, argv, jobs }: { started: Date; argv: readonly string[]; jobs: number },
): Promise<SweepSummary> {
  const { terms } = journal.header;
  await journal.flush();
  const files = { columns: terms.columns, responses: allResponses(journal) };
  const tally = new SweepTally(terms);
  const draft = await ResultFolder.create(dirname(path), basename(path));
  try {
    for (let point = 1; point <= terms.points; point++) {
      const record = await journal.record(point);
      await draft.append(sweepReplicationsSheet(files, format, record));
      await draft.append(sweepPointsSheet(files, record));
      tally.add(record);
    }
    const summary = tally.summary();
    await draft.write(SUMMARY, sweepSummaryJson(summary));
    await draft.write(MANIFEST, sweepManifestText(terms, await draft.finishSheets(), version));
    await draft.write("provenance.json", provenanceText(started, new Date(), argv, jobs));
    await draft.commitInto(MANIFEST);
    return summary;
  } finally {
    await draft.discard();
  }
}

/** The summary of the sweep's result, if it is all there. Throws InputError if something else is. */
export async function readKnownSweep(path: string, terms: SweepTerms): Promise<SweepSummary | undefined> {
  const found = await findSweep(path, terms);
  if (found.state === "absent") return undefined;
  const text = found.state === "same" ? await readTextFile(join(path, SUMMARY)) : undefined;
  const summary = text === undefined ? undefined : readSweepSummaryJson(text);
  if (summary !== undefined) return summary;
  const why = found.state === "different" ? found.why : `its ${SUMMARY} cannot be read`;
  const hint = `--force computes it again and replaces it; without its ${MANIFEST}, its files are made again from the journal`;
  const message = `${path} holds something else: ${why}`;
  throw new InputError([{ code: "result-differs", path: "", message, hint, severity: "error" }]);
}
