/**
 * Thrown into a process at the `yield` where it waited when another one interrupts it. Not an Error: it is an event of
 * the model, and a trace of the stack for each would be dear.
 */
export class Interrupted {
  /** Whatever `interrupt` was given. */
  readonly cause: unknown;
  /** What was left of the `hold` [time]; 0 when it waited for something else. */
  readonly remaining: number;

  constructor(cause: unknown, remaining: number) {
    this.cause = cause;
    this.remaining = remaining;
  }
}
