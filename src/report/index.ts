/**
 * Reports: from an analysis to something to read.
 *
 *   Summary, ComparisonSummary ──▶ Document ──▶ text for a terminal
 *                           └──▶ Sheets, JSON
 *   PointRecord … ──▶ SweepSummary, SensitivitySummary ──▶ the same
 *
 * Pure strings. Never knows files or terminals: colours and widths are given to it.
 */
export { changesBetween } from "./changes-between.ts";
export { type Burden, type CheckSummary, checkJson, checkText, checkVerdict } from "./check-summary.ts";
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
export { alternativeReplicationsSheet, alternativesColumns, comparisonSheet } from "./comparison-sheets.ts";
export { type ComparisonSummary, summariseComparison } from "./comparison-summary.ts";
export { cellText, csvText } from "./csv-text.ts";
export { type DayPlace, placeAt, wallClock } from "./day-place.ts";
export { detailSheets } from "./detail-sheets.ts";
export { type DifferenceText, differenceText, winsText } from "./difference-text.ts";
export { discoveryDocument } from "./discovery-document.ts";
export { discoveryPointsSheet, tradeOffsSheet } from "./discovery-sheets.ts";
export {
  type DiscoverySummary,
  discoveryJson,
  readDiscoveryJson,
  summariseDiscovery,
} from "./discovery-summary.ts";
export type { Block, Card, Document, DocumentColumn, DocumentEntry, TableSection, Tone } from "./document.ts";
export { extractDocument } from "./extract-document.ts";
export { callsSheet, eventExtractSheet, extractSheet, rosterSheet, visitsSheet } from "./extract-sheets.ts";
export type { Figure, FigureColumn, FigureTable } from "./figures/figure.ts";
export { DARK, LIGHT, type Palette, withColours } from "./figures/palette.ts";
export { type FitSummary, fitDocument, fitJson } from "./fit-document.ts";
export { gradeBlocks, gradeCautions } from "./grade-cautions.ts";
export { GROUP_HEADINGS } from "./group-headings.ts";
export { headroomJson, type NamedHeadroom, readHeadroomJson } from "./headroom-json.ts";
export { type DrawingLibrary, drawFigures } from "./html/draw-figures.ts";
export { figuresIn, type PageParts, pageHtml } from "./html/page-html.ts";
export { type DrawnFigure, type PageOptions, renderHtml } from "./html/render-html.ts";
export { type LocalTimeText, localTimeText } from "./local-time-text.ts";
export { brief, decimalsFor } from "./number.ts";
export { comparisonPage } from "./page/comparison-page.ts";
export type { EvidenceSource, PageMatter } from "./page/matter.ts";
export { type Recommended, recommendedOf, subjectOf } from "./page/recommended.ts";
export { replayPage } from "./page/replay-page.ts";
export { runPage } from "./page/run-page.ts";
export { sensitivityPage } from "./page/sensitivity-page.ts";
export { staffingPage } from "./page/staffing-page.ts";
export { stressPage } from "./page/stress-page.ts";
export { type NamedMeasure, sweepPage } from "./page/sweep-page.ts";
export type { SweepPoint } from "./page/sweep-ways.ts";
export { type NamedPatterns, patternsJson, readPatternsJson } from "./patterns-json.ts";
export { policiesDocument, policiesJson, policyListDocument } from "./policies-document.ts";
export { renderCsv } from "./render-csv.ts";
export { renderMarkdown } from "./render-markdown.ts";
export { type Paint, renderText, type TextOptions } from "./render-text.ts";
export { replayDocument } from "./replay-document.ts";
export {
  replayChecksSheet,
  replayGroupsSheet,
  replayQuantilesSheet,
  replayWeeksSheet,
} from "./replay-sheets.ts";
export {
  type ReplaySummary,
  readReplayJson,
  replayJson,
  summariseReplay,
  validationOf,
} from "./replay-summary.ts";
export { responsesDocument, responsesJson } from "./responses-document.ts";
export { runDocument } from "./run-document.ts";
export { runKindSentences } from "./run-kind-text.ts";
export { sensitivityDocument } from "./sensitivity-document.ts";
export { sensitivitySheet } from "./sensitivity-sheet.ts";
export {
  readSensitivitySummaryJson,
  type SensitivitySummary,
  sensitivitySummaryJson,
  summariseSensitivity,
} from "./sensitivity-summary.ts";
export { fits, type Shape } from "./shape.ts";
export type { Cell, Sheet, SheetColumn } from "./sheet.ts";
export { regimesSheet, replicationsSheet, summarySheet } from "./sheets.ts";
export { type StaffingDocumentOptions, staffingDocument } from "./staffing-document.ts";
export { staffingPlansSheet, staffingStepsSheet } from "./staffing-sheets.ts";
export { readStaffingJson, type StaffingSummary, staffingJson } from "./staffing-summary.ts";
export { stressDesDocument } from "./stress-des/stress-des-document.ts";
export type { Study, StudyResult } from "./stress-des/study.ts";
export type { StudyDesign, StudyExperiment } from "./stress-des/study-experiment.ts";
export { stressDocument } from "./stress-document.ts";
export { stressesSheet, stressPathsSheet } from "./stress-sheets.ts";
export { readStressJson, type StressSummary, stressJson, summariseStress } from "./stress-summary.ts";
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
export { type UncertaintyDocumentOptions, uncertaintyDocument } from "./uncertainty-document.ts";
export {
  drawReplicationsSheet,
  drawsSheet,
  uncertainDifferencesSheet,
  uncertaintySheet,
} from "./uncertainty-sheets.ts";
export {
  readUncertaintyJson,
  summariseUncertainty,
  type UncertaintySummary,
  uncertaintyJson,
} from "./uncertainty-summary.ts";
export { validationDocument } from "./validation-document.ts";
export { validationJson } from "./validation-json.ts";
export { type ValueText, valueText } from "./value-text.ts";
export { isVerified, type Verification } from "./verification.ts";
export { verificationDocument, verificationJson } from "./verification-document.ts";
export { counted } from "./words.ts";
