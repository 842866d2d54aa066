import { drawingLibrary, pageRuntime, version, writeBeside } from "../node/index.ts";
import {
  type Document,
  drawFigures,
  figuresIn,
  LIGHT,
  pageHtml,
  renderCsv,
  renderMarkdown,
  withColours,
} from "../report/index.ts";

export const REPORT_FORMATS = ["html", "markdown", "csv"] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Writes a document into its result's folder; the path of the file. */
export async function writeReport(folder: string, document: Document, format: ReportFormat): Promise<string> {
  if (format === "markdown") return writeBeside(folder, "report.md", renderMarkdown(document));
  if (format === "csv") return writeBeside(folder, "report.csv", renderCsv(document));
  const parts = { library: drawingLibrary, runtime: await pageRuntime(), version };
  return writeBeside(folder, "report.html", await pageHtml(document, parts));
}

/** Writes every figure of a document as a picture of its own; their paths. */
export async function writeFigures(folder: string, document: Document): Promise<readonly string[]> {
  const drawn = await drawFigures(figuresIn(document), await drawingLibrary());
  const paths: string[] = [];
  for (const [name, { svg }] of drawn) {
    paths.push(await writeBeside(folder, `${name}.svg`, onPaper(withColours(svg, LIGHT)), "figures"));
  }
  return paths;
}

function onPaper(svg: string): string {
  return svg.replace(/^(<svg[^>]*>)/, `$1<rect width="100%" height="100%" fill="${LIGHT.paper}"/>`);
}
