/**
 * Learning a scenario from a clinic's own message log. README.md says what is learned how, how well, and what cannot be.
 *
 *   Extract ──ownMessages──▶ messages as threads ──fitSpecialty──┐
 *      └─────peopleOf──────▶ people and their acts ──fitTeam─────┴──▶ Fit ──composeScenario──▶ scenario text, ledger, what came from where
 */
export { baseScenario, type ComposeOptions, composeScenario, type WrittenFit } from "./compose-scenario.ts";
export type { BorrowedParameter, FittedParameter } from "./draft.ts";
export type { Fit, SpecialtyFit, TeamFit, TopicFit } from "./fit.ts";
export { calendarOver } from "./fit-calendar.ts";
export type { DelayFit, FamilyFit } from "./fit-delay.ts";
export { type FitOptions, fitExtract } from "./fit-extract.ts";
export { type AssumedCalls, assumedCalls } from "./fit-interruptions.ts";
export { leftOutLines } from "./left-out.ts";
