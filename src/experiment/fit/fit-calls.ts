import type { Calendar } from "../../model/index.ts";
import type { Extract } from "../extract/extract.ts";
import { UNKNOWN } from "./bounds.ts";
import { wilson } from "./clustered-share.ts";
import type { CallsFit } from "./fit.ts";
import { fitMinutes } from "./fit-minutes.ts";

/** Calls of a specialty on business days, where they were told. Undefined without any. */
export function fitCalls(
  { calls }: Extract,
  specialty: number,
  calendar: Calendar,
  { from, to }: { readonly from: number; readonly to: number },
): CallsFit | undefined {
  if (calls === undefined) return undefined;
  const byDay = new Float64Array(calendar.days);
  const minutes: number[] = [];
  let [answered, told] = [0, 0];
  for (let i = 0; i < calls.at.length; i += 1) {
    const day = calendar.dayOf(calls.at[i]!);
    if (calls.specialty[i] !== specialty || day < from || day >= to) continue;
    byDay[day]! += 1;
    if (calls.minutes[i]! > 0) minutes.push(calls.minutes[i]!);
    if (calls.answered[i]! >= 0) {
      told += 1;
      answered += calls.answered[i]!;
    }
  }
  const days = Array.from(byDay.keys()).filter((day) => day >= from && day < to && calendar.isOpenDay(day));
  const counts = days.map((day) => byDay[day]!);
  const total = counts.reduce((sum, n) => sum + n, 0);
  if (total < 5 || days.length < 2) return undefined;
  const mean = total / days.length;
  const variance = counts.reduce((sum, n) => sum + (n - mean) * (n - mean), 0) / (days.length - 1);
  const half = 1.96 * Math.sqrt(variance / days.length);
  return {
    perBusinessDay: { estimate: mean, low: Math.max(0, mean - half), high: mean + half },
    minutes: fitMinutes(minutes),
    answered: told === 0 ? UNKNOWN : wilson(answered / told, told),
  };
}
