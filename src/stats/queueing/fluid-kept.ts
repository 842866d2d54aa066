/**
 * The most of what flows in that can be done in time, where chance is taken out: day by day, `inflow` comes in and `capacity` may be done, in the same unit;
 * what comes on day i may be done until the end of day `due[i]`, which never goes back, and is worth nothing later. `counted`: the
 * days [from, to) whose inflow there is; capacity is spent on nothing else. First come, first served with what is late left
 * undone, which no other order exceeds where what comes later is due no earlier. Newell, Applications of Queueing Theory, ch. 2.
 */
export function fluidKept(
  inflow: ArrayLike<number>,
  capacity: ArrayLike<number>,
  due: ArrayLike<number>,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  let kept = 0;
  // The first day of which something is left, and how much.
  let day = from;
  let left = inflow[from] ?? 0;
  const forward = () => {
    day += 1;
    left = inflow[day] ?? 0;
  };
  for (let now = from; day < to && now < capacity.length; now += 1) {
    let free = capacity[now]!;
    while (day < to && day <= now) {
      const isLate = due[day]! < now;
      if (!isLate && left > free) {
        left -= free;
        kept += free;
        break;
      }
      if (!isLate) {
        free -= left;
        kept += left;
      }
      forward();
    }
  }
  return kept;
}
