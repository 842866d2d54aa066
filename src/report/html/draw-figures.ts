import { invariant } from "../../errors.ts";
import type { JsonObject } from "../../scenario/index.ts";
import type { Figure } from "../figures/figure.ts";
import { FIGURE_CONFIG } from "../figures/palette.ts";
import type { DrawnFigure } from "./render-html.ts";

/** What draws: vega-lite and vega, wherever they are loaded. */
export interface DrawingLibrary {
  /** A Vega-Lite specification as one of Vega; `warn` hears what is wrong with it. */
  compile(spec: JsonObject, config: JsonObject, warn: (message: string) => void): JsonObject;
  /** A Vega specification as SVG; `warn` hears what went wrong. */
  draw(vega: JsonObject, warn: (message: string) => void): Promise<string>;
}

/** Figures as SVG and compiled, by name. A figure that the library finds fault with is a bug. */
export async function drawFigures(
  figures: readonly Figure[],
  { compile, draw }: DrawingLibrary,
): Promise<ReadonlyMap<string, DrawnFigure>> {
  const drawn = new Map<string, DrawnFigure>();
  for (const { name, spec } of figures) {
    const warnings: string[] = [];
    const warn = (message: string) => void warnings.push(message);
    const vega = compile(spec, FIGURE_CONFIG, warn);
    invariant(warnings.length === 0, `figure ${name}: ${warnings.join("; ")}`);
    drawn.set(name, { svg: await draw(vega, warn), vega });
  }
  return drawn;
}
