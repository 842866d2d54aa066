/**
 * The kernel: a discrete-event engine that can be used alone.
 *
 *   Simulation ──▶ EventCalendar      the clock, and what is still to happen
 *   WaitingLine                       who is next
 *
 * It never knows clinics, and it never knows statistics, randomness, files or terminals: models bring their own numbers,
 * and observers look at it from outside.
 */
export type { EventAction, EventHandle } from "./event-calendar.ts";
export { PRIORITY } from "./priority.ts";
export { Simulation, type SimulationOptions, type TraceHook } from "./simulation.ts";
export { WaitingLine } from "./waiting-line.ts";
