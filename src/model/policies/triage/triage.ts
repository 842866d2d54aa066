import type { Role } from "../../roles.ts";

/** How a first reader works. */
export interface ReadingRules {
  /** Of the messages a nurse may close, the share on which she asks a physician first; and the share she wrongly forwards. */
  readonly asks: number;
  readonly bounces: number;
  /** Physician's minutes to answer, or to send back, as a share of those the message itself would take. */
  readonly askEffort: number;
  readonly bounceEffort: number;
  /** Share of physician's minutes that a prepared message saves. */
  readonly saves: number;
  /** Chance that a truly urgent thread is seen as urgent; chance that another is not. */
  readonly sensitivity: number;
  readonly specificity: number;
}

/** Who reads messages first, and how. */
export interface Triage {
  /** Roles that read first, best first: the first of them that has a team does. None: the physician. */
  readonly readers: readonly Role[];
  readonly rules: ReadingRules;
}

/** Nobody asks, nothing is saved, and urgency is seen as it is. */
export const PLAIN_READING: ReadingRules = {
  asks: 0,
  bounces: 0,
  askEffort: 1,
  bounceEffort: 0,
  saves: 0,
  sensitivity: 1,
  specificity: 1,
};
