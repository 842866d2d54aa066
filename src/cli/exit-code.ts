/** What a command ends with. */
export const EXIT = {
  done: 0,
  /** A check that was asked for failed. */
  checkFailed: 1,
  /** The user's input cannot be used. */
  input: 2,
  /** A bug of ours. */
  bug: 3,
  /** 128 + SIGINT, as shells have it. */
  interrupted: 130,
} as const;
