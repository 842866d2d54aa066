/*
 * Method and coefficients of the functions in this folder are those of fdlibm 5.3:
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Permission to use, copy, modify, and distribute
 * this software is freely granted, provided that this notice is preserved.
 */

/** ln 2 = LN2_HIGH + LN2_LOW; the high part ends in zeros, so that k × LN2_HIGH is exact for every exponent k. */
export const LN2_HIGH = 0.6931471803691238;
export const LN2_LOW = 1.9082149292705877e-10;
export const INVERSE_LN2 = 1 / (LN2_HIGH + LN2_LOW);

export const SMALLEST_NORMAL = 2.2250738585072014e-308;
/** Largest x whose exponential is finite. */
export const EXP_OVERFLOW = 709.782712893384;

/** log((1 + s) / (1 − s)) = 2s + s (L1 s² + L2 s⁴ + …), |s| ≤ 0.1716; error < 2^−58.45. */
export const L1 = 0.6666666666666735;
export const L2 = 0.3999999999940942;
export const L3 = 0.2857142874366239;
export const L4 = 0.22222198432149784;
export const L5 = 0.1818357216161805;
export const L6 = 0.15313837699209373;
export const L7 = 0.14798198605116586;

/** x (e^x + 1) / (e^x − 1) = 2 + P1 x² + P2 x⁴ + …, |x| ≤ ½ ln 2; error < 2^−59. */
export const P1 = 0.16666666666666602;
export const P2 = -0.0027777777777015593;
export const P3 = 6.613756321437934e-5;
export const P4 = -1.6533902205465252e-6;
export const P5 = 4.1381367970572385e-8;
