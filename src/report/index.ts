/**
 * Reports: from an analysis to something to read.
 *
 *   Summary, ComparisonSummary ──▶ Document ──▶ text for a terminal
 *                           └──▶ Sheets, JSON
 *   PointRecord … ──▶ SweepSummary ──▶ the same
 *
 * Pure strings. Never knows files or terminals: colours and widths are given to it.
 */
export {
  type ClinicDay,
  type ClinicDayChoice,
  clinicDay,
  type DayMessage,
  type DayStation,
  type DayStop,
} from "./clinic-day.ts";
export { type ClosedDate, closedDates } from "./closed-dates.ts";
export { type ComparisonDocumentOptions, comparisonDocument } from "./comparison-document.ts";
export { comparisonJson, readComparisonJson } from "./comparison-json.ts";
export {
  alternativeReplicationsSheet,
  alternativesColumns,
  comparisonSheet,
} from "./comparison-sheets.ts";
export { type ComparisonSummary, summariseComparison } from "./comparison-summary.ts";
export { cellText, csvText } from "./csv-text.ts";
export { type DayPlace, placeAt, wallClock } from "./day-place.ts";
export { detailSheets } from "./detail-sheets.ts";
export { type DifferenceText, differenceText, winsText } from "./difference-text.ts";
export type { Block, Document, DocumentColumn, DocumentEntry, TableSection, Tone } from "./document.ts";
export { GROUP_HEADINGS } from "./group-headings.ts";
export { type LocalTimeText, localTimeText } from "./local-time-text.ts";
export { brief, decimalsFor } from "./number.ts";
export { policiesDocument, policiesJson, policyListDocument } from "./policies-document.ts";
export { type Paint, renderText, type TextOptions } from "./render-text.ts";
export { responsesDocument, responsesJson } from "./responses-document.ts";
export { runDocument } from "./run-document.ts";
export type { Cell, Sheet, SheetColumn } from "./sheet.ts";
export { regimesSheet, replicationsSheet, summarySheet } from "./sheets.ts";
export { summarise } from "./summarise.ts";
export type { PromiseTerms, Summary } from "./summary.ts";
export { readSummaryJson, summaryJson } from "./summary-json.ts";
export { sweepDocument } from "./sweep-document.ts";
export {
  type SweepColumns,
  type SweepFormat,
  sweepPointsSheet,
  sweepReplicationsSheet,
} from "./sweep-sheets.ts";
export {
  readSweepSummaryJson,
  type SweepResponse,
  type SweepRow,
  type SweepSummary,
  SweepTally,
  sweepSummaryJson,
} from "./sweep-summary.ts";
export { harmless } from "./text-width.ts";
export { validationDocument } from "./validation-document.ts";
export { validationJson } from "./validation-json.ts";
export { type ValueText, valueText } from "./value-text.ts";
