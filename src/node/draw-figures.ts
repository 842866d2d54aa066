import { invariant } from "../errors.ts";
import { type DrawnFigure, FIGURE_CONFIG, type Figure } from "../report/index.ts";
import type { JsonObject } from "../scenario/index.ts";

/** Draws figures as SVG, and compiles them for a page. Loads vega, which takes a while, when there is something to draw. */
export async function drawFigures(figures: readonly Figure[]): Promise<ReadonlyMap<string, DrawnFigure>> {
  if (figures.length === 0) return new Map();
  const { compile, parse, View } = await import("./vega-drawing.ts");
  const drawn = new Map<string, DrawnFigure>();
  for (const { name, spec } of figures) {
    const warnings: string[] = [];
    const remember = (...words: readonly unknown[]) => warnings.push(words.join(" "));
    const logger = { warn: remember, error: remember, info() {}, debug() {}, level: () => logger };
    const { spec: vega } = compile(spec as unknown as Parameters<typeof compile>[0], {
      config: FIGURE_CONFIG,
      logger: logger as unknown as NonNullable<Parameters<typeof compile>[1]>["logger"] & object,
    });
    invariant(warnings.length === 0, `figure ${name}: ${warnings.join("; ")}`);
    const view = new View(parse(vega), { renderer: "none", logger: logger as never });
    const svg = await view.toSVG();
    view.finalize();
    drawn.set(name, { svg, vega: vega as unknown as JsonObject });
  }
  return drawn;
}
