/** What a difference is about, and so what is to be mended first. */
export const STAGES = ["demand", "replies", "backlog", "people"] as const;

export type Stage = (typeof STAGES)[number];

/** How a measure is told and compared: shares by their difference, hours and counts by their ratio. */
export type Scale = "share" | "hours" | "messages" | "per week" | "ratio";

/** Something that is told of the record and of every replication alike. */
export interface Measure<T> {
  readonly stage: Stage;
  /** Words, to follow “recorded” and “predicted”. */
  readonly label: string;
  readonly scale: Scale;
  /** How far off a model may be that is used to decide: a difference of shares, or the logarithm of a ratio. */
  readonly tolerance: number;
  /** Where the record must be long enough to tell. */
  readonly headline: boolean;
  /** Where in a scenario to look. */
  readonly mend: string;
  readonly of: (told: T) => number;
}

/** Added before logarithms are taken, so that little things do not count as much as they would: 1 hour, 2 messages. */
const LEAST: Readonly<Record<Scale, number>> = { share: 0, hours: 1, messages: 2, "per week": 2, ratio: 0 };

export function leastOf(scale: Scale): number {
  return LEAST[scale];
}
