/** Each refuses a parameter outside its domain with a RangeError that names it, and gives it back otherwise. */

export function finite(type: string, name: string, value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`${type}: ${name} must be a finite number, not ${value}`);
  return value;
}

export function positive(type: string, name: string, value: number): number {
  if (!(Number.isFinite(value) && value > 0)) {
    throw new RangeError(`${type}: ${name} must be a positive number, not ${value}`);
  }
  return value;
}

export function notNegative(type: string, name: string, value: number): number {
  if (!(Number.isFinite(value) && value >= 0)) {
    throw new RangeError(`${type}: ${name} must be zero or a positive number, not ${value}`);
  }
  return value;
}

/** Weights: finite, none negative, not all zero. */
export function weightsOf(type: string, weights: readonly number[], count: number): readonly number[] {
  if (weights.length !== count) {
    throw new RangeError(`${type}: weights must be as many as values (${count}), not ${weights.length}`);
  }
  let total = 0;
  for (const [i, weight] of weights.entries()) total += notNegative(type, `weights[${i}]`, weight);
  if (!(total > 0 && Number.isFinite(total))) {
    throw new RangeError(`${type}: weights must have a positive, finite sum, not ${total}`);
  }
  return weights;
}
