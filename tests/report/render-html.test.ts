import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  type Document,
  type Figure,
  renderCsv,
  renderHtml,
  renderMarkdown,
  renderText,
} from "../../src/report/index.ts";

const figure: Figure = {
  name: "waits",
  title: "Waits <b>",
  caption: "Look at it & think.",
  inputs: [["clock", "open hours"]],
  table: {
    columns: [
      { title: "hours", decimals: 1 },
      { title: "share", percent: true, decimals: 1 },
    ],
    rows: [
      [1.25, 0.5],
      [2, Number.NaN],
    ],
  },
  spec: {},
};
const document: Document = [
  { type: "title", text: "</title><script>x</script>", under: "under" },
  { type: "answer", question: "Which?", answer: "This.", sentences: ["Because."], tone: "good" },
  {
    type: "cards",
    cards: [{ heading: "Patients", lead: { value: "99", unit: "%", label: "kept" }, sentences: ["Fast."] }],
  },
  { type: "figure", figure },
  {
    type: "section",
    heading: "Folded",
    folded: true,
    blocks: [{ type: "list", items: ["=1+1"], tone: "plain", mark: "–" }],
  },
];
const runtime = 'const s = "</script><!--";';
const page = renderHtml(document, {
  drawn: new Map([["waits", { svg: "<svg></svg>", vega: { title: "</script><b>\u2028" } }]]),
  runtime,
  footer: "made",
});

describe("a document as a page", () => {
  test("takes nothing in it for HTML", () => {
    expect(page).toContain("&lt;/title&gt;&lt;script&gt;x&lt;/script&gt;");
    expect(page.match(/<\/title>/g)).toHaveLength(1);
    expect(page.match(/<\/script>/g)).toHaveLength(2);
    expect(page).toContain("Waits &lt;b&gt;");
    expect(page).not.toContain("\u2028");
  });

  test("allows just its own style and program, by their hashes", () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)![1]!.replaceAll("&#39;", "'");
    const script = /<script>([\s\S]*)<\/script>\n<\/body>/.exec(page)![1]!;
    const style = /<style>([\s\S]*)<\/style>/.exec(page)![1]!;
    const source = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
    expect(policy).toBe(
      `default-src 'none'; script-src ${source(script)}; style-src ${source(style)}; img-src data: blob:; base-uri 'none'; form-action 'none'`,
    );
    expect(script).toBe(runtime.replaceAll("<", "\\x3C"));
  });

  test("has its data as they were given", () => {
    const [, json] = /id="figures">([\s\S]*?)<\/script>/.exec(page)!;
    expect(JSON.parse(json!)).toEqual({ waits: { title: "</script><b>\u2028" } });
  });
});

describe("the same document", () => {
  test("is told in full by a terminal and in Markdown", () => {
    for (const text of [renderText(document), renderMarkdown(document)]) {
      for (const words of [
        "Which?",
        "This. Because.",
        "Patients",
        "99 % kept",
        "Waits",
        "Look at it",
        "50.0 %",
        "open hours",
        "Folded",
      ]) {
        expect(text.replaceAll("\\", "")).toContain(words);
      }
    }
  });

  test("is CSV in which no cell is a formula, and numbers are as exact as they are known", () => {
    expect(renderCsv(document)).toBe(
      "part,row,column,value\nPatients,kept,%,99\nWaits <b>,1.25,share,0.5\nWaits <b>,2,share,\n",
    );
    const table: Document = [
      { type: "heading", text: "=SUM(A1)" },
      {
        type: "table",
        columns: [
          { title: "", align: "left" },
          { title: "a,b", align: "right" },
        ],
        sections: [{ rows: [["@x", '−1 "quoted"']] }],
      },
    ];
    expect(renderCsv(table)).toBe('part,row,column,value\n\'=SUM(A1),\'@x,"a,b","−1 ""quoted"""\n');
  });
});
