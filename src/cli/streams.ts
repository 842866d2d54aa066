import type { Executor } from "../experiment/index.ts";

/** Where text goes: a terminal, a pipe, a test. */
export interface Sink {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  /** Columns of the terminal. */
  readonly columns?: number;
}

/** All that a command touches of the process it runs in. */
export interface Streams {
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborts when the user interrupts. */
  readonly signal: AbortSignal;
}

/** What tests put in the place of the real thing. */
export interface Outfit {
  readonly createExecutor?: (options: { readonly jobs: number }) => Executor | Promise<Executor>;
}
