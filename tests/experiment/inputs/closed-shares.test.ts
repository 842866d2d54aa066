import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closedShares } from "../../../src/experiment/inputs/closed-shares.ts";

const sum = (shares: readonly number[]) => shares.reduce((all, share) => all + share, 0);

describe("shares that sum to 1", () => {
  it("give one that is drawn alone exactly that, and keep the proportions of the others", () => {
    const [a, b, c] = closedShares([0.5, 0.3, 0.2], [0.8, undefined, undefined]) as [number, number, number];
    expect(a).toBeCloseTo(0.8, 12);
    expect(b / c).toBeCloseTo(1.5, 12);
    expect(a + b + c).toBeCloseTo(1, 12);
  });

  it("stay as they are where what is drawn is what is written", () => {
    const written = [0.5, 0.3, 0.2];
    closedShares(written, written).forEach((share, i) => {
      expect(share).toBeCloseTo(written[i]!, 12);
    });
  });

  it("sum to 1 whatever is drawn, none negative, at the ends as well", () => {
    const share = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1));
    const group = fc.array(fc.tuple(fc.double({ min: 0.01, max: 1, noNaN: true }), fc.option(share)), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(group, (members) => {
        const total = sum(members.map(([weight]) => weight));
        const shares = closedShares(
          members.map(([weight]) => weight / total),
          members.map(([, drawn]) => drawn ?? undefined),
        );
        expect(sum(shares)).toBeCloseTo(1, 9);
        expect(shares.every((each) => each >= 0 && each <= 1)).toBe(true);
      }),
    );
  });

  it("spread over the others alike what one gives up that was all", () => {
    const shares = closedShares([1, 0, 0], [0.4, undefined, undefined]);
    expect(shares.map((share) => Math.round(share * 1e6) / 1e6)).toEqual([0.4, 0.3, 0.3]);
  });
});
