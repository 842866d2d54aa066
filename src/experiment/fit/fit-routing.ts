import type { Bounds } from "./bounds.ts";
import { wilson } from "./clustered-share.ts";
import { endOf, type OwnMessages } from "./own-messages.ts";

export interface RoutingFit {
  /** Of two successive replies to one patient, how often the same person wrote both. */
  readonly same: Bounds;
  /** The same if it did not matter who had written before. */
  readonly byChance: number;
  readonly ownPhysician: boolean;
  /** Patients of each person, by who answered them most; NaN where fewer than five. */
  readonly patients: readonly number[];
  /** Whether people have more or fewer patients than chance would give them. */
  readonly uneven: boolean;
}

const FEWEST_PAIRS = 30;
const FEWEST_IN_CELL = 5;

/** Whether patients have physicians of their own, and how many. `staff`: whose replies count. Undefined where few patients were answered twice. */
export function fitRouting(own: OwnMessages, staff: readonly number[]): RoutingFit | undefined {
  const ordinal = new Map(staff.map((each, i) => [each, i]));
  const replies = new Map<number, { readonly at: number; readonly who: number }[]>();
  for (let i = 0; i < own.count; i += 1) {
    const who = ordinal.get(own.staff[i]!);
    const at = endOf(own, i);
    if (who === undefined || Number.isNaN(at)) continue;
    const list = replies.get(own.patient[i]!) ?? [];
    list.push({ at, who });
    replies.set(own.patient[i]!, list);
  }
  const all = new Float64Array(staff.length);
  const patients = new Float64Array(staff.length);
  let [pairs, same] = [0, 0];
  for (const list of replies.values()) {
    list.sort((a, b) => a.at - b.at);
    const mine = new Float64Array(staff.length);
    list.forEach(({ who }, i) => {
      mine[who]! += 1;
      all[who]! += 1;
      if (i === 0) return;
      pairs += 1;
      if (list[i - 1]!.who === who) same += 1;
    });
    patients[mine.indexOf(Math.max(...mine))]! += 1;
  }
  if (pairs < FEWEST_PAIRS) return undefined;
  const total = all.reduce((sum, n) => sum + n, 0);
  const byChance = all.reduce((sum, n) => sum + (n / total) * (n / total), 0);
  const observed = wilson(same / pairs, pairs);
  const each = patients.reduce((sum, n) => sum + n, 0) / staff.length;
  const chi = patients.reduce((sum, n) => sum + ((n - each) * (n - each)) / each, 0);
  const free = staff.length - 1;
  return {
    same: observed,
    byChance,
    ownPhysician: staff.length > 1 && observed.estimate > (1 + byChance) / 2,
    patients: Array.from(patients, (n) => (n < FEWEST_IN_CELL ? Number.NaN : n)),
    uneven: free > 0 && chi > free + 4 * Math.sqrt(2 * free),
  };
}
