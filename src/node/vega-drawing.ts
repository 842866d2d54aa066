import { parse, View } from "vega";
import { compile } from "vega-lite";
import type { DrawingLibrary } from "../report/index.ts";
import type { JsonObject } from "../scenario/index.ts";

/** Vega, which takes a while to load: to be imported when there is something to draw. */
export const vegaDrawing: DrawingLibrary = {
  compile: (spec, config, warn) =>
    compile(spec as unknown as Parameters<typeof compile>[0], { config, logger: loggerFor(warn) as never })
      .spec as unknown as JsonObject,
  async draw(vega, warn) {
    const view = new View(parse(vega as never), { renderer: "none", logger: loggerFor(warn) as never });
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
