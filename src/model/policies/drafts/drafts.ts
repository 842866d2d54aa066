/** What a drafting tool does to the minutes of a reply. */
export interface Drafts {
  /** Chance that a draft is used. */
  readonly used: number;
  /** Factor on a physician's minutes, by whether the draft is used. */
  factor(used: boolean): number;
}
