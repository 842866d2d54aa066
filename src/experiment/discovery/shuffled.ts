import type { Stream } from "../../random/index.ts";

/** A list in random order. Fisher & Yates. */
export function shuffled<T>(list: readonly T[], stream: Stream): T[] {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(stream.uniform() * (i + 1));
    [copy[i], copy[j]] = [copy[j]!, copy[i]!];
  }
  return copy;
}
