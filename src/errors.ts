/** One fault in what the user gave us. `path` reads as in a scenario file: `staff.triage-nurse.count`. */
export interface Issue {
  /** Stable, kebab-case name of the class of fault, e.g. `unknown-key`. */
  readonly code: string;
  /** Dotted path into the input; empty for the whole. */
  readonly path: string;
  readonly message: string;
  /** How to mend it. */
  readonly hint?: string;
  readonly severity: "error" | "warning";
  /** Name of the file, where there are several. */
  readonly file?: string;
  /** One-based position in the file, where it is known. */
  readonly line?: number;
  readonly column?: number;
}

/** The user's input cannot be used; carries every fault found, not only the first. */
export class InputError extends Error {
  readonly issues: readonly Issue[];
  constructor(issues: readonly Issue[]) {
    super(issues.map((issue) => `${issue.path === "" ? "" : `${issue.path}: `}${issue.message}`).join("\n"));
    this.name = "InputError";
    this.issues = issues;
  }
}

/** Where a run stood when it could not go on. */
export interface RunPosition {
  /** [min since the scenario's start] */
  readonly time: number;
  readonly entity: string;
  readonly seed?: number | string;
  readonly replication?: number;
}

/** A run that cannot go on, with all that is needed to replay it. */
export class SimulationError extends Error {
  readonly position: RunPosition;
  constructor(message: string, position: RunPosition) {
    super(`${message} (at minute ${position.time}, ${position.entity})`);
    this.name = "SimulationError";
    this.position = position;
  }
}

/** A bug of ours: thrown when something that must hold does not. */
export class InvariantError extends Error {
  constructor(message: string) {
    super(`invariant broken: ${message}`);
    this.name = "InvariantError";
  }
}

/** Throws `InvariantError` unless `condition` holds. */
export function invariant(condition: boolean, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}
