import { drawFigures, pageRuntime, version, writeBeside } from "../node/index.ts";
import {
  type Document,
  type Figure,
  LIGHT,
  renderCsv,
  renderHtml,
  renderMarkdown,
  withColours,
} from "../report/index.ts";

export const REPORT_FORMATS = ["html", "markdown", "csv"] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Writes a document into its result's folder; the path of the file. */
export async function writeReport(folder: string, document: Document, format: ReportFormat): Promise<string> {
  if (format === "markdown") return writeBeside(folder, "report.md", renderMarkdown(document));
  if (format === "csv") return writeBeside(folder, "report.csv", renderCsv(document));
  const [drawn, runtime] = await Promise.all([drawFigures(figuresIn(document)), pageRuntime()]);
  const footer = `Made by clinicsim ${version} from its own files; nothing here was loaded from anywhere.`;
  return writeBeside(folder, "report.html", renderHtml(document, { drawn, runtime, footer }));
}

/** Writes every figure of a document as a picture of its own; their paths. */
export async function writeFigures(folder: string, document: Document): Promise<readonly string[]> {
  const drawn = await drawFigures(figuresIn(document));
  const paths: string[] = [];
  for (const [name, { svg }] of drawn) {
    paths.push(await writeBeside(folder, `${name}.svg`, onPaper(withColours(svg, LIGHT)), "figures"));
  }
  return paths;
}

function onPaper(svg: string): string {
  return svg.replace(/^(<svg[^>]*>)/, `$1<rect width="100%" height="100%" fill="${LIGHT.paper}"/>`);
}

function figuresIn(document: Document): readonly Figure[] {
  return document.flatMap((block) => {
    if (block.type === "figure") return [block.figure];
    return block.type === "section" ? figuresIn(block.blocks) : [];
  });
}
