/** A replication that could not be finished, with what is needed to run it again; `cause` is what was thrown. */
export class ReplicationError extends Error {
  readonly seed: number;
  readonly replication: number;
  /** Canonical text of its scenario, where that is known. */
  readonly scenario: string | undefined;
  constructor(seed: number, replication: number, cause: unknown, scenario?: string) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = "ReplicationError";
    this.seed = seed;
    this.replication = replication;
    this.scenario = scenario;
  }
}
