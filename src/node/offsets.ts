import { localOffsets, type Offsets } from "../experiment/index.ts";

/** `localOffsets` by the time zone data of this Node. Throws RangeError for a time zone or a date that does not exist. */
export async function resolveOffsets(timeZone: string, start: string, days: number): Promise<Offsets> {
  return localOffsets(await import("./zone.ts"), timeZone, start, days);
}
