import { describe, expect, test } from "vitest";
import { InputError } from "../../../src/errors.ts";
import {
  buildDesign,
  type Design,
  parseDerive,
  parseVary,
  remakeDesign,
  tableDesign,
} from "../../../src/experiment/index.ts";
import type { JsonObject } from "../../../src/scenario/index.ts";

const document: JsonObject = { upTo: "30 min", staff: { nurse: { count: 3 } } };
const factors = ["staff.nurse.count=1..4", "upTo=10:45 min", 'route={"type":"a"},{"type":"b"}'].map((text) =>
  parseVary(text, () => undefined),
);
const derivations = ["spare=2 * staff.nurse.count", "late=spare * upTo"].map(parseDerive);
const table = tableDesign(
  [
    ["staff.nurse.count", "upTo [min]"],
    ["2", "12.5"],
    ["3", "x"],
  ],
  "points.csv",
);

const designs: Readonly<Record<string, Design>> = {
  grid: buildDesign({ factors: [factors[0]!, factors[2]!] }, [], document),
  "grid with what is derived": buildDesign({ factors: [factors[0]!] }, [derivations[0]!], document),
  "Latin hypercube": buildDesign(
    { factors, sample: { type: "latin hypercube", points: 7, seed: 5 } },
    derivations,
    document,
  ),
  "Sobol' points": buildDesign({ factors, sample: { type: "sobol", points: 8, seed: 9 } }, [], document),
  table: buildDesign(table, [], document),
};
const levelsOf = (design: Design) => Array.from({ length: design.size }, (_, i) => design.levels(i + 1));
const toldBy = ({ method, made, columns, size }: Design) =>
  JSON.parse(JSON.stringify({ method, made, columns, size })) as Pick<
    Design,
    "method" | "made" | "columns" | "size"
  >;

describe("a design made again from what it says of itself", () => {
  test.each(Object.entries(designs))("has the same points: %s", (_, design) => {
    const again = remakeDesign(toldBy(design), document);
    expect(levelsOf(again)).toEqual(levelsOf(design));
    expect(toldBy(again)).toEqual(toldBy(design));
  });

  test.each<[string, (told: ReturnType<typeof toldBy>) => unknown]>([
    ["of no kind", (told) => ({ ...told, method: { type: "spiral" } })],
    ["without factors", (told) => ({ ...told, made: {} })],
    ["with a factor that is none", (told) => ({ ...told, made: { factors: [null] } })],
    ["with a path that is none", (told) => ({ ...told, made: { factors: [{ path: "a..b", levels: [1] }] } })],
    ["with a span of one end", (told) => ({ ...told, made: { factors: [{ path: "a", span: [1] }] } })],
    ["with too many points", (told) => ({ ...told, size: 1e9 })],
    ["with half a point", (told) => ({ ...told, size: 7.5 })],
    ["with a seed that is none", (told) => ({ ...told, method: { ...told.method, seed: -1 } })],
    [
      "with an expression that is none",
      (told) => ({ ...told, method: { ...told.method, derived: { a: "2 *" } } }),
    ],
  ])("is refused in words where it comes %s", (_, spoilt) => {
    const told = spoilt(toldBy(designs["Latin hypercube"]!)) as ReturnType<typeof toldBy>;
    expect(() => remakeDesign(told, document)).toThrow(InputError);
  });

  test("is refused where a row of its table is short", () => {
    expect(() =>
      remakeDesign({ ...toldBy(designs.table!), made: { rows: [[1, 2], [1]] } }, document),
    ).toThrow(InputError);
  });
});
