import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { WaitingLine } from "../../src/kernel/index.ts";

/** Long enough for a line to keep an index, short enough to empty now and then. */
const deeds = fc.record({
  begin: fc.constantFrom(0, 10, 63, 64, 150),
  afterwards: fc.array(
    fc.oneof(
      fc.record({
        what: fc.constantFrom("push" as const, "pop" as const),
        count: fc.integer({ min: 1, max: 90 }),
      }),
      fc.record({
        what: fc.constant("remove" as const),
        count: fc.integer({ min: 1, max: 30 }),
        of: fc.nat(),
      }),
    ),
    { maxLength: 30 },
  ),
});

/** Items are whole numbers; by rank many of them are equal. */
const rank = (item: number): number => item % 5;

describe.each([
  ["first come", undefined],
  ["by comparison", (a: number, b: number) => rank(a) - rank(b)],
])("a waiting line, %s", (_, compare) => {
  test("serves as a list does that is sorted anew each time, whoever comes and goes", () => {
    fc.assert(
      fc.property(deeds, ({ begin, afterwards }) => {
        const line = new WaitingLine<number>(compare);
        let list: number[] = [];
        let born = 0;
        const push = (): void => {
          line.push(born);
          list.push(born);
          born += 1;
        };
        const inOrder = (): number[] => (compare === undefined ? list : [...list].sort(compare));
        for (let i = 0; i < begin; i++) push();
        for (const deed of afterwards) {
          for (let i = 0; i < deed.count; i++) {
            if (deed.what === "remove") {
              const item = (deed.of + 3 * i) % Math.max(1, born);
              expect(line.remove(item)).toBe(list.includes(item));
              list = list.filter((other) => other !== item);
            } else if (deed.what === "push") push();
            else {
              const [next] = inOrder();
              expect(line.peek()).toBe(next);
              expect(line.pop()).toBe(next);
              list = list.filter((item) => item !== next);
            }
          }
          expect(line.length).toBe(list.length);
        }
        expect([...line]).toEqual(inOrder());
      }),
      { numRuns: 150, seed: 2026 },
    );
  });
});
