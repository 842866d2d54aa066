/** What a difference is about, and so what is to be mended first. */
export const STAGES = ["demand", "replies", "backlog", "people"] as const;

export type Stage = (typeof STAGES)[number];

/** How a measure is told and compared: shares by their difference, hours and counts by their ratio. */
export type Scale = "share" | "hours" | "messages" | "per week" | "days" | "people" | "ratio";

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
  /** The part of the scenario of which nothing else tells. */
  readonly part?: string;
  readonly of: (told: T) => number;
}

/** Something that a grade says nothing of, in few words, and why. Plain data. */
export interface NotJudged {
  readonly what: string;
  readonly why: string;
  /** It is a part of the scenario of which nothing else tells, not one comparison of several. */
  readonly isPart: boolean;
}

/** What may be compared: a measure, or why there is none. */
export type Term<T> = Measure<T> | NotJudged;

/** Added before logarithms are taken, so that little things do not count as much as they would: 1 hour, 2 messages, 5 days, 1 person. */
const LEAST: Readonly<Record<Scale, number>> = {
  share: 0,
  hours: 1,
  messages: 2,
  "per week": 2,
  days: 5,
  people: 1,
  ratio: 0,
};

export function leastOf(scale: Scale): number {
  return LEAST[scale];
}
