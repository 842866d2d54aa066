/**
 * What needs Node: files, worker threads, the queue between machines, time zone data, the hash of the engine.
 *
 * Never knows statistics, the command line or the browser. Heavy packages (temporal-polyfill, fast-csv, hyparquet-writer, piscina, bullmq) load when they
 * What needs Node: files, worker threads, time zone data, the hash of the engine, the server of the what-if page.
 * Never knows statistics, the command line or the browser. Heavy packages (temporal-polyfill, fast-csv, hyparquet-writer, piscina, hono) load when they
 * are first needed.
 */
export { engine, version } from "../version.ts";
export { openBlockStore } from "./block-store.ts";
export { checkFiles, type FileState, strangersIn } from "./check-files.ts";
export type { ResultDifference } from "./compared-file.ts";
export { ComparedFolder } from "./compared-folder.ts";
export { discoveryManifestText, discoveryTermsOf, filesOfDiscoveryManifest } from "./discovery-manifest.ts";
export { drawingLibrary } from "./drawing-library.ts";
export { engineId } from "./engine-id.ts";
export { evidenceSources } from "./evidence-file.ts";
export { ENCODINGS, type Encoding } from "./extract/encoding.ts";
export { readExtract } from "./extract/read-extract.ts";
export type { ReadExtractOptions } from "./extract/read-extract-options.ts";
export {
  type FoundResult,
  findDiscovery,
  findReplay,
  findResult,
  findStaffing,
  findSweep,
  findUncertainty,
} from "./find-result.ts";
export { folderName } from "./folder-name.ts";
export { JOURNAL, Journal, type JournalHeader } from "./journal.ts";
export { createKeepingExecutor } from "./kept-runs.ts";
export { createLastingExecutor, type LastingExecutor } from "./lasting-executor.ts";
export { createLocalExecutor, type LocalExecutorOptions } from "./local-executor.ts";
export { filesOfManifest, MANIFEST, manifestText, type ResultPlan } from "./manifest.ts";
export { badManifest, listIn, numberIn, objectIn, textIn, wholeIn } from "./manifest-values.ts";
export { resolveOffsets } from "./offsets.ts";
export { openBrowser } from "./open-browser.ts";
export { pageRuntime } from "./page-runtime.ts";
export { type PageServer, type PageServerOptions, startPageServer } from "./page-server.ts";
export { comparisonPlanOf, offsetsOf, runPlanOf, stressPlanOf, untilOf } from "./plan-of-manifest.ts";
export { PROVENANCE, provenanceText } from "./provenance.ts";
export { shortEngine } from "./queue/protocol.ts";
export { parseQueueAddress, type QueueAddress } from "./queue/queue-address.ts";
export {
  createQueueExecutor,
  type QueueExecutor,
  type QueueExecutorOptions,
} from "./queue/queue-executor.ts";
export { type QueueWorker, type QueueWorkerOptions, startQueueWorker } from "./queue/queue-worker.ts";
export { readCsvTable } from "./read-csv-table.ts";
export { type ReadManifest, readManifest } from "./read-manifest.ts";
export { readTextFile } from "./read-text-file.ts";
export { replayManifestText } from "./replay-manifest.ts";
export { type ResultFile, ResultFolder, type ResultSink } from "./result-folder.ts";
export { filesOfStaffingManifest, staffingManifestText, staffingPlanOf } from "./staffing-manifest.ts";
export { hasJournal, journalOfSweep, readJournal, SweepFolder, sweepsBeside } from "./sweep-folder.ts";
export { filesOfSweepManifest, sweepManifestText, sweepTermsOf } from "./sweep-manifest.ts";
export { createThreadExecutor, type ThreadExecutorOptions } from "./thread-executor.ts";
export {
  filesOfUncertaintyManifest,
  uncertaintyManifestText,
  uncertaintyPlanOf,
} from "./uncertainty-manifest.ts";
export { writeBeside } from "./write-beside.ts";
export { writeSheet } from "./write-sheet.ts";
