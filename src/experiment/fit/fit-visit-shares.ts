import type { ExtractVisits } from "../extract/extract-visits.ts";
import { type Bounds, UNKNOWN } from "./bounds.ts";
import { clusteredShare } from "./clustered-share.ts";
import { FIRST, type OwnMessages } from "./own-messages.ts";

/** [min] A thread that began so long before the end has led to its visit if it will. */
const SETTLED = 30 * 1440;

/** Of threads that `is` picks by their first message and that began in [from, to) of the file of visits [min], the share that led to a visit; NaN where visits do not tell of threads. */
export function visitShare(
  own: OwnMessages,
  visits: ExtractVisits | undefined,
  { from, to }: { readonly from: number; readonly to: number },
  is: (i: number) => boolean,
): Bounds {
  if (visits === undefined || !visits.ofThread.includes(1)) return UNKNOWN;
  const seen = new Set(visits.thread);
  let last = -1;
  for (const patient of own.patient) last = Math.max(last, patient);
  const [hits, all] = [new Float64Array(last + 1), new Float64Array(last + 1)];
  for (let i = 0; i < own.count; i += 1) {
    if (own.kind[i] !== FIRST || !is(i) || own.sent[i]! < from || own.sent[i]! > to - SETTLED) continue;
    all[own.patient[i]!]! += 1;
    if (seen.has(own.thread[i]!)) hits[own.patient[i]!]! += 1;
  }
  return clusteredShare(hits, all);
}
