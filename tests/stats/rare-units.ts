import type { Stream } from "../../src/random/index.ts";

/** How many of a replication's units it happens to: beta-binomial with that correlation between two of them, by Pólya's urn. */
export function rareUnits(s: Stream, units: number, risk: number, correlation: number): number {
  let happened = 0;
  for (let i = 0; i < units; i++) {
    // With a correlation ρ, the chance of the next moves from the risk to the share so far with weight iρ / (1 − ρ + iρ).
    const chance = (risk * (1 - correlation) + happened * correlation) / (1 - correlation + i * correlation);
    if (s.uniform() < chance) happened += 1;
  }
  return happened;
}
