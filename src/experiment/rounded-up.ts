/** How many more it would take, to two digits: nobody knows it better. */
export function roundedUp(count: number): number {
  let step = 1;
  while (count / step >= 100) step *= 10;
  return Math.ceil(count / step) * step;
}
