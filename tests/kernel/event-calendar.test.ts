import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EventCalendar } from "../../src/kernel/event-calendar.ts";

interface Naive {
  readonly time: number;
  readonly priority: number;
  readonly sequence: number;
  readonly handle: number;
}

/** What a list that is sorted anew each time says. */
function firstOf(pending: readonly Naive[]): Naive | undefined {
  return [...pending].sort(
    (a, b) => a.time - b.time || a.priority - b.priority || a.sequence - b.sequence,
  )[0];
}

const command = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant("add"), a: fc.nat(1_000), b: fc.integer({ min: -3, max: 3 }) }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("take"), a: fc.nat(50), b: fc.constant(0) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("cancel"), a: fc.nat(1_000_000), b: fc.constant(0) }),
  },
);

function obeys(commands: readonly { kind: string; a: number; b: number }[], minutes: number): void {
  const calendar = new EventCalendar();
  const handles: number[] = [];
  let pending: Naive[] = [];
  let now = 0;
  let sequence = 0;
  const nothing = () => {};
  for (const { kind, a, b } of commands) {
    if (kind === "add") {
      const time = now + (minutes === 0 ? a / 7 : a % minutes);
      const handle = calendar.add(time, b, nothing, sequence);
      pending.push({ time, priority: b, sequence, handle });
      handles.push(handle);
      sequence += 1;
    } else if (kind === "cancel" && handles.length > 0) {
      const handle = handles[a % handles.length]!;
      const there = pending.some((event) => event.handle === handle);
      expect(calendar.isPending(handle)).toBe(there);
      expect(calendar.cancel(handle)).toBe(there);
      pending = pending.filter((event) => event.handle !== handle);
    } else if (kind === "take") {
      const limit = a % 5 === 0 ? now + a : Number.POSITIVE_INFINITY;
      const first = firstOf(pending);
      const slot = calendar.take(limit);
      if (first === undefined || first.time > limit) expect(slot).toBe(-1);
      else {
        expect(calendar.subjectOf(slot)).toBe(first.sequence);
        expect([calendar.time, calendar.priorityOf(slot), calendar.sequenceOf(slot)]).toEqual([
          first.time,
          first.priority,
          first.sequence,
        ]);
        expect(calendar.isPending(first.handle)).toBe(false);
        pending = pending.filter((event) => event !== first);
        now = first.time;
      }
    }
    expect(calendar.pendingCount).toBe(pending.length);
  }
}

describe("the event calendar", () => {
  it("gives the events of a sorted list, with cancellations, whatever the times", () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 150 }), (commands) => obeys(commands, 0)),
      { seed: 1, numRuns: 150 },
    );
  });

  it("gives them by time, priority and sequence when many share a minute", () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 150 }), (commands) => obeys(commands, 4)),
      { seed: 2, numRuns: 150 },
    );
  });

  it("keeps thousands of events in order, and drops many cancelled ones", () => {
    const calendar = new EventCalendar();
    const handles: number[] = [];
    for (let i = 0; i < 20_000; i++) handles.push(calendar.add((i * 7919) % 20_011, 0, () => {}, i));
    expect(handles.filter((handle, i) => i % 10 !== 0 && calendar.cancel(handle)).length).toBe(18_000);
    expect(calendar.pendingCount).toBe(2_000);
    const taken: number[] = [];
    for (let slot = calendar.take(Infinity); slot >= 0; slot = calendar.take(Infinity)) {
      taken.push(calendar.subjectOf(slot));
    }
    const expected = Array.from({ length: 2_000 }, (_, i) => i * 10);
    expect(taken).toEqual(expected.sort((a, b) => ((a * 7919) % 20_011) - ((b * 7919) % 20_011)));
  });

  it("never uses a handle twice, also not for the same place", () => {
    const calendar = new EventCalendar();
    const seen = new Set<number>();
    for (let i = 0; i < 10_000; i++) {
      const handle = calendar.add(i, 0, () => {}, 0);
      if (handle > 0) seen.add(handle);
      if (i % 2 === 0) calendar.cancel(handle);
      else calendar.take(Infinity);
    }
    expect(seen.size).toBe(10_000);
    expect([...seen].filter((handle) => calendar.cancel(handle))).toEqual([]);
    expect(calendar.cancel(0)).toBe(false);
    expect(calendar.cancel(Number.NaN)).toBe(false);
    expect(calendar.cancel(2 ** 52 + 1)).toBe(false);
  });
});
