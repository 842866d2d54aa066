import fc from "fast-check";
import { type ClinicCase, caseSizes, randomClinic } from "../model/random-clinic.ts";
import { type Watched, watch } from "../model/watch-clinic.ts";

/** Checks a promise on random small clinics. */
export function always(check: (seen: Watched, drawn: ClinicCase) => void, numRuns = 60): void {
  fc.assert(
    fc.property(caseSizes, (size) => {
      const drawn = randomClinic(size);
      check(watch(drawn), drawn);
    }),
    { numRuns, seed: 2026 },
  );
}

export function grouped<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
