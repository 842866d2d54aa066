import { describe, expect, test } from "vitest";
import type { Document } from "../../src/report/document.ts";
import { renderText } from "../../src/report/render-text.ts";

const document: Document = [
  { type: "title", text: "Rheumatology", under: "30 replications" },
  {
    type: "table",
    columns: [
      { title: "", align: "left" },
      { title: "estimate", align: "right" },
      { title: "interval", align: "left" },
    ],
    sections: [
      { heading: "First reply", rows: [["median wait", "2.3 h", "2.1 – 2.5"]] },
      { heading: "Cost", rows: [["staff, for a year of 52 weeks", "412,300 CAD", ""]] },
    ],
  },
  { type: "text", sentences: ["One sentence.", "Another one."] },
  { type: "list", items: ["the backlog still grows"], tone: "caution", mark: "!" },
];

describe("a document on a terminal", () => {
  test("has its columns under each other through all sections", () => {
    expect(renderText(document, { width: 80 })).toBe(`Rheumatology
30 replications

                                    estimate  interval
First reply
  median wait                          2.3 h  2.1 – 2.5
Cost
  staff, for a year of 52 weeks  412,300 CAD

One sentence. Another one.

! the backlog still grows
`);
  });

  test("stays within the width that it is given, whatever the names", () => {
    const long = "a name that goes on and on ".repeat(8);
    const blocks: Document = [
      { type: "title", text: long },
      {
        type: "table",
        columns: [
          { title: "", align: "left" },
          { title: "x", align: "right" },
        ],
        sections: [{ rows: [[long, "1"]] }],
      },
      { type: "list", items: [long], tone: "plain", mark: "·" },
    ];
    for (const width of [60, 80, 100]) {
      const lines = renderText(blocks, { width }).split("\n");
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
    }
  });

  test("goes on below in the column that is to wrap", () => {
    const blocks: Document = [
      {
        type: "table",
        columns: [
          { title: "", align: "left" },
          { title: "", align: "left", wraps: true },
        ],
        sections: [
          {
            rows: [
              ["fee", "word ".repeat(20).trim()],
              ["cap", "short"],
            ],
          },
        ],
      },
    ];
    expect(renderText(blocks, { width: 60 })).toBe(`  fee  ${"word ".repeat(10).trim()}
       ${"word ".repeat(10).trim()}
  cap  short
`);
  });

  test("says below a term what is said of it, and breaks no line that is to be copied", () => {
    const long = `"key": "${"x".repeat(80)}"`;
    const blocks: Document = [
      {
        type: "entries",
        entries: [{ term: "wait", note: "h", texts: ["word ".repeat(20).trim(), "= a / b"] }],
      },
      { type: "code", lines: ["{", long, "}"] },
    ];
    expect(renderText(blocks, { width: 60 })).toBe(`  wait  h
      ${"word ".repeat(11).trim()}
      ${"word ".repeat(9).trim()}
      = a / b

  {
  ${long}
  }
`);
  });

  test("is painted only by whoever knows the terminal", () => {
    expect(renderText(document)).not.toContain("\u001b");
    const painted = renderText(document, { paint: (text, tone) => `<${tone}>${text}</${tone}>` });
    expect(painted).toContain("<strong>First reply</strong>");
    expect(painted).toContain("<caution>!</caution> the backlog");
  });

  test("shows no escape sequence that came in a name", () => {
    expect(renderText([{ type: "title", text: "\u001b[2Jgone" }])).toBe("\uFFFD[2Jgone\n");
  });
});
