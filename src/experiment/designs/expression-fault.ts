/** An expression that cannot be read, or not be computed. */
export class ExpressionFault extends Error {}
