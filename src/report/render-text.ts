import type { Document, DocumentColumn, TableSection, Tone } from "./document.ts";
import { type PlainBlock, spelledOut } from "./spelled-out.ts";
import { harmless, padded, textWidth, wrapped } from "./text-width.ts";

/** Gives a piece of text its tone, e.g. with a terminal's colours. */
export type Paint = (text: string, tone: Tone) => string;

export interface TextOptions {
  /** Columns, 60 … 100. */
  readonly width?: number;
  readonly paint?: Paint;
}

const GAP = "  ";
const INDENT = "  ";

/** A document as lines of text, for a terminal or a file; plain unless `paint` colours it. */
export function renderText(
  document: Document,
  { width = 100, paint = (text) => text }: TextOptions = {},
): string {
  const columns = Math.max(60, Math.min(100, width));
  const lines = spelledOut(document).flatMap((block, i) => [
    ...(i > 0 ? [""] : []),
    ...linesOf(block, columns, paint),
  ]);
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}

function linesOf(block: PlainBlock, width: number, paint: Paint): readonly string[] {
  switch (block.type) {
    case "title":
      return [
        ...wrapped(harmless(block.text), width).map((line) => paint(line, "strong")),
        ...(block.under === undefined
          ? []
          : wrapped(harmless(block.under), width).map((line) => paint(line, "faint"))),
      ];
    case "heading":
      return [paint(harmless(block.text), "strong")];
    case "text":
      return wrapped(harmless(block.sentences.join(" ")), width);
    case "list":
      return block.items.flatMap((item) => {
        const blanks = " ".repeat(textWidth(block.mark) + 1);
        return wrapped(harmless(item), width - blanks.length).map((line, i) =>
          i === 0 ? `${paint(block.mark, block.tone)} ${line}` : blanks + line,
        );
      });
    case "entries":
      return block.entries.flatMap(({ term, note, texts }) => [
        `${INDENT}${paint(harmless(term), "strong")}  ${paint(harmless(note), "faint")}`,
        ...texts.flatMap((text) =>
          wrapped(harmless(text), width - 3 * INDENT.length).map((line) => INDENT.repeat(3) + line),
        ),
      ]);
    case "code":
      return block.lines.map((line) => INDENT + harmless(line));
    case "table":
      return tableLines(block.columns, block.sections, width, paint);
  }
}

function tableLines(
  columns: readonly DocumentColumn[],
  sections: readonly TableSection[],
  width: number,
  paint: Paint,
): readonly string[] {
  const rows = sections.flatMap((section) => section.rows.map((row) => row.map(harmless)));
  const widths = columns.map((column, i) =>
    Math.max(textWidth(column.title), ...rows.map((row) => textWidth(row[i] ?? ""))),
  );
  const wrapping = Math.max(
    0,
    columns.findIndex(({ wraps }) => wraps === true),
  );
  const others = widths.reduce(
    (sum, each, i) => sum + (i === wrapping ? 0 : each + GAP.length),
    INDENT.length,
  );
  widths[wrapping] = Math.max(12, Math.min(widths[wrapping] ?? 0, width - others));

  const line = (cells: readonly string[]) =>
    INDENT + columns.map(({ align }, i) => padded(cells[i] ?? "", widths[i]!, align)).join(GAP);
  const rowLines = (row: readonly string[]) => {
    const cells = row.map(harmless);
    const [head = "", ...more] = wrapped(cells[wrapping] ?? "", widths[wrapping]!);
    const below = (text: string) =>
      columns.map((_, i) => (i !== wrapping ? "" : wrapping === 0 ? `${INDENT}${text}` : text));
    return [line(cells.with(wrapping, head)), ...more.map((text) => line(below(text)))];
  };
  const titles = columns.some(({ title }) => title !== "")
    ? [paint(line(columns.map(({ title }) => title)), "faint")]
    : [];
  return [
    ...titles,
    ...sections.flatMap(({ heading, rows: own }) => [
      ...(heading === undefined
        ? []
        : wrapped(harmless(heading), width).map((text) => paint(text, "strong"))),
      ...own.flatMap(rowLines),
    ]),
  ];
}
