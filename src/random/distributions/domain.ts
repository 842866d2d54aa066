/** Each refuses a parameter outside its domain with a RangeError that names it, and gives it back otherwise. */

/** Beyond it squares, and with them variances, would overflow or vanish. */
const LARGEST = 1e150;
const SMALLEST = 1e-150;

export function finite(type: string, name: string, value: number): number {
  if (!(Math.abs(value) <= LARGEST)) {
    throw new RangeError(`${type}: ${name} must be a finite number (at most ${LARGEST}), not ${value}`);
  }
  return value;
}

export function positive(type: string, name: string, value: number): number {
  if (!(value >= SMALLEST && value <= LARGEST)) {
    throw new RangeError(`${type}: ${name} must be a positive number (at most ${LARGEST}), not ${value}`);
  }
  return value;
}

/** A standard deviation between `least` and `most` times the mean. */
export function spread(type: string, mean: number, sd: number, least: number, most: number): number {
  positive(type, "sd", sd);
  if (!(sd >= least * mean && sd <= most * mean)) {
    throw new RangeError(`${type}: sd must be ${least} to ${most} times the mean (${mean}), not ${sd}`);
  }
  return sd;
}

/** One or more finite values. */
export function valuesOf(type: string, values: readonly number[]): readonly number[] {
  if (values.length === 0) throw new RangeError(`${type}: values must hold at least one number`);
  for (const [i, value] of values.entries()) finite(type, `values[${i}]`, value);
  return values;
}

/** Weights: finite, none negative, not all zero, as many as there are things to weigh. */
export function weightsOf(
  type: string,
  name: string,
  weights: readonly number[],
  count: number,
): readonly number[] {
  if (weights.length !== count) {
    throw new RangeError(
      `${type}: ${name} must be as many as there are values (${count}), not ${weights.length}`,
    );
  }
  let total = 0;
  for (const [i, weight] of weights.entries()) {
    if (!(weight >= 0 && weight <= LARGEST)) {
      throw new RangeError(`${type}: ${name}[${i}] must be zero or a positive number, not ${weight}`);
    }
    total += weight;
  }
  if (!(total >= SMALLEST)) throw new RangeError(`${type}: ${name} must not all be zero`);
  return weights;
}
