const MARKS = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"] as const;
/** For what is 0 or less, and rounds to nothing. */
const NOTHING = "·";
const LONGEST = 75;

/**
 * Values as marks of height, `most` being full height and 0 none; in lines of 75 marks at most. Trailing values that show nothing are left out.
 */
export function sparkline(values: readonly number[], most: number): readonly string[] {
  const marks = values.map((value) => {
    const level = Math.round((value / most) * MARKS.length);
    return level < 1 ? NOTHING : MARKS[Math.min(level, MARKS.length) - 1]!;
  });
  const last = marks.findLastIndex((mark) => mark !== NOTHING);
  const shown = marks.slice(0, Math.max(last + 1, 1));
  const lines: string[] = [];
  for (let at = 0; at < shown.length; at += LONGEST) lines.push(shown.slice(at, at + LONGEST).join(""));
  return lines;
}
