/** Who waits for a signal. */
export interface Listener {
  /** Called within the event in which the signal is fired. */
  heard(): void;
}

/** Something that happens now and then, and for which processes wait with `waitFor`. */
export class Signal {
  private listeners = new Set<Listener>();

  /** Wakes all who wait at this moment, in the order in which they came; returns how many. Who comes later waits anew. */
  fire(): number {
    const woken = this.listeners;
    this.listeners = new Set();
    for (const listener of woken) listener.heard();
    return woken.size;
  }

  /** Lets `listener` hear the next firing, once. */
  add(listener: Listener): void {
    this.listeners.add(listener);
  }

  /** Lets it hear nothing after all; false when it did not listen. */
  remove(listener: Listener): boolean {
    return this.listeners.delete(listener);
  }
}
