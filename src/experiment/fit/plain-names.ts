const LONGEST = 60;
/** What a path of a ledger, or an object's key, cannot be. */
const RESERVED = new Set(["*", "__proto__", "constructor", "prototype", ""]);

/** Names that a scenario can have as keys: of one line, not too long, no two alike. They come from cells of a file that anybody may have written. */
export function plainNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name, i) => {
    const line = name
      .replaceAll(/[\p{C}\p{Zl}\p{Zp}"\\]/gu, " ")
      .replaceAll(/\s+/g, " ")
      .trim()
      .slice(0, LONGEST)
      .trim();
    let plain = RESERVED.has(line) ? `name ${i + 1}` : line;
    for (let n = 2; taken.has(plain); n += 1) plain = `${plain.replace(/ \(\d+\)$/, "")} (${n})`;
    taken.add(plain);
    return plain;
  });
}
