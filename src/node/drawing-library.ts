import type { DrawingLibrary } from "../report/index.ts";

/** What draws figures here, loaded when it is asked for. */
export async function drawingLibrary(): Promise<DrawingLibrary> {
  return (await import("./vega-drawing.ts")).vegaDrawing;
}
