import { deflateRawSync, inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pack, unpackBytes } from "../../../src/node/queue/packing.ts";

const MOST = 1_000_000;
const SPECIALS = [0, -0, Number.NaN, Infinity, -Infinity, 5e-324, Number.MAX_VALUE, 0.1];

const column = fc.oneof(
  fc.float64Array({ maxLength: 9 }),
  fc.int32Array({ maxLength: 9 }),
  fc.uint8Array({ maxLength: 9 }),
);
const key = fc.string({ maxLength: 5 }).filter((text) => text !== "~" && text !== "__proto__");
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.oneof(fc.double(), fc.constantFrom(...SPECIALS), fc.string(), fc.boolean(), fc.constant(null), column),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(key, tie("value"), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

describe("what is packed", () => {
  test("comes back to the last bit: numbers that JSON does not know, and columns of each type", () => {
    fc.assert(
      fc.property(value, (given) => {
        expect(unpackBytes(pack(given), MOST)).toStrictEqual(given);
      }),
    );
  });

  test("is a copy: a column that was a view of something larger comes back alone", () => {
    const view = Float64Array.of(1, 2, 3, 4).subarray(1, 3);
    const back = unpackBytes(pack({ view }), MOST) as { view: Float64Array };
    expect(back.view).toStrictEqual(Float64Array.of(2, 3));
    expect(back.view.buffer.byteLength).toBe(16);
  });

  test("is small where numbers are alike", () => {
    const sorted = Float64Array.from({ length: 5000 }, (_, i) => 1000 + i);
    expect(pack(sorted).length).toBeLessThan(sorted.byteLength / 8);
  });

  test("never unpacks to more than it may, however little it is", () => {
    const bomb = pack(new Uint8Array(50 * MOST));
    expect(bomb.length).toBeLessThan(MOST / 10);
    expect(() => unpackBytes(bomb, MOST)).toThrow(RangeError);
  });

  test("cut short anywhere, or longer than it says, is refused", () => {
    const whole = pack({ a: Float64Array.of(1, 2), b: [3, "four"] });
    for (let at = 0; at < whole.length; at++) expect(() => unpackBytes(whole.slice(0, at), MOST)).toThrow();
    const longer = deflateRawSync(Buffer.concat([inflateRawSync(whole), Buffer.from("more")]));
    expect(() => unpackBytes(longer, MOST)).toThrow(RangeError);
  });

  test("too deep to be ours, it is refused", () => {
    let deep: unknown = 1;
    for (let i = 0; i < 100; i++) deep = [deep];
    expect(() => unpackBytes(pack(deep), MOST)).toThrow("too deep");
  });

  test("cannot change what every object is", () => {
    const back = unpackBytes(pack(JSON.parse('{"__proto__": {"isAdmin": true}}')), MOST) as object;
    expect(Object.getPrototypeOf(back)).toBe(Object.prototype);
    expect("isAdmin" in {}).toBe(false);
  });
});
