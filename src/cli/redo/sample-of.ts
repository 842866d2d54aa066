import { createHash } from "node:crypto";

/**
 * So many different numbers from 1 to `count`, ascending, all if there are no more; a function of `seed` alone, so that the same are drawn
 * again.
 */
export function sampleOf(count: number, size: number, seed: string): readonly number[] {
  if (size >= count) return Array.from({ length: count }, (_, i) => i + 1);
  const drawn = new Set<number>();
  for (let i = 0; drawn.size < size; i++) {
    const hash = createHash("sha256").update(`${seed}/${i}`).digest();
    drawn.add(1 + (hash.readUIntBE(0, 6) % count));
  }
  return [...drawn].sort((a, b) => a - b);
}
