import type { Block, Document } from "./document.ts";
import { figureTable } from "./figures/figure-text.ts";

/** Blocks that any renderer of text has. */
export type PlainBlock = Exclude<Block, { readonly type: "answer" | "cards" | "figure" | "section" }>;

/** A document in plain blocks, for renderers without pictures and cards: a figure is its caption and its numbers. */
export function spelledOut(document: Document): readonly PlainBlock[] {
  return document.flatMap((block) => plainBlocks(block));
}

function plainBlocks(block: Block): readonly PlainBlock[] {
  switch (block.type) {
    case "answer":
      return [
        { type: "heading", text: block.question },
        { type: "text", sentences: [block.answer, ...block.sentences] },
      ];
    case "cards":
      return [
        {
          type: "entries",
          entries: block.cards.map(({ heading, lead, sentences }) => ({
            term: heading,
            note: lead === undefined ? "" : `${lead.value} ${lead.unit} ${lead.label}`.replace(/ +/g, " "),
            texts: sentences,
          })),
        },
      ];
    case "figure": {
      const { title, caption, inputs } = block.figure;
      const { columns, rows } = figureTable(block.figure);
      return [
        { type: "heading", text: title, level: 2 },
        { type: "text", sentences: [caption] },
        { type: "table", columns, sections: [{ rows }] },
        { type: "text", sentences: inputs.map(([name, value]) => `${name}: ${value}.`) },
      ];
    }
    case "section":
      return [{ type: "heading", text: block.heading }, ...spelledOut(block.blocks)];
    default:
      return [block];
  }
}
