/**
 * Reports: from an analysis to something to read.
 *
 *   Summary, ComparisonSummary ──▶ Document ──▶ text for a terminal
 *                           └──▶ Sheets, JSON
 *   PointRecord … ──▶ SweepSummary ──▶ the same
 *
 * Pure strings. Never knows files or terminals: colours and widths are given to it.
 */
export { type ClosedDate, closedDates } from "./closed-dates.ts";
export { type ComparisonDocumentOptions, comparisonDocument } from "./comparison-document.ts";
export { comparisonJson, readComparisonJson } from "./comparison-json.ts";
export {
  alternativeReplicationsSheet,
  alternativesColumns,
  comparisonSheet,
} from "./comparison-sheets.ts";
export { type ComparisonSummary, summariseComparison } from "./comparison-summary.ts";
export { detailSheets } from "./detail-sheets.ts";
export type { Block, Card, Document, DocumentColumn, DocumentEntry, TableSection, Tone } from "./document.ts";
export type { Figure, FigureColumn, FigureTable } from "./figures/figure.ts";
export { DARK, FIGURE_CONFIG, LIGHT, type Palette, withColours } from "./figures/palette.ts";
export { headroomJson, type NamedHeadroom, readHeadroomJson } from "./headroom-json.ts";
export { type DrawnFigure, type PageOptions, renderHtml } from "./html/render-html.ts";
export { type LocalTimeText, localTimeText } from "./local-time-text.ts";
export { brief, decimalsFor } from "./number.ts";
export { recommendedOf } from "./page/choice.ts";
export { comparisonPage } from "./page/comparison-page.ts";
export type { EvidenceSource, PageMatter } from "./page/matter.ts";
export { runPage } from "./page/run-page.ts";
export { type NamedMeasure, type SweepPoint, sweepPage } from "./page/sweep-page.ts";
export { type NamedPatterns, patternsJson, readPatternsJson } from "./patterns-json.ts";
export { policiesDocument, policiesJson, policyListDocument } from "./policies-document.ts";
export { renderCsv } from "./render-csv.ts";
export { renderMarkdown } from "./render-markdown.ts";
export { type Paint, renderText, type TextOptions } from "./render-text.ts";
export { responsesDocument, responsesJson } from "./responses-document.ts";
export { runDocument } from "./run-document.ts";
export type { Cell, Sheet, SheetColumn } from "./sheet.ts";
export { regimesSheet, replicationsSheet, summarySheet } from "./sheets.ts";
export { promiseTerms, summarise } from "./summarise.ts";
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
