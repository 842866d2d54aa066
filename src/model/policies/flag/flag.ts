/** A mark set before anybody reads, which is all that is known of a message's urgency until then. */
export interface Flag {
  /** Chance that a thread is marked urgent, given what it truly is: a confusion matrix. */
  chance(urgent: boolean): number;
}
