/**
 * The kernel: a discrete-event engine that can be used alone; `README.md` beside this file is its guide.
 *
 *   Processes ─▶ Resource ─┐             people who write models as stories
 *   Station ◀─ CapacitySchedule ─┐       work by callbacks, shifts
 *       └──────▶ WaitingLine, Level      who is next, and what it adds up to
 *   Simulation ──▶ EventCalendar         the clock, and what is still to happen
 *       └──────▶ EventLog                what happened
 *
 * It never knows clinics, and it never knows statistics, randomness, files or terminals: models bring their own numbers,
 * and observers look at it from outside.
 */
export { type CapacityChange, CapacitySchedule } from "./capacity-schedule.ts";
export { Claim, type Claimant } from "./claim.ts";
export type { EventAction, EventHandle } from "./event-calendar.ts";
export { EventLog, type EventRow } from "./event-log.ts";
export { Interrupted } from "./interrupted.ts";
export { Level } from "./level.ts";
export { PRIORITY } from "./priority.ts";
export type { Process, ProcessBody, SeizeOptions, Wait } from "./process.ts";
export { Processes } from "./processes.ts";
export { Resource, type ResourceOptions } from "./resource.ts";
export { type Listener, Signal } from "./signal.ts";
export { Simulation, type SimulationOptions, type TraceHook } from "./simulation.ts";
export { Station } from "./station.ts";
export type { StationHook, StationLineOptions, StationOptions } from "./station-options.ts";
export { WaitingLine } from "./waiting-line.ts";
