/** Other ways to write a unit. */
const UNIT_NAMES: Readonly<Record<string, readonly string[]>> = {
  h: ["hour", "hours"],
  d: ["day", "days"],
  min: ["minute", "minutes"],
};

/** The first word of a response's unit, which will do for it; empty where that is `per`, as in `per week`. */
export function unitWord(unit: string): string {
  const [first = ""] = unit.split(" ");
  return first === "per" ? "" : first;
}

/** Whether somebody who wrote this meant that unit: `min` and `minutes` are `min per week`. */
export function isUnitWritten(written: string, unit: string): boolean {
  const text = written.replace(/\s+/g, " ");
  const first = unitWord(unit);
  return (
    [unit, first, ...(UNIT_NAMES[first] ?? [])].includes(text) || (text !== "" && unit.startsWith(`${text} `))
  );
}
