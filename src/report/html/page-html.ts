import type { Document } from "../document.ts";
import type { Figure } from "../figures/figure.ts";
import { type DrawingLibrary, drawFigures } from "./draw-figures.ts";
import { renderHtml } from "./render-html.ts";

export interface PageParts {
  /** Loaded only where there is something to draw. */
  readonly library: () => Promise<DrawingLibrary>;
  /** The program that makes pictures answer the pointer. */
  readonly runtime: string;
  readonly version: string;
}

/** A document as a page with its figures drawn. */
export async function pageHtml(
  document: Document,
  { library, runtime, version }: PageParts,
): Promise<string> {
  const figures = figuresIn(document);
  const drawn = figures.length === 0 ? new Map() : await drawFigures(figures, await library());
  const footer = `Made by clinicsim ${version} from its own files; nothing here was loaded from anywhere.`;
  return renderHtml(document, { drawn, runtime, footer });
}

/** Every figure of a document, in the order in which it is read. */
export function figuresIn(document: Document): readonly Figure[] {
  return document.flatMap((block) => {
    if (block.type === "figure") return [block.figure];
    return block.type === "section" ? figuresIn(block.blocks) : [];
  });
}
