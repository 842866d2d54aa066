import type { Document, DocumentColumn, TableSection } from "./document.ts";
import { markdownCode, markdownLine, markdownText } from "./markdown-text.ts";
import { type PlainBlock, spelledOut } from "./spelled-out.ts";

/** Marks of lists that are no more than the beginning of an item. */
const BULLETS = new Set(["·", "–", "-", "•"]);

/** A document as Markdown: CommonMark with GitHub's tables. Whatever stands in its texts is shown as it is. */
export function renderMarkdown(document: Document): string {
  return `${spelledOut(document)
    .map((block) => linesOf(block).join("\n"))
    .join("\n\n")}\n`;
}

function linesOf(block: PlainBlock): readonly string[] {
  switch (block.type) {
    case "title":
      return [
        `# ${markdownText(block.text)}`,
        ...(block.under === undefined ? [] : ["", markdownLine(block.under)]),
      ];
    case "heading":
      return [`${block.level === 2 ? "###" : "##"} ${markdownText(block.text)}`];
    case "text":
      return [markdownLine(block.sentences.join(" "))];
    case "list": {
      const mark = BULLETS.has(block.mark) ? "" : `**${markdownText(block.mark)}** `;
      return block.items.map((item) => `- ${mark}${mark === "" ? markdownLine(item) : markdownText(item)}`);
    }
    case "entries":
      return block.entries.flatMap(({ term, note, texts }) => [
        `- **${markdownText(term)}**${note === "" ? "" : ` ${markdownText(note)}`}`,
        ...texts.map((text) => `  - ${markdownLine(text)}`),
      ]);
    case "code":
      return markdownCode(block.lines, block.language);
    case "table":
      return tableLines(block.columns, block.sections);
  }
}

function tableLines(
  columns: readonly DocumentColumn[],
  sections: readonly TableSection[],
): readonly string[] {
  const line = (cells: readonly string[]) => `| ${columns.map((_, i) => cells[i] ?? "").join(" | ")} |`;
  const row = (cells: readonly string[]) => line(cells.map(markdownText));
  return [
    row(columns.map(({ title }) => title)),
    line(columns.map(({ align }) => (align === "right" ? "---:" : "---"))),
    ...sections.flatMap(({ heading, rows }) => [
      ...(heading === undefined ? [] : [line([`**${markdownText(heading)}**`])]),
      ...rows.map(row),
    ]),
  ];
}
