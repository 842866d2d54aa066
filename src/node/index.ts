/**
 * What needs Node: files, worker threads, time zone data, the hash of the engine.
 *
 * Never knows statistics, the command line or the browser. Heavy packages (temporal-polyfill, fast-csv, piscina) load when they
 * are first needed.
 */
export { engine, version } from "../version.ts";
export { engineId } from "./engine-id.ts";
export { createLocalExecutor, type LocalExecutorOptions } from "./local-executor.ts";
export { resolveOffsets } from "./offsets.ts";
export type { Provenance } from "./provenance.ts";
export { readTextFile } from "./read-text-file.ts";
export { folderName } from "./folder-name.ts";
export { findResult, type FoundResult } from "./find-result.ts";
export { createResultFolder, type ResultFolder } from "./result-folder.ts";
export { createThreadExecutor, type ThreadExecutorOptions } from "./thread-executor.ts";
