/**
 * What needs Node: files, worker threads, time zone data, the hash of the engine, the server of the what-if page.
 *
 * Never knows statistics, the command line or the browser. Heavy packages (temporal-polyfill, fast-csv, hyparquet-writer, piscina, hono) load when they
 * are first needed.
 */
export { engine, version } from "../version.ts";
export { engineId } from "./engine-id.ts";
export { type FoundResult, findResult, findSweep } from "./find-result.ts";
export { folderName } from "./folder-name.ts";
export { JOURNAL, Journal, type JournalHeader } from "./journal.ts";
export { createLocalExecutor, type LocalExecutorOptions } from "./local-executor.ts";
export { MANIFEST, manifestText, type ResultPlan } from "./manifest.ts";
export { resolveOffsets } from "./offsets.ts";
export { openBrowser } from "./open-browser.ts";
export { type PageServer, type PageServerOptions, startPageServer } from "./page-server.ts";
export { provenanceText } from "./provenance.ts";
export { readCsvTable } from "./read-csv-table.ts";
export { readTextFile } from "./read-text-file.ts";
export { type ResultFile, ResultFolder } from "./result-folder.ts";
export { hasJournal, readJournal, SweepFolder, sweepsBeside } from "./sweep-folder.ts";
export { sweepManifestText } from "./sweep-manifest.ts";
export { createThreadExecutor, type ThreadExecutorOptions } from "./thread-executor.ts";
