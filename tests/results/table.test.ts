import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ColumnSpec, Table } from "../../src/results/index.ts";

const specs: readonly ColumnSpec[] = [
  { name: "sent_min", unit: "min", type: "float64", doc: "When the message was sent." },
  { name: "answered_min", unit: "min", type: "float64", doc: "When it was answered; NaN: never." },
  { name: "thread", type: "int32", doc: "The thread it belongs to." },
  { name: "outcome", type: "uint8", doc: "What became of it.", levels: ["open", "answered", "withdrawn"] },
];

const table = () => new Table("messages", specs, 2);

describe("a table", () => {
  it("keeps every row while it grows", () => {
    const messages = table();
    for (let i = 0; i < 1000; i++)
      expect(messages.append(i, i % 3 === 0 ? Number.NaN : i + 0.5, -i, i % 3)).toBe(i);
    expect(messages.rowCount).toBe(1000);
    expect(messages.column("thread")).toHaveLength(1000);
    expect(messages.column("sent_min")[777]).toBe(777);
    expect(messages.column("answered_min")[999]).toBeNaN();
    expect(messages.get(998, 2)).toBe(-998);
    expect(messages.column("outcome")[5]).toBe(2);
  });

  it("keeps 'not yet' as NaN and refuses it where a column cannot say it", () => {
    const messages = table();
    messages.append(1, Number.NaN, 1, 0);
    expect(messages.get(0, 1)).toBeNaN();
    expect(() => messages.append(1, 2, Number.NaN, 0)).toThrow("use a float64 column for what may be absent");
    expect(messages.rowCount).toBe(1);
  });

  it("refuses what a typed array would fold silently, and takes the row back whole", () => {
    const messages = table();
    expect(() => messages.append(1, 2, 2.5, 0)).toThrow("column thread of messages takes whole numbers");
    expect(() => messages.append(1, 2, 2_147_483_648, 0)).toThrow("got 2147483648");
    expect(() => messages.append(1, 2, 3, -1)).toThrow("from 0 to 2, got -1");
    expect(() => messages.append(1, 2, 3, 3)).toThrow("from 0 to 2, got 3");
    expect(() => messages.append(1, 2, 3)).toThrow("has 4 columns, got 3 values");
    expect(messages.rowCount).toBe(0);
    expect(new Table("days", [{ name: "n", type: "uint8", doc: "" }]).append(255)).toBe(0);
    expect(() => new Table("days", [{ name: "n", type: "uint8", doc: "" }]).append(256)).toThrow(
      "from 0 to 255",
    );
  });

  it("changes one cell, and only a cell that is there", () => {
    const messages = table();
    messages.append(1, Number.NaN, 1, 0);
    messages.set(0, 1, 9.5);
    messages.set(0, 3, 1);
    expect([messages.get(0, 1), messages.get(0, 3)]).toEqual([9.5, 1]);
    expect(() => messages.set(1, 1, 2)).toThrow("has 1 rows, got row 1");
    expect(() => messages.set(-1, 1, 2)).toThrow(RangeError);
    expect(() => messages.set(0, 4, 2)).toThrow("has no column 4");
    expect(() => messages.set(0, 3, 7)).toThrow("from 0 to 2, got 7");
    expect(() => messages.get(5, 0)).toThrow("has no cell 5, 0");
    expect(() => messages.column("answered")).toThrow("it has sent_min, answered_min, thread, outcome");
  });

  it("takes nothing more once frozen", () => {
    const messages = table();
    messages.append(1, 2, 3, 0);
    messages.freeze();
    expect(() => messages.append(1, 2, 3, 0)).toThrow("frozen");
    expect(() => messages.set(0, 0, 3)).toThrow("frozen");
    expect(messages.get(0, 0)).toBe(1);
  });

  it("refuses columns that contradict themselves", () => {
    const twice = [specs[0]!, specs[0]!];
    expect(() => new Table("t", twice)).toThrow("two columns named sent_min");
    expect(() => new Table("t", [{ name: "x", type: "float64", doc: "", levels: ["a"] }])).toThrow(
      "use int32",
    );
    const many = Array.from({ length: 257 }, (_, i) => `level ${i}`);
    expect(() => new Table("t", [{ name: "x", type: "uint8", doc: "", levels: many }])).toThrow("use int32");
    expect(() => new Table("t", [{ name: "x", type: "int32", doc: "", levels: many }])).not.toThrow();
  });

  it("crosses a thread without copying and comes out the same", () => {
    const messages = table();
    for (let i = 0; i < 50; i++) messages.append(i / 3, i % 2 === 0 ? Number.NaN : i, i, i % 3);
    const posted = messages.toTransferable();
    const bytes = posted.buffers.reduce((sum, buffer) => sum + buffer.byteLength, 0);
    expect(bytes).toBe(50 * (8 + 8 + 4 + 1));
    const received = structuredClone(posted, { transfer: [...posted.buffers] });
    expect(posted.columns[0]).toHaveLength(0);
    const rebuilt = Table.fromTransferable(received);
    expect(rebuilt.specs).toEqual(messages.specs);
    for (const { name } of specs) expect(rebuilt.column(name)).toEqual(messages.column(name));
    expect(rebuilt.column("sent_min").buffer).toBe(received.columns[0]!.buffer);
    expect(() => rebuilt.append(1, 2, 3, 0)).toThrow("frozen");
    expect(messages.append(1, 2, 3, 0)).toBe(50);
  });

  it("does not take columns that do not match their specs", () => {
    const posted = table().toTransferable();
    expect(() => Table.fromTransferable({ ...posted, rowCount: 3 })).toThrow("does not match its spec");
    expect(() => Table.fromTransferable({ ...posted, columns: posted.columns.slice(1) })).toThrow(
      "3 columns for 4",
    );
    const swapped = [posted.columns[2]!, ...posted.columns.slice(1)];
    expect(() => Table.fromTransferable({ ...posted, columns: swapped })).toThrow("sent_min does not match");
  });

  it("reads back what was appended, whatever it was", () => {
    const row = fc.tuple(fc.double(), fc.double(), fc.integer(), fc.integer({ min: 0, max: 2 }));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 50 }), (rows) => {
        const messages = table();
        for (const values of rows) messages.append(...values);
        expect(rows.map((values, r) => values.map((_, c) => messages.get(r, c)))).toEqual(rows);
      }),
      { seed: 4, numRuns: 100 },
    );
  });
});
