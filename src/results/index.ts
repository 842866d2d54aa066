/**
 * results/: the raw numbers of a run, in typed columns.
 *
 * A `Table` is what a recorder fills and a thread posts: one number per cell, NaN for "not yet", labels and
 * units said once in its column specs. A `Window` says which part of a run counts, in its two meanings:
 * messages sent in it (`inWindow`), and minutes of it (`overlap`).
 *
 * Never knows: clinics, files, how a number was drawn or what it will be averaged with.
 */
export type { ColumnSpec, ColumnType, ColumnValues } from "./column.ts";
export { Table, type TransferableTable } from "./table.ts";
export { inWindow, overlap, type Window } from "./window.ts";
