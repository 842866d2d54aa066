import { describe, expect, it } from "vitest";
import { threefry2x32 } from "../../src/random/index.ts";
import { threefryByTheBook } from "./reference/threefry.ts";

function block(k0: number, k1: number, c0: number, c1: number): number[] {
  const out = new Uint32Array(2);
  threefry2x32(out, 0, k0, k1, c0, c1);
  return [...out];
}

describe("threefry-2x32-20", () => {
  it.each([
    [0, 0, 0, 0, 0x6b200159, 0x99ba4efe],
    [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0x1cb996fc, 0xbb002be7],
    [0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3, 0xc4923a9c, 0x483df7a0],
  ])("gives the vector published with Random123 for key %i %i, counter %i %i", (k0, k1, c0, c1, a, b) => {
    expect(block(k0, k1, c0, c1)).toEqual([a, b]);
  });

  it("agrees with the definition in the paper, round by round, on other keys and counters", () => {
    let word = 1;
    const next = () => {
      word = (Math.imul(word, 1664525) + 1013904223) >>> 0;
      return word;
    };
    for (let i = 0; i < 500; i += 1) {
      const [k0, k1, c0, c1] = [next(), next(), next(), next()];
      expect(block(k0, k1, c0, c1)).toEqual(threefryByTheBook(20, k0, k1, c0, c1));
    }
  });

  it("takes signed words as the unsigned ones they stand for", () => {
    expect(block(-1, -1, -1, -1)).toEqual([0x1cb996fc, 0xbb002be7]);
  });

  it("writes where it is told and nowhere else", () => {
    const out = new Uint32Array(5).fill(7);
    threefry2x32(out, 2, 0, 0, 0, 0);
    expect([...out]).toEqual([7, 7, 0x6b200159, 0x99ba4efe, 7]);
  });

  it("changes half of its output bits when any one input bit changes", () => {
    for (let bit = 0; bit < 128; bit += 1) {
      let changed = 0;
      for (let i = 0; i < 64; i += 1) {
        const input = [i, 17 * i, 3, i ^ 5];
        const before = block(input[0]!, input[1]!, input[2]!, input[3]!);
        input[bit >>> 5]! ^= 1 << (bit & 31);
        const after = block(input[0]!, input[1]!, input[2]!, input[3]!);
        for (const word of [0, 1]) changed += ones(before[word]! ^ after[word]!);
      }
      // 4096 bits: mean 2048, sd 32
      expect(Math.abs(changed - 2048), `input bit ${bit}`).toBeLessThan(5 * 32);
    }
  });
});

function ones(word: number): number {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
