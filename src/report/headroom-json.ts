import type { Headroom } from "../experiment/index.ts";
import { HEADROOM_SHAPE } from "./result-shapes/headroom-shape.ts";
import { fits } from "./shape.ts";
import { jsonText, readJson } from "./summary-json.ts";

const FORMAT = "clinicsim/headroom/1";

/** How much more volume one way of running a clinic bears. */
export interface NamedHeadroom extends Headroom {
  /** Of the scenario or the alternative. */
  readonly name: string;
  /** SHA-256 of the result that it belongs to. */
  readonly result: string;
}

/** `headroom.json`: numbers that are none as in `summary.json`. */
export function headroomJson(headroom: NamedHeadroom): string {
  return jsonText({ format: FORMAT, ...headroom });
}

/** The headroom that `text` was made from; undefined if it was made from none. */
export function readHeadroomJson(text: string): NamedHeadroom | undefined {
  const read = readJson(text, FORMAT);
  // Before there were quick ones, none was named.
  return fits(read, HEADROOM_SHAPE) ? { search: "thorough", ...(read as Written) } : undefined;
}

type Written = Omit<NamedHeadroom, "search"> & Partial<Pick<NamedHeadroom, "search">>;
