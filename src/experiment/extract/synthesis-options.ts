/** What of a run is told, and by which chance. */
export interface SynthesisOptions {
  readonly seed: number;
  readonly replication: number;
  /** [min since start] Messages sent in [from, to) are told; of the rest of the run nothing is known after `to`. */
  readonly from: number;
  readonly to: number;
  /** By specialty: visits of a half-day of somebody's clinic. Left out: no regular visits are told. */
  readonly visitsPerSession?: readonly number[];
}

/** A person of the staff, as the model knows people. */
export interface SyntheticPerson {
  readonly team: number;
  readonly person: number;
}
