import type { Model } from "../compile.ts";
import type { MessageLog } from "../recorder/message-log.ts";
import { NOT_NEGATIVE, type Response } from "./response.ts";

/** What has piled up at the two ends of a week. */
export function backlogResponses(model: Model): readonly Response[] {
  const common = {
    unit: "messages",
    group: "backlog",
    estimand: { type: "mean" },
    range: NOT_NEGATIVE,
    better: "lower",
  } as const;
  return [
    {
      ...common,
      name: "backlog_monday_open",
      label: "open messages on Monday at opening",
      doc: "Messages let in and not closed when a week's first business day opens, chasers and duplicates among them.",
      formula: "mean over weeks in the window of messages with sent ≤ opening < closed",
      headline: true,
      measure: ({ messages }) => meanOpen(model, messages, mondayOpenings(model)),
    },
    {
      ...common,
      name: "backlog_friday_close",
      label: "open messages on Friday at closing",
      doc: "Messages let in and not closed when a week's last business day closes.",
      formula: "mean over weeks in the window of messages with sent ≤ closing < closed",
      headline: false,
      measure: ({ messages }) => meanOpen(model, messages, fridayClosings(model)),
    },
  ];
}

/** First opening of every week, Monday to Sunday, that begins in the run and has a business day [min since start]. */
export function mondayOpenings(model: Model): number[] {
  const { calendar } = model;
  return openDaysByWeek(model)
    .map((days) => calendar.nextOpening(calendar.dayStart(days[0]!)))
    .filter((t) => t < model.end);
}

/** Last closing of every such week that ends in the run. */
function fridayClosings(model: Model): number[] {
  const { calendar, days: end } = model;
  return openDaysByWeek(model)
    .filter((days) => days[0]! - calendar.dayOfWeek(days[0]!) + 7 <= end)
    .map((days) => calendar.closingOfBusinessDay(calendar.dayStart(days[days.length - 1]!), 0));
}

/** The business days of each week whose Monday lies in the run. */
function openDaysByWeek({ calendar, days }: Model): number[][] {
  const weeks: number[][] = [];
  const firstMonday = (7 - calendar.dayOfWeek(0)) % 7;
  for (let monday = firstMonday; monday < days; monday += 7) {
    const open: number[] = [];
    for (let day = monday; day < Math.min(monday + 7, days); day += 1) {
      if (calendar.isOpenDay(day)) open.push(day);
    }
    if (open.length > 0) weeks.push(open);
  }
  return weeks;
}

/** Number of open messages at each of some moments, which ascend: those with sent ≤ t < closed, of one specialty or all. */
export function openAt(messages: MessageLog, moments: readonly number[], specialty?: number): Float64Array {
  const change = new Float64Array(moments.length + 1);
  for (let i = 0; i < messages.count; i += 1) {
    if (messages.turnedAwayBy[i]! > 0) continue;
    if (specialty !== undefined && messages.specialty[i] !== specialty) continue;
    change[firstFrom(moments, messages.sent[i]!)]! += 1;
    const closed = messages.closed[i]!;
    if (!Number.isNaN(closed)) change[firstFrom(moments, closed)]! -= 1;
  }
  let open = 0;
  return Float64Array.from(moments, (_, k) => {
    open += change[k]!;
    return open;
  });
}

/**
 * The longest that a message had been open at any of some moments, which ascend, by a clock that counts the minutes between two
 * [min]; 0 if none was, NaN without moments.
 */
export function oldestOpen(
  messages: MessageLog,
  moments: readonly number[],
  between: (from: number, to: number) => number,
): number {
  if (moments.length === 0) return Number.NaN;
  let oldest = 0;
  for (let i = 0; i < messages.count; i += 1) {
    if (messages.turnedAwayBy[i]! > 0) continue;
    const sent = messages.sent[i]!;
    const closed = messages.closed[i]!;
    const last = (Number.isNaN(closed) ? moments.length : firstFrom(moments, closed)) - 1;
    if (last >= 0 && moments[last]! >= sent) oldest = Math.max(oldest, between(sent, moments[last]!));
  }
  return oldest;
}

/** Index of the first moment at or after `t`; their number if there is none. */
function firstFrom(moments: readonly number[], t: number): number {
  let low = 0;
  let high = moments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (moments[middle]! >= t) high = middle;
    else low = middle + 1;
  }
  return low;
}

function meanOpen(model: Model, messages: MessageLog, moments: readonly number[]): number {
  const within = moments.filter((t) => t >= model.windowStart && t < model.windowEnd);
  if (within.length === 0) return Number.NaN;
  return openAt(messages, within).reduce((sum, open) => sum + open, 0) / within.length;
}
