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
export { STAGES } from "./clinic.ts";
export { ClinicRecorder, type Keep } from "./clinic-recorder.ts";
export { calendarDays, compile, type Model } from "./compile.ts";
export { drawWorld } from "./draw-world.ts";
export { type DemandPattern, demandPattern } from "./draws/demand-pattern.ts";
export { portalPatients } from "./draws/panel.ts";
export { expectedMessages } from "./follow-ups.ts";
export { type ExpectedCost, expectedCost } from "./loads/expected-cost.ts";
export { type FirstHandling, firstHandling } from "./loads/first-handling.ts";
export { type TeamInflow, teamCapacity, teamInflow } from "./loads/team-years.ts";
export { type OfferedLoads, offeredLoads, type PersonLoad, type TeamLoad, type WeekLoad } from "./loads.ts";
export { civilFromDays, dayNumber, daysFromCivil, isoDate, type LocalDate, weekdayOf } from "./local-date.ts";
export { LocalTime } from "./local-time.ts";
export { MinuteClock } from "./minute-clock.ts";
export type * from "./observer.ts";
export {
  type BillableThread,
  type Billing,
  billingPolicies,
  type Conversion,
  choose,
  conversionPolicies,
  type DoorEffect,
  type Drafts,
  draftPolicies,
  type Entry,
  type Flag,
  type FrontDoor,
  flagPolicies,
  frontDoorPolicies,
  type Incoming,
  MESSAGE_CLASS,
  type PolicyDefinition,
  type PolicyParameter,
  type Protocol,
  protocolPolicies,
  type QueueDiscipline,
  queuePolicies,
  type ReadingRules,
  type Routing,
  routingPolicies,
  type Sortable,
  type Sorting,
  sortingPolicies,
  type TeamDay,
  type TeamNow,
  type Triage,
  triagePolicies,
  type Weighted,
} from "./policies/index.ts";
export { type RecordedArrivals, threadStarts } from "./recorded-arrivals.ts";
export type { Conservation } from "./recorder/books.ts";
export type { DayPaths } from "./recorder/day-paths.ts";
export type { ReplyColumns } from "./recorder/reply-log.ts";
export { HOURS_OF_WEEK, type TeamHours, type WeekHours } from "./recorder/week-hours.ts";
export type { Diagnostics } from "./responses/diagnostics.ts";
export type { LittlesLaw } from "./responses/littles-law.ts";
export type { Tallied } from "./responses/promise-record.ts";
export { promiseResponseNames } from "./responses/promises.ts";
export { type RecordedRun, recordedRun } from "./responses/recorded-run.ts";
export type { Estimand, Ratio, ResponseDefinition, ResponseGroup } from "./responses/response.ts";
export type { SampleName } from "./responses/samples.ts";
export { measureResponses, type ResponseValues, responseDefinitions } from "./responses.ts";
export {
  groupOf,
  mayAssess,
  ROLES,
  type Role,
  type RoleGroup,
  rankOf,
  type Scope,
  scopeOf,
} from "./roles.ts";
export { Roster } from "./roster.ts";
export { type RunOptions, runClinic } from "./run-clinic.ts";
export {
  type MeasuredRun,
  type ReplicationOptions,
  type ReplicationResult,
  runReplication,
} from "./run-replication.ts";
export type { SpecialtyRules } from "./specialty-rules.ts";
export { PHYSICIANS, type Stations, type StationsOf, stationsOf } from "./stations.ts";
export type { TeamPlan } from "./team-plan.ts";
export { VISIT_MODES, type VisitMode } from "./visit-mode.ts";
export { type Step, type WayFacts, type WayRules, wayOf } from "./way.ts";
export { type Regime, regimeModels, regimesOfWindow } from "./window-regimes.ts";
export { type DayStretch, monthsOfWindow, weeksOfWindow, windowDays } from "./window-stretches.ts";
export type * from "./world.ts";
