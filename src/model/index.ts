/**
 * The model: the clinic. Messages, threads, staff, calendars, policies.
 *
 *   Clinic ──compile──▶ Model ─┐
 *                              ├─runClinic──▶ ClinicObserver
 *   Clinic ──draw──▶ World ────┘
 *
 * `README.md` beside this file states the rules in full. A World holds all chance of a replication; running it is
 * deterministic. The model never knows JSON or scenario files, experiments, or the command line, and it never measures
 * itself: observers look at it from outside.
 */
export { Calendar } from "./calendar.ts";
export type * from "./clinic.ts";
export { ClinicRecorder, type Conservation, type Keep } from "./clinic-recorder.ts";
export { calendarDays, compile, type Model } from "./compile.ts";
export { drawWorld } from "./draw-world.ts";
export { type OfferedLoads, offeredLoads, type PersonLoad, type TeamLoad, type WeekLoad } from "./loads.ts";
export { civilFromDays, dayNumber, daysFromCivil, isoDate, type LocalDate, weekdayOf } from "./local-date.ts";
export { MinuteClock } from "./minute-clock.ts";
export type * from "./observer.ts";
export {
  MESSAGE_CLASS,
  type Outcome,
  type PolicyDefinition,
  type PolicyParameter,
  type QueueDiscipline,
  queuePolicies,
  type Reading,
  type Routing,
  routingPolicies,
  type ServingTeam,
  type TeamDay,
  type Triage,
  triagePolicies,
} from "./policies/index.ts";
export type { Diagnostics } from "./responses/diagnostics.ts";
export type { LittlesLaw } from "./responses/littles-law.ts";
export { type RecordedRun, recordedRun } from "./responses/recorded-run.ts";
export type { Estimand, Ratio, ResponseDefinition, ResponseGroup } from "./responses/response.ts";
export type { SampleName } from "./responses/samples.ts";
export { measureResponses, type ResponseValues, responseDefinitions } from "./responses.ts";
export { Roster } from "./roster.ts";
export { type RunOptions, runClinic } from "./run-clinic.ts";
export {
  type MeasuredRun,
  type ReplicationOptions,
  type ReplicationResult,
  runReplication,
} from "./run-replication.ts";
export type { TeamPlan } from "./team-plan.ts";
export { type Regime, regimeModels, regimesOfWindow } from "./window-regimes.ts";
export { type DayStretch, monthsOfWindow, weeksOfWindow, windowDays } from "./window-stretches.ts";
export type * from "./world.ts";
