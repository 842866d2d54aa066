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
  /** Dots in a row of a station's line, and of what is done with. */
  readonly perRow: number;
  readonly perRowDone: number;
  /** Whether stations are below each other. */
  readonly isStacked: boolean;
}

const DOT = 15;
const GAP = 12;
const HEAD = 46;
const SMALL = 11;
/** Narrowest that a station beside others can be. */
const STATION = 172;
/** Where it is narrow, what is done stands beside its title. */
const DONE_FROM = 110;
const HANDS = 34;
const LINES = { least: 2, most: 8 } as const;

/** As high as the longest line of the day asks for. */
export function layoutOf(day: ClinicDay, width: number): DayLayout {
  const { stations } = day;
  const count = stations.length;
  const rowsOf = (perRow: number) =>
    Math.min(LINES.most, Math.max(LINES.least, Math.ceil(mostOpen(day) / perRow)));
  const inRow = (room: number) => Math.max(4, Math.floor((room - 2 * GAP) / DOT));
  const side = Math.min(110, width * 0.14);
  const middle = (width - 2 * side - GAP * (count + 1)) / Math.max(1, count);
  if (middle < STATION) {
    const height = HEAD + rowsOf(inRow(width)) * DOT + GAP + HANDS;
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
      perRow: inRow(width),
      perRowDone: Math.max(4, Math.floor((width - 2 * GAP - DONE_FROM) / SMALL)),
      isStacked: true,
    };
  }
  const height = HEAD + rowsOf(inRow(middle)) * DOT + GAP + HANDS;
  return {
    width,
    height,
    patients: { x: 0, y: 0, width: side, height },
    stations: stations.map((_, i) => ({ x: side + GAP + i * (middle + GAP), y: 0, width: middle, height })),
    answered: { x: width - side, y: 0, width: side, height },
    perRow: inRow(middle),
    perRowDone: Math.max(4, Math.floor((side - 2 * GAP) / SMALL)),
    isStacked: false,
  };
}

/** Middle of the dot of a message that is at `place`, as the `index`-th of those there. */
export function dotAt(
  layout: DayLayout,
  place: DayPlace,
  index: number,
): { readonly x: number; readonly y: number } {
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
    case "done": {
      const { answered, perRowDone, isStacked } = layout;
      const at = { x: index % perRowDone, y: Math.floor(index / perRowDone) };
      return {
        x: answered.x + GAP + (isStacked ? DONE_FROM : 0) + at.x * SMALL + SMALL / 2,
        y: Math.min(
          answered.y + (isStacked ? GAP : HEAD) + at.y * SMALL + SMALL / 2,
          answered.y + answered.height - SMALL,
        ),
      };
    }
    case "waiting":
      return inside(layout.stations[place.station] ?? layout.patients, layout.perRow, HEAD);
    case "in hand": {
      const box = layout.stations[place.station] ?? layout.patients;
      return handAt(box, place.person);
    }
  }
}

/** Where a person of a team has work in hand; those from 1. */
export function handAt({ x, y, width, height }: Box, person: number) {
  return { x: Math.min(x + GAP + 8 + (person - 1) * 22, x + width - GAP), y: y + height - HANDS / 2 };
}

/** Messages that are open at once at most. */
function mostOpen({ backlog }: ClinicDay): number {
  return Math.max(...backlog.map(({ open }) => open));
}

/** Where new messages come from. */
export function centre({ x, y, width, height }: Box) {
  return { x: x + width / 2, y: y + height / 2 };
}
