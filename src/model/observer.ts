import type { VisitMode } from "./visit-mode.ts";
import type { Thread, WorkItem } from "./world.ts";

/** Why a patient writes: of one's own accord, to ask what became of the last message, or to say it all again. */
export const CAUSES = ["own", "chaser", "duplicate"] as const;

export type Cause = (typeof CAUSES)[number];

/** What became of a message; the times are [min since start], NaN for "not in this run". */
export interface MessageRecord {
  readonly thread: Thread;
  readonly round: number;
  readonly cause: Cause;
  readonly sent: number;
  /** Whether it came so late after the last reply that it counts as a new thread (the first message always does). */
  readonly opensThread: boolean;
  /** Index of the front-door policy that turned it away: nothing else happens to it; −1: it was let in. */
  readonly turnedAwayBy: number;
  readonly firstRead: number;
  readonly replied: number;
  readonly closed: number;
  /** Team of the person who closed it; −1 while open. */
  readonly closedByTeam: number;
  /** It was settled in a call, not in writing. */
  readonly settledByCall: boolean;
  /** Minutes by group of roles, as `groupOf` has it. */
  readonly clerkMinutes: number;
  readonly nurseMinutes: number;
  readonly physicianMinutes: number;
  /** Times it was taken up afresh (not resumed), by group of roles. */
  readonly clerkTouches: number;
  readonly nurseTouches: number;
  readonly physicianTouches: number;
  /** The patient sought help elsewhere, still without a reply. */
  readonly emergency: number;
}

/** What became of a piece of other work. */
export interface WorkRecord {
  readonly item: WorkItem;
  /** The message it is about, by thread and round: a call of somebody who waits, or was turned away. */
  readonly about?: { readonly thread: Thread; readonly round: number };
  /** NaN: never taken up. */
  readonly started: number;
  /** NaN: neither done nor lost when the run ended. */
  readonly ended: number;
  /** A call that ran out of patience, at `ended`. */
  readonly lost: boolean;
}

/** Why a visit is booked, in the order in which those of one moment get their slots. */
export const VISIT_REASONS = ["in place of writing", "after writing", "turned away"] as const;

/** A visit booked for a thread. */
export interface VisitRecord {
  readonly thread: Thread;
  readonly round: number;
  readonly mode: VisitMode;
  /** A message was turned into one, the thread ended in one, or a message was turned away. */
  readonly reason: (typeof VISIT_REASONS)[number];
  readonly booked: number;
  /** Local day of the visit; −1: there was no slot before the end of the run. */
  readonly day: number;
}

/** What somebody does with a message, or else. */
export type Activity =
  | "triage"
  | "reply"
  | "question"
  | "return"
  | "draft"
  | "co-signature"
  | "link"
  | "call"
  | "other work";

/** One uninterrupted stretch of somebody's work. */
export interface Stretch {
  readonly team: number;
  readonly person: number;
  readonly activity: Activity;
  /** Index of the thread (messages) or of the work item (calls, other work). */
  readonly subject: number;
  readonly round: number;
  /** Of messages. */
  readonly cause: Cause;
  /** When it entered the line it was taken from. */
  readonly entered: number;
  readonly from: number;
  readonly to: number;
  /** Taken up outside the person's hours of that day (in an evening). */
  readonly evening: boolean;
}

/**
 * A stretch, to the end of the run at most, during which nobody works on a message that needs a reply and has none yet, not even after it was held for a call:
 * – *line*: it stands in a line, for the first or a later piece of work
 * – *patient*: the patient has been asked something
 * – *delivery*: it waits to be delivered with the next batch
 */
export interface Wait {
  readonly thread: Thread;
  readonly round: number;
  readonly cause: Cause;
  readonly for: "line" | "patient" | "delivery";
  /** Index of the piece of work it waits for. */
  readonly step: number;
  readonly activity: Activity;
  /** The line: its team (−1: there is none, nor a physician), and the person whose own it is; −1: the shared one. */
  readonly team: number;
  readonly person: number;
  readonly from: number;
  readonly to: number;
}

/** Watches a run from outside; it may not change anything. Absent methods cost nothing. */
export interface ClinicObserver {
  /** Once a message, when it is closed, turned away, or at the end of the run. */
  message?(record: MessageRecord): void;
  /** Once an item, when it ends or is lost, or at the end of the run. */
  work?(record: WorkRecord): void;
  visit?(record: VisitRecord): void;
  handled?(stretch: Stretch): void;
  /** Before the message is told; stretches of no length are not told. */
  waited?(wait: Wait): void;
  /** A message in somebody's hands is held for a call. */
  interrupted?(time: number, team: number, person: number): void;
  /** Length of a line after a change; `person` −1 is the team's shared line. */
  lineChanged?(time: number, team: number, person: number, length: number): void;
  /** Messages sent and not closed after a change. */
  openChanged?(time: number, open: number): void;
  /** People of a team on duty after a change. */
  dutyChanged?(time: number, team: number, onDuty: number): void;
}
