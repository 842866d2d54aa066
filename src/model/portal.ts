/** A stretch of time in which patients cannot send anything [min since start]; what they would have sent comes within `rebound` [min] after it. */
export interface Outage {
  readonly from: number;
  /** After `from`. */
  readonly to: number;
  readonly rebound: number;
}

/** The portal as patients see it: what they would send while it is down is held back, and sent in the same order once it is up again. */
export class Portal {
  readonly #outages: readonly Outage[];

  /** Outages in order of time, none beginning before the rebound of the one before is over. */
  constructor(outages: readonly Outage[]) {
    this.#outages = outages;
  }

  /**
   * When a message is sent that its patient would send at `t` [min]: then, or, during an outage, after it, at to + rebound × (t − from) /
   * (to − from).
   */
  sendingAt(t: number): number {
    for (const { from, to, rebound } of this.#outages) {
      if (t >= from && t < to) return to + (rebound * (t - from)) / (to - from);
    }
    return t;
  }
}
