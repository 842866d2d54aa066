/** [days] Messages that lie further from the rest than this, and are few, are not believed. */
const FAR = 365;
const FEW = 0.01;

export interface Period {
  /** Local days on the clock, first and last with a message. */
  readonly first: number;
  readonly last: number;
  /** Messages outside. */
  readonly leftOut: number;
}

/** Where nearly all messages lie: without those a year and more away, if they are less than one in a hundred. `days` in order; undefined: there are none. */
export function mainPeriod(
  days: readonly { readonly day: number; readonly messages: number }[],
): Period | undefined {
  const total = days.reduce((sum, { messages }) => sum + messages, 0);
  if (total === 0) return undefined;
  let best: { first: number; last: number; messages: number } | undefined;
  let group: typeof best;
  for (const { day, messages } of days) {
    if (messages === 0) continue;
    if (group !== undefined && day - group.last <= FAR) {
      group.last = day;
      group.messages += messages;
    } else group = { first: day, last: day, messages };
    if (best === undefined || group.messages > best.messages) best = group;
  }
  const { first, last, messages } = best!;
  const leftOut = total - messages;
  if (leftOut <= FEW * total) return { first, last, leftOut };
  const active = days.filter((each) => each.messages > 0);
  return { first: active[0]!.day, last: active.at(-1)!.day, leftOut: 0 };
}
