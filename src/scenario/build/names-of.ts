import { byCodeUnit } from "../canonical.ts";

/**
 * The names of a map, in the order in which a clinic lists them: that of their code units, whatever the
 * file's.
 */
export function namesOf(map: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(map).sort(byCodeUnit);
}
