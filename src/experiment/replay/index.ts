export type { Change } from "./change.ts";
export { BAND, type Check } from "./check.ts";
export type { NotJudged } from "./measure.ts";
export { type RecordedAbsences, recordedAbsences } from "./recorded-absences.ts";
export { type LeftOut, type RecordedMessages, recordedMessages } from "./recorded-messages.ts";
export { type ReplayOptions, replay } from "./replay.ts";
export { type ReplayPlan, recordHash, replayId } from "./replay-plan.ts";
export type {
  Banded,
  ComparedGroup,
  PersonReplies,
  QuantilePair,
  ReplayReport,
} from "./replay-report.ts";
export { type FittedLog, fittedLog, type SeenRecord, seenRecord } from "./seen-record.ts";
export type { WeeklyPath } from "./weekly-path.ts";
