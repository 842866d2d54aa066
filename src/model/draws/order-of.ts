/** Buckets with more than this are sorted by comparison, so that no pile-up costs more than O(n log n). */
const FEW = 24;

/**
 * The indexes 0 … count − 1 in ascending order of their values, equal ones by index. O(count) for values that are spread out.
 * Values must be finite.
 */
export function orderOf(values: Float64Array, count: number): Uint32Array {
  const order = new Uint32Array(count);
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < count; i += 1) {
    if (values[i]! < low) low = values[i]!;
    if (values[i]! > high) high = values[i]!;
  }
  const scale = high > low ? (count - 1) / (high - low) : 0;
  const ends = new Uint32Array(count + 1);
  for (let i = 0; i < count; i += 1) ends[Math.floor((values[i]! - low) * scale) + 1]! += 1;
  for (let bucket = 1; bucket <= count; bucket += 1) ends[bucket]! += ends[bucket - 1]!;
  for (let i = 0; i < count; i += 1) {
    const bucket = Math.floor((values[i]! - low) * scale);
    order[ends[bucket]!] = i;
    ends[bucket]! += 1;
  }
  let from = 0;
  for (let bucket = 0; bucket < count; bucket += 1) {
    const to = ends[bucket]!;
    if (to - from > FEW) order.subarray(from, to).sort((a, b) => values[a]! - values[b]! || a - b);
    else insertionSort(order, from, to, values);
    from = to;
  }
  return order;
}

function insertionSort(order: Uint32Array, from: number, to: number, values: Float64Array): void {
  for (let i = from + 1; i < to; i += 1) {
    const one = order[i]!;
    let place = i;
    while (place > from && values[order[place - 1]!]! > values[one]!) {
      order[place] = order[place - 1]!;
      place -= 1;
    }
    order[place] = one;
  }
}
