import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Document } from "../../src/report/document.ts";
import { renderMarkdown } from "../../src/report/render-markdown.ts";

const document: Document = [
  { type: "title", text: "Rheumatology", under: "30 replications" },
  { type: "heading", text: "What came out" },
  { type: "heading", text: "Waits", level: 2 },
  {
    type: "table",
    columns: [
      { title: "", align: "left" },
      { title: "estimate", align: "right" },
      { title: "interval", align: "left" },
    ],
    sections: [
      { heading: "First reply", rows: [["median wait", "2.3 h", "2.1 – 2.5"]] },
      { rows: [["staff | cost", "412,300 CAD"]] },
    ],
  },
  { type: "text", sentences: ["One sentence.", "Another one."] },
  { type: "list", items: ["the backlog still grows"], tone: "caution", mark: "!" },
  { type: "list", items: ["better", "- worse"], tone: "plain", mark: "–" },
  { type: "entries", entries: [{ term: "none", note: "a policy", texts: ["Nothing happens."] }] },
  { type: "code", lines: ["flowchart LR", "  a --> b"], language: "mermaid" },
];

/** What GitHub's Markdown takes for more than characters, if no backslash stands before it. */
const LIVE = /(?<!\\)(?:\\\\)*[`*[\]<>|&~$]/;

describe("a document as Markdown", () => {
  test("has headings, tables, lists and code", () => {
    expect(renderMarkdown(document)).toBe(`# Rheumatology

30 replications

## What came out

### Waits

|  | estimate | interval |
| --- | ---: | --- |
| **First reply** |  |  |
| median wait | 2.3 h | 2.1 – 2.5 |
| staff \\| cost | 412,300 CAD |  |

One sentence. Another one.

- **!** the backlog still grows

- better
- \\- worse

- **none** a policy
  - Nothing happens.

\`\`\`mermaid
flowchart LR
  a --> b
\`\`\`
`);
  });

  test.each([
    ["<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"],
    ["![x](https://evil.example/a.png)", "!\\[x\\](https\\://evil.example/a.png)"],
    ["see https://evil.example or www.evil.example", "see https\\://evil.example or www\\.evil.example"],
    ["&lt;b&gt;", "\\&lt;b\\&gt;"],
    [
      "**bold** _slanted_ ~~gone~~ `code` $x$",
      "\\*\\*bold\\*\\* \\_slanted\\_ \\~\\~gone\\~\\~ \\`code\\` \\$x\\$",
    ],
    ["first_reply_p90_business_h", "first_reply_p90_business_h"],
    ["@everybody, mail a@b.example", "\\@everybody, mail a\\@b.example"],
    ["C:\\dir\\| a", "C:\\\\dir\\\\\\| a"],
    ["# not a heading", "\\# not a heading"],
    ["1. not a list", "1\\. not a list"],
    ["- not a list", "\\- not a list"],
    ["two\n\n# lines", "two\uFFFD\uFFFD# lines"],
    ["    not code", "not code"],
    ["=====", "\\====="],
  ])("shows %j as it is", (text, written) => {
    expect(renderMarkdown([{ type: "text", sentences: [text] }])).toBe(`${written}\n`);
  });

  test("has one line for each of its parts and leaves nothing in them to mean anything, whatever they say", () => {
    const texts = fc.array(
      fc.oneof(
        fc.constantFrom(..."\\`*_[]<>|&~$#-+=!@:/.1) \n\r\t"),
        fc.string({ unit: "grapheme", maxLength: 4 }),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join("");
        const lines = renderMarkdown([{ type: "list", items: [text], tone: "plain", mark: "–" }]).split("\n");
        expect(lines).toHaveLength(2);
        expect(lines[0]!.slice(2)).not.toMatch(LIVE);
        const cells = renderMarkdown([
          { type: "table", columns: [{ title: "a", align: "left" }], sections: [{ rows: [[text]] }] },
        ]).split("\n");
        expect(cells).toHaveLength(4);
        expect(cells[2]!.slice(2, -2)).not.toMatch(LIVE);
      }),
    );
  });

  test("fences code so that nothing in it ends it", () => {
    const text = renderMarkdown([{ type: "code", lines: ["````", "a\u001b[2J"] }]);
    expect(text).toBe("`````\n````\na\uFFFD[2J\n`````\n");
  });
});
