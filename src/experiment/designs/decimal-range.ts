import { DESIGN_LIMITS } from "./design.ts";

const PARTS = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;
const MOST_DECIMALS = 15;

/**
 * `from`, `from + step` … as far as `to`, each the nearest number to the decimals that one would write: 0.8, 1, 1.2, and no
 * 1.2000000000000002. Undefined where there are none, too many, or more digits than a number holds.
 */
export function decimalRange(from: string, to: string, step: string): readonly number[] | undefined {
  const decimals = Math.max(...[from, to, step].map(decimalsOf));
  if (!(decimals <= MOST_DECIMALS)) return undefined;
  const scale = Number(`1e${decimals}`);
  const [first, last, by] = [from, to, step].map((text) => Math.round(Number(text) * scale)) as [
    number,
    number,
    number,
  ];
  if (![first, last, by].every(Number.isSafeInteger) || by <= 0 || last < first) return undefined;
  const count = Math.floor((last - first) / by) + 1;
  if (count > DESIGN_LIMITS.points) return undefined;
  return Array.from({ length: count }, (_, i) => (first + i * by) / scale);
}

function decimalsOf(text: string): number {
  const [, , , fraction = "", exponent = "0"] = PARTS.exec(text) ?? [];
  return Math.max(0, fraction.length - Number(exponent));
}
