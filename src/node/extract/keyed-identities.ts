import { hash, randomBytes } from "node:crypto";
import type { Identities } from "../../experiment/index.ts";

/** Identifiers that are remembered, in each of two generations. */
const REMEMBERED = 20_000;
const TWO_48 = 281_474_976_710_656;

/**
 * Identifiers as numbers. Those that are kept are hashed with a key that is made here, in memory, and gone with it. Who is in a sample is drawn by a hash
 * keyed with `content`, a digest of the files, so that the same files have the same sample always, and the share that was kept says nothing of anybody to those who do not
 * have them.
 */
export function keyedIdentities(content: string): Identities {
  const key = randomBytes(32).toString("hex");
  const number = (identifier: string) => first48(`${key} ${identifier}`);
  return {
    draw: remembering((identifier) => first48(`${content} ${identifier}`) / TWO_48),
    person: remembering(number),
    number,
  };
}

function first48(text: string): number {
  return Number.parseInt(hash("sha256", text, "hex").slice(0, 12), 16);
}

/** Remembers what was asked for lately, of so many at most. */
function remembering(compute: (identifier: string) => number): (identifier: string) => number {
  let young = new Map<string, number>();
  let old = new Map<string, number>();
  return (identifier) => {
    const known = young.get(identifier);
    if (known !== undefined) return known;
    const value = old.get(identifier) ?? compute(identifier);
    if (young.size >= REMEMBERED) {
      old = young;
      young = new Map();
    }
    young.set(identifier, value);
    return value;
  };
}
