/** The smallest and the largest class that a message may have; other work goes before, with, or after them. */
export const MESSAGE_CLASS = { first: 1, last: 2 } as const;

/** In which class a message stands in a line. */
export interface QueueDiscipline {
  /** From `MESSAGE_CLASS.first` to `MESSAGE_CLASS.last`; the smaller goes first, within a class who came first. */
  messageClass(knownUrgent: boolean): number;
}
