import { createUnitClass } from "mathjs";

/**
 * mathjs's units over plain numbers. Made from its unit class alone: all of mathjs costs ten times the
 * start-up, and its powers and logarithms differ between platforms. Nothing here can evaluate an expression.
 */
const Unit = createUnitClass({
  config: { number: "number", predictable: false },
  addScalar: (a: number, b: number) => a + b,
  subtractScalar: (a: number, b: number) => a - b,
  multiplyScalar: (a: number, b: number) => a * b,
  divideScalar: (a: number, b: number) => a / b,
  pow: wholePower,
  abs: Math.abs,
  fix: Math.trunc,
  round: Math.round,
  equal: (a: number, b: number) => a === b,
  isNumeric: (value: unknown) => typeof value === "number",
  format: String,
  toNumeric: Number,
  number: Number,
  Complex: class {},
  BigNumber: class {},
  Fraction: class {},
});

const MINUTES = new Map<string, number>();

/**
 * Minutes in one of a unit of time, by mathjs's tables. Throws for a unit that mathjs does not know or that
 * is not a time.
 */
export function minutesPer(unit: string): number {
  let minutes = MINUTES.get(unit);
  if (minutes === undefined) {
    minutes = new Unit(1, unit).toNumber("min");
    MINUTES.set(unit, minutes);
  }
  return minutes;
}

/** Times have the power one, and only ever need whole powers. */
function wholePower(base: number, power: number): number {
  let result = 1;
  for (let i = 0; i < Math.abs(power); i++) result *= base;
  return power < 0 ? 1 / result : result;
}
