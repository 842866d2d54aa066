import { describe, expect, it } from "vitest";
import { compared, comparisonPage } from "./comparison.ts";
import { evidenceRows } from "./evidence-rows.ts";
import { textOf } from "./shipped-scenarios.ts";

const rows = compared();

describe("how the clinics compare with what is published", () => {
  it("is told in scenarios/README.md as it is", () => {
    const { written, text } = comparisonPage(rows);
    expect(written).toBe(text);
  });

  it("cites figures that were published", () => {
    const evidence = evidenceRows(textOf("evidence.csv"));
    for (const { figure } of rows) for (const id of figure.sources) expect(evidence.has(id)).toBe(true);
  });

  it("shows misses as misses, and most figures near", () => {
    const misses = rows.filter(({ isHit }) => !isHit);
    expect(misses.length).toBeGreaterThan(0);
    expect(misses.length / rows.length).toBeLessThan(0.5);
    const { text } = comparisonPage(rows);
    expect(text.match(/\*\*miss\*\*/g)).toHaveLength(misses.length);
  });

  it("finds dermatology's replies as they were counted: some at once, half overnight, some after the weekend", () => {
    const replies = rows.filter(({ figure }) => figure.sources.includes("W08"));
    expect(replies).toHaveLength(3);
    for (const { isHit } of replies) expect(isHit).toBe(true);
  });
});
