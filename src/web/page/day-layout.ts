import type { ClinicDay, DayPlace } from "../../report/index.ts";

/** A station's box in the picture [px]. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where things are in the picture: patients, the stations, and what is answered; side by side, or below each other where it is narrow. */
export interface DayLayout {
  readonly width: number;
  readonly height: number;
  readonly patients: Box;
  readonly stations: readonly Box[];
  readonly answered: Box;
  /** Dots in a row of a station's line. */
  readonly perRow: number;
}

const DOT = 13;
const GAP = 12;
const HEAD = 46;
const NARROW = 620;
const HANDS = 30;

export function layoutOf({ stations }: ClinicDay, width: number): DayLayout {
  const count = stations.length;
  if (width < NARROW) {
    const height = 112;
    const box = (row: number, tall: number): Box => ({ x: 0, y: row, width, height: tall });
    const first = 52;
    const boxes = stations.map((_, i) => box(first + GAP + i * (height + GAP), height));
    const end = first + GAP + count * (height + GAP);
    return {
      width,
      height: end + first,
      patients: box(0, first),
      stations: boxes,
      answered: box(end, first),
      perRow: Math.max(4, Math.floor((width - 2 * GAP) / DOT)),
    };
  }
  const side = Math.min(110, width * 0.14);
  const middle = (width - 2 * side - GAP * (count + 1)) / Math.max(1, count);
  const height = 250;
  return {
    width,
    height,
    patients: { x: 0, y: 0, width: side, height },
    stations: stations.map((_, i) => ({ x: side + GAP + i * (middle + GAP), y: 0, width: middle, height })),
    answered: { x: width - side, y: 0, width: side, height },
    perRow: Math.max(4, Math.floor((middle - 2 * GAP) / DOT)),
  };
}

/** Middle of the dot of a message that is at `place`, as the `index`-th of those there. */
export function dotAt(layout: DayLayout, place: DayPlace, index: number): { readonly x: number; readonly y: number } {
  const inside = ({ x, y, width, height }: Box, perRow: number, from: number) => {
    const rows = Math.max(1, Math.floor((height - from - GAP) / DOT));
    const shown = Math.min(index, rows * perRow - 1);
    return {
      x: Math.min(x + GAP + (shown % perRow) * DOT + DOT / 2, x + width - GAP),
      y: y + from + Math.floor(shown / perRow) * DOT + DOT / 2,
    };
  };
  switch (place.type) {
    case "unsent":
      return centre(layout.patients);
    case "done":
      return centre(layout.answered);
    case "waiting":
      return inside(layout.stations[place.station]!, layout.perRow, HEAD);
    case "in hand": {
      const box = layout.stations[place.station]!;
      return { x: box.x + GAP + DOT / 2 + (place.person - 1) * 18, y: box.y + box.height - HANDS / 2 };
    }
  }
}

function centre({ x, y, width, height }: Box) {
  return { x: x + width / 2, y: y + height / 2 };
}
