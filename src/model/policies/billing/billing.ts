/** A physician's stretch of work on a thread, as far as pay may depend on it. */
export interface BillableThread {
  /** Physicians' minutes on each message of the thread, and when it was sent [min since start], in order. */
  readonly minutes: readonly number[];
  readonly sent: readonly number[];
}

/** Which of the minutes that physicians work on messages are paid. */
export interface Billing {
  /** Whether minutes within opening and scheduled hours are paid as such. */
  readonly paysHours: boolean;
  /** Of a thread's physician minutes, those that are billed [min]. */
  billed(thread: BillableThread): number;
}
