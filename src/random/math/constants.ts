/** ln 2 = LN2_HIGH + LN2_LOW; the high part has 21 trailing zero bits, so that k × LN2_HIGH is exact for every exponent k. */
export const LN2_HIGH = 0.6931471803691238;
export const LN2_LOW = 1.9082149292705877e-10;
export const INVERSE_LN2 = Math.LOG2E;
export const TWO_54 = 18014398509481984;
/** Largest x whose exponential is finite. */
export const EXP_OVERFLOW = 709.782712893384;
