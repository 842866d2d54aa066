import fc from "fast-check";
import { expect, test } from "vitest";
import { type EventHandle, EventLog, Simulation } from "../../src/kernel/index.ts";

/**
 * What somebody does to a calendar: schedules so many events in a row, at few times and priorities so that they tie, takes
 * the next one, or cancels one of those ever scheduled.
 */
const deeds = fc.array(
  fc.oneof(
    fc.record({
      what: fc.constant("schedule" as const),
      count: fc.integer({ min: 1, max: 40 }),
      delay: fc.constantFrom(0, 1, 1, 2, 7, 0.1),
      spacing: fc.constantFrom(0, 0, 1, -0.05),
      priority: fc.constantFrom(50, 50, 0, 100, -500, 500),
    }),
    fc.record({ what: fc.constant("step" as const), count: fc.integer({ min: 1, max: 30 }) }),
    fc.record({ what: fc.constant("cancel" as const), count: fc.integer({ min: 1, max: 25 }), of: fc.nat() }),
  ),
  { maxLength: 40 },
);

interface Entry {
  readonly time: number;
  readonly priority: number;
  readonly sequence: number;
  readonly handle: EventHandle;
}

/** The calendar by the book: a list that is searched for its least entry. */
class List {
  entries: Entry[] = [];

  take(): Entry | undefined {
    const before = (a: Entry, b: Entry): boolean =>
      a.time !== b.time
        ? a.time < b.time
        : a.priority !== b.priority
          ? a.priority < b.priority
          : a.sequence < b.sequence;
    const next = this.entries.reduce<Entry | undefined>(
      (first, entry) => (first === undefined || before(entry, first) ? entry : first),
      undefined,
    );
    this.entries = this.entries.filter((entry) => entry !== next);
    return next;
  }

  cancel(handle: EventHandle): boolean {
    const kept = this.entries.filter((entry) => entry.handle !== handle);
    const there = kept.length < this.entries.length;
    this.entries = kept;
    return there;
  }
}

test("events happen as in a sorted list, whatever is scheduled, tied and cancelled, and the clock never goes back", () => {
  fc.assert(
    fc.property(deeds, (plan) => {
      const log = new EventLog();
      const simulation = new Simulation({ trace: log.trace });
      const list = new List();
      const handles: EventHandle[] = [];
      const nothing = (): void => undefined;

      const step = (): void => {
        const expected = list.take();
        const before = simulation.now;
        expect(simulation.step()).toBe(expected !== undefined);
        if (expected === undefined) return;
        const { time, priority, sequence, subject } = log.row(log.length - 1);
        expect([time, priority, sequence]).toEqual([expected.time, expected.priority, expected.sequence]);
        expect([handles[subject], simulation.now]).toEqual([expected.handle, time]);
        expect(time).toBeGreaterThanOrEqual(before);
      };

      for (const deed of plan) {
        for (let i = 0; i < deed.count; i++) {
          if (deed.what === "step") step();
          else if (deed.what === "cancel") {
            const handle = handles[(deed.of + 7 * i) % Math.max(1, handles.length)] ?? Number.NaN;
            expect(simulation.isPending(handle)).toBe(list.entries.some((entry) => entry.handle === handle));
            expect(simulation.cancel(handle)).toBe(list.cancel(handle));
          } else {
            const time = simulation.now + Math.max(0, deed.delay + i * deed.spacing);
            const sequence = handles.length;
            const handle = simulation.scheduleAt(time, nothing, sequence, deed.priority);
            handles.push(handle);
            list.entries.push({ time, priority: deed.priority, sequence, handle });
          }
        }
        expect(simulation.pendingCount).toBe(list.entries.length);
      }
      while (list.entries.length > 0) step();
      step();
      expect(new Set(handles).size).toBe(handles.length);
    }),
    { numRuns: 120, seed: 2026 },
  );
});
