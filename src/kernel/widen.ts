/** A copy of twice the length, filled up with zeros. */
export function widenFloats(old: Float64Array): Float64Array<ArrayBuffer> {
  const wider = new Float64Array(old.length * 2);
  wider.set(old);
  return wider;
}

/** A copy of twice the length, filled up with zeros. */
export function widenInts(old: Int32Array): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(old.length * 2);
  wider.set(old);
  return wider;
}
