/** What a name is without case, spaces, quotes and control characters: names with one key are probably the same. Other signs stay: "Ward 1-1" is not "Ward 11". */
export function alikeKey(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s\p{C}\p{Z}"'`]+/gu, "");
}

/**
 * Rows of cells that are kept apart from a more frequent one with the same key. `messages` and `placeOf`, the place in the names that are kept, go by ordinal of the
 * cell; cells at the same place are one anyhow.
 */
export function alikeRows(
  cells: readonly string[],
  messages: readonly number[],
  placeOf: readonly number[],
): number {
  const most = new Map<string, number>();
  const of = (i: number) => messages[i] ?? 0;
  const keys = cells.map(alikeKey);
  keys.forEach((key, i) => {
    const before = most.get(key);
    if (key !== "" && (before === undefined || of(i) > of(before))) most.set(key, i);
  });
  return keys.reduce((sum, key, i) => {
    const first = most.get(key);
    return first === undefined || placeOf[first] === placeOf[i] ? sum : sum + of(i);
  }, 0);
}
