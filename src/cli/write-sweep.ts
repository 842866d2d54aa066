import { basename, dirname, join } from "node:path";
import { InputError } from "../errors.ts";
import type { PointRecord, ResponseColumn, SweepTerms } from "../experiment/index.ts";
import {
  findSweep,
  type Journal,
  MANIFEST,
  PROVENANCE,
  provenanceText,
  type QueueAddress,
  ResultFolder,
  type ResultSink,
  readTextFile,
  sweepManifestText,
  version,
} from "../node/index.ts";
import {
  readSweepSummaryJson,
  type Sheet,
  type SweepColumns,
  type SweepFormat,
  type SweepSummary,
  SweepTally,
  sweepPointsSheet,
  sweepReplicationsSheet,
  sweepSummaryJson,
} from "../report/index.ts";
import { responsesOf } from "./all-responses.ts";

const SUMMARY = "summary.json";

/** How and when points were computed. */
export interface Making {
  readonly started: Date;
  readonly argv: readonly string[];
  /** At most so many threads of this machine, or the workers of a queue. */
  readonly by: number | QueueAddress;
}

/** What is told of the points of a design, beside the points themselves. */
export interface PointsReport {
  /** Takes the next point, in order of the design. */
  add(record: PointRecord): void;
  /** The text of `summary.json` and further tables, when all points were there. */
  finish(): { readonly summary: string; readonly sheets: readonly Sheet[] };
  /** The number of a point's first replication; 1 of all, unless it says otherwise. */
  firstOf?(point: number): number;
}

/** Makes the files of a sweep from its journal, which has every point. */
export async function writeSweep(
  path: string,
  journal: Journal,
  format: SweepFormat,
  making: Making,
): Promise<SweepSummary> {
  const tally = new SweepTally(journal.header.terms);
  await writePoints(path, journal, format, making, sweepReport(tally));
  return tally.summary();
}

/** What a sweep tells of its points. */
export function sweepReport(tally: SweepTally): PointsReport {
  return {
    add: (record) => tally.add(record),
    finish: () => ({ summary: sweepSummaryJson(tally.summary()), sheets: [] }),
  };
}

/** Makes the files of all points from their journal, in the order of the design; one point is in memory at a time. */
export async function writePoints(
  path: string,
  journal: Journal,
  format: SweepFormat,
  { started, argv, by }: Making,
  report: PointsReport,
): Promise<void> {
  const { terms } = journal.header;
  await journal.flush();
  const draft = await ResultFolder.create(dirname(path), basename(path));
  try {
    const files = new PointFiles(terms, responsesOf(journal), format, draft, report);
    for (let point = 1; point <= terms.points; point++) await files.add(await journal.record(point));
    await files.finish();
    await draft.write(MANIFEST, sweepManifestText(terms, await draft.finishSheets(), version));
    await draft.write(PROVENANCE, provenanceText(started, new Date(), argv, by));
    await draft.commitInto(MANIFEST);
  } finally {
    await draft.discard();
  }
}

/** The files of a design's points, made in the order of the design; holds one point at a time. */
export class PointFiles {
  readonly #columns: SweepColumns;
  readonly #format: SweepFormat;
  readonly #sink: ResultSink;
  readonly #report: PointsReport;

  /** `responses` are all that any point has, in order of first appearance in the design. */
  constructor(
    terms: SweepTerms,
    responses: readonly ResponseColumn[],
    format: SweepFormat,
    sink: ResultSink,
    report: PointsReport,
  ) {
    this.#columns = { columns: terms.columns, responses };
    this.#format = format;
    this.#sink = sink;
    this.#report = report;
  }

  async add(record: PointRecord): Promise<void> {
    const first = this.#report.firstOf?.(record.point);
    await this.#sink.append(sweepReplicationsSheet(this.#columns, this.#format, record, first));
    await this.#sink.append(sweepPointsSheet(this.#columns, record));
    this.#report.add(record);
  }

  /** When the last point is there. */
  async finish(): Promise<void> {
    const { summary, sheets } = this.#report.finish();
    for (const sheet of sheets) await this.#sink.append(sheet);
    await this.#sink.write(SUMMARY, summary);
  }
}

/** The summary of the sweep's result, if it is all there. Throws InputError if something else is. */
export async function readKnownSweep(path: string, terms: SweepTerms): Promise<SweepSummary | undefined> {
  return readKnownPoints(path, terms, readSweepSummaryJson);
}

/** What `read` makes of the summary of a design's result, if it is all there. Throws InputError if something else is. */
export async function readKnownPoints<T>(
  path: string,
  terms: SweepTerms,
  read: (summary: string) => T | undefined,
): Promise<T | undefined> {
  const found = await findSweep(path, terms);
  if (found.state === "absent") return undefined;
  const text = found.state === "same" ? await readTextFile(join(path, SUMMARY)) : undefined;
  const summary = text === undefined ? undefined : read(text);
  if (summary !== undefined) return summary;
  const why = found.state === "different" ? found.why : `its ${SUMMARY} cannot be read`;
  const hint = `--force computes it again and replaces it; without its ${MANIFEST}, its files are made again from the journal`;
  const message = `${path} holds something else: ${why}`;
  throw new InputError([{ code: "result-differs", path: "", message, hint, severity: "error" }]);
}
