import { type Key64, keyedUniform } from "../../random/index.ts";
import { choose, type Weighted } from "../policies/index.ts";

/** Whether something of that chance comes true; nothing is drawn where there is no doubt. */
export function happens(key: Key64, purpose: number, ordinal: number, chance: number): boolean {
  if (!(chance > 0)) return false;
  return chance >= 1 || keyedUniform(key, purpose, ordinal) < chance;
}

/** Which of several outcomes comes true; nothing is drawn where there is no doubt. */
export function drawn<T>(key: Key64, purpose: number, ordinal: number, among: readonly Weighted<T>[]): T {
  if (among.length === 1 || among[0]!.chance >= 1) return among[0]!.of;
  return choose(among, keyedUniform(key, purpose, ordinal));
}
