import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { WaitingLine } from "../../src/kernel/index.ts";

type Compare = (a: number, b: number) => number;

const byRest: Compare = (a, b) => (a % 7) - (b % 7);

const moves = fc.array(fc.tuple(fc.nat(9), fc.nat(1_000_000)), { maxLength: 900 });

/** Plays the moves on the line and on a plain list; few different items when `repeats`. */
function agrees(steps: readonly (readonly [number, number])[], repeats: boolean, compare?: Compare): void {
  const line = new WaitingLine<number>(compare);
  const list: { item: number; entry: number }[] = [];
  const order = (a: { item: number; entry: number }, b: { item: number; entry: number }) =>
    (compare?.(a.item, b.item) ?? 0) || a.entry - b.entry;
  steps.forEach(([move, pick], entry) => {
    if (move < 6) {
      const item = repeats ? pick % 40 : entry;
      line.push(item);
      list.push({ item, entry });
      list.sort(order);
    } else if (move < 8) {
      const first = list.shift()?.item;
      expect(line.peek()).toBe(first);
      expect(line.pop()).toBe(first);
    } else {
      const item = list.length > 0 && pick % 5 > 0 ? list[pick % list.length]!.item : -1;
      const same = list.filter((other) => other.item === item);
      const leaver = same.sort((a, b) => a.entry - b.entry)[0];
      expect(line.remove(item)).toBe(leaver !== undefined);
      if (leaver !== undefined) list.splice(list.indexOf(leaver), 1);
    }
    expect(line.length).toBe(list.length);
  });
  expect([...line]).toEqual(list.map(({ item }) => item));
}

describe("a waiting line", () => {
  for (const [name, compare] of [
    ["first come", undefined],
    ["by comparison, first come among equals", byRest],
  ] as const) {
    for (const repeats of [false, true]) {
      it(`serves ${name}, also when people leave${repeats ? " who are in it twice" : ""}`, () => {
        fc.assert(
          fc.property(moves, (steps) => agrees(steps, repeats, compare)),
          { seed: 4, numRuns: 60 },
        );
      });
    }

    it(`lets any of ten thousand leave, ${name}`, () => {
      const line = new WaitingLine<number>(compare);
      for (let i = 0; i < 10_000; i++) line.push(i);
      const leavers = Array.from({ length: 10_000 }, (_, i) => (i * 7919) % 10_000).filter(
        (_, i) => i % 3 !== 0,
      );
      expect(leavers.every((item) => line.remove(item))).toBe(true);
      expect(line.length).toBe(3_334);
      const left = [...line];
      expect(left.map(() => line.pop())).toEqual(left);
      expect(line.pop()).toBeUndefined();
      line.push(1);
      expect([...line]).toEqual([1]);
    });
  }

  it("can hold undefined as an item", () => {
    const line = new WaitingLine<number | undefined>();
    line.push(undefined);
    line.push(1);
    expect([line.length, line.pop(), line.pop(), line.length]).toEqual([2, undefined, 1, 0]);
  });
});
