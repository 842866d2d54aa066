import { basename, dirname, join } from "node:path";
import { InputError } from "../errors.ts";
import type { PointRecord, ResponseColumn, SweepTerms } from "../experiment/index.ts";
import {
  findSweep,
  type Journal,
  MANIFEST,
  PROVENANCE,
  provenanceText,
  ResultFolder,
  type ResultSink,
  readTextFile,
  sweepManifestText,
  version,
} from "../node/index.ts";
import {
  readSweepSummaryJson,
  type SweepColumns,
  type SweepFormat,
  type SweepSummary,
  SweepTally,
  sweepPointsSheet,
  sweepReplicationsSheet,
  sweepSummaryJson,
} from "../report/index.ts";

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
  const draft = await ResultFolder.create(dirname(path), basename(path));
  try {
    const files = new SweepFiles(terms, responsesOf(journal), format, draft);
    for (let point = 1; point <= terms.points; point++) await files.add(await journal.record(point));
    const summary = await files.finish();
    await draft.write(MANIFEST, sweepManifestText(terms, await draft.finishSheets(), version));
    await draft.write(PROVENANCE, provenanceText(started, new Date(), argv, jobs));
    await draft.commitInto(MANIFEST);
    return summary;
  } finally {
    await draft.discard();
  }
}

/** The files of a sweep, made from its points in the order of the design; holds one at a time. */
export class SweepFiles {
  readonly #columns: SweepColumns;
  readonly #format: SweepFormat;
  readonly #sink: ResultSink;
  readonly #tally: SweepTally;

  /** `responses` are all that any point has, in order of first appearance in the design. */
  constructor(
    terms: SweepTerms,
    responses: readonly ResponseColumn[],
    format: SweepFormat,
    sink: ResultSink,
  ) {
    this.#columns = { columns: terms.columns, responses };
    this.#format = format;
    this.#sink = sink;
    this.#tally = new SweepTally(terms);
  }

  async add(record: PointRecord): Promise<void> {
    await this.#sink.append(sweepReplicationsSheet(this.#columns, this.#format, record));
    await this.#sink.append(sweepPointsSheet(this.#columns, record));
    this.#tally.add(record);
  }

  /** When the last point is there. */
  async finish(): Promise<SweepSummary> {
    const summary = this.#tally.summary();
    await this.#sink.write(SUMMARY, sweepSummaryJson(summary));
    return summary;
  }
}

/** Every response that any point of a complete journal has, in order of first appearance in the design. */
export function responsesOf(journal: Journal): readonly ResponseColumn[] {
  const points = Array.from({ length: journal.header.terms.points }, (_, i) => i + 1);
  return allResponses(points.map((point) => journal.responsesOf(point)));
}

/** Every response of any list, each once, in order of first appearance. */
export function allResponses(lists: Iterable<readonly ResponseColumn[]>): readonly ResponseColumn[] {
  const all = new Map<string, ResponseColumn>();
  const seen = new Set<readonly ResponseColumn[]>();
  for (const list of lists) {
    if (seen.has(list)) continue;
    seen.add(list);
    for (const response of list) if (!all.has(response.name)) all.set(response.name, response);
  }
  return [...all.values()];
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
