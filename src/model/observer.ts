import type { Thread, WorkItem } from "./world.ts";

/** What became of a message; the times are [min since start], NaN for "not in this run". */
export interface MessageRecord {
  readonly thread: Thread;
  readonly round: number;
  readonly sent: number;
  /** Whether it came so late after the last reply that it counts as a new thread (the first message always does). */
  readonly opensThread: boolean;
  readonly firstRead: number;
  readonly replied: number;
  readonly closed: number;
  /** Team of the person who closed it; −1 while open. */
  readonly closedByTeam: number;
  readonly nurseMinutes: number;
  readonly physicianMinutes: number;
  /** Times it was taken up afresh (not resumed) by a nurse, by a physician. */
  readonly nurseTouches: number;
  readonly physicianTouches: number;
}

/** What became of a piece of other work. */
export interface WorkRecord {
  readonly item: WorkItem;
  /** NaN: never taken up. */
  readonly started: number;
  /** NaN: neither done nor lost when the run ended. */
  readonly ended: number;
  /** A call that ran out of patience, at `ended`. */
  readonly lost: boolean;
}

export type Activity = "triage" | "nurse reply" | "question" | "physician reply" | "call" | "other work";

/** One uninterrupted stretch of somebody's work. */
export interface Stretch {
  readonly team: number;
  readonly person: number;
  readonly activity: Activity;
  /** Index of the thread (messages) or of the work item (calls, other work). */
  readonly subject: number;
  readonly round: number;
  /** When it entered the line it was taken from. */
  readonly entered: number;
  readonly from: number;
  readonly to: number;
  /** Taken up outside the person's hours of that day (in an evening). */
  readonly evening: boolean;
}

/** Watches a run from outside; it may not change anything. Absent methods cost nothing. */
export interface ClinicObserver {
  /** Once a message, when it is closed, or at the end of the run. */
  message?(record: MessageRecord): void;
  /** Once an item, when it ends or is lost, or at the end of the run. */
  work?(record: WorkRecord): void;
  handled?(stretch: Stretch): void;
  /** Length of a line after a change; `person` −1 is the team's shared line. */
  lineChanged?(time: number, team: number, person: number, length: number): void;
  /** Messages sent and not closed after a change. */
  openChanged?(time: number, open: number): void;
  /** People of a team on duty after a change. */
  dutyChanged?(time: number, team: number, onDuty: number): void;
}
