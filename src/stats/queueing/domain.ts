/** Throws RangeError unless `value` is finite and not negative (or positive, where `positive`). */
export function checkRate(what: string, value: number, positive = false): void {
  if (!(value >= 0 && value < Infinity) || (positive && value === 0)) {
    throw new RangeError(
      `${what} must be finite and ${positive ? "positive" : "not negative"}, got ${value}`,
    );
  }
}

/** Throws RangeError unless `servers` is a whole number of at least `least`. */
export function checkServers(servers: number, least: 0 | 1): void {
  if (!Number.isSafeInteger(servers) || servers < least) {
    throw new RangeError(`servers must be a whole number of at least ${least}, got ${servers}`);
  }
}
