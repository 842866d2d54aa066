/** A cell of fewer people than this says too much about them. */
const SMALLEST_CELL = 5;

const OTHER = "other";
const LONGEST = 60;
/** What may be a number of somebody, or an address. */
const NUMBERS = /\d{4,}|@/;

export interface PooledNames {
  readonly names: readonly string[];
  /** By ordinal of the cell: its place in `names`. */
  readonly placeOf: readonly number[];
}

/**
 * Names for cells, the most frequent first: those of fewer than 5 people, and those that may hold somebody's number, are "other", which comes last.
 * `people` and `messages` go by ordinal of the cell; an empty cell is "other", or `alone`, if there is nothing else.
 */
export function poolNames(
  cells: readonly string[],
  people: readonly number[],
  messages: readonly number[],
  alone: string,
): PooledNames {
  const nameOf = cells.map((cell, i) => {
    const name = cleaned(cell);
    return name === "" || NUMBERS.test(cell) || (people[i] ?? 0) < SMALLEST_CELL ? OTHER : name;
  });
  const total = new Map<string, number>();
  nameOf.forEach((name, i) => {
    total.set(name, (total.get(name) ?? 0) + (messages[i] ?? 0));
  });
  if (total.get(OTHER) === 0) total.delete(OTHER);
  const names = [...total.keys()].sort(
    (a, b) => Number(a === OTHER) - Number(b === OTHER) || total.get(b)! - total.get(a)! || (a < b ? -1 : 1),
  );
  if (names.length === 0) names.push(OTHER);
  return {
    names: names.length === 1 && names[0] === OTHER ? [alone] : names,
    // What no message of a patient has may stand anywhere.
    placeOf: nameOf.map((name) => Math.max(0, names.indexOf(name))),
  };
}

/** Letters, digits and a few signs; whatever else a cell holds, a formula or a terminal's commands, is gone. */
function cleaned(cell: string): string {
  return cell
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}&/()+ -]+/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/^[^\p{L}\p{N}]+/u, "")
    .trim()
    .slice(0, LONGEST)
    .trim();
}
