import * as comlink from "comlink";
import { parse, View } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile } from "vega-lite";
import { type Document, type DrawingLibrary, pageHtml } from "../report/index.ts";
import { version } from "../version.ts";

/** The program of a report's page, which the build has bundled before this one. */
declare const __CLINICSIM_REPORT_PAGE__: string;

/** Vega as a page without eval can have it: expressions are interpreted. */
const library: DrawingLibrary = {
  compile: (spec, config, warn) =>
    compile(spec as unknown as Parameters<typeof compile>[0], { config, logger: loggerFor(warn) as never })
      .spec as never,
  async draw(vega, warn) {
    const view = new View(parse(vega as never, undefined, { ast: true }), {
      expr: expressionInterpreter,
      renderer: "none",
      logger: loggerFor(warn) as never,
    });
    const svg = await view.toSVG();
    view.finalize();
    return svg;
  },
};

function loggerFor(warn: (message: string) => void) {
  const said = (...words: readonly unknown[]) => warn(words.join(" "));
  const logger = { warn: said, error: said, info() {}, debug() {}, level: () => logger };
  return logger;
}

/** A worker that is started when somebody saves a report: what draws pictures is as large as all the rest of the page. */
const printer = {
  /** A report as one HTML file. */
  html: (document: Document) =>
    pageHtml(document, { library: async () => library, runtime: __CLINICSIM_REPORT_PAGE__, version }),
};
export type Printer = typeof printer;

comlink.expose(printer);
