/** An estimate and its 95 % interval, in the unit of what is estimated; NaN ends: the data do not bound it. */
export interface Bounds {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** The same of a function of what is estimated that never falls. */
export function mapped({ estimate, low, high }: Bounds, by: (x: number) => number): Bounds {
  return { estimate: by(estimate), low: by(low), high: by(high) };
}

/** Not known. */
export const UNKNOWN: Bounds = { estimate: Number.NaN, low: Number.NaN, high: Number.NaN };
