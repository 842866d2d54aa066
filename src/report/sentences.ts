import type { AnalysisRow } from "../experiment/index.ts";
import { givenText } from "./staffing-values.ts";
import type { PromiseTerms, Summary } from "./summary.ts";
import { valueText } from "./value-text.ts";

/** Two or three sentences that say what the numbers say. */
export function sentences({ analysis, promises }: Summary): readonly string[] {
  const rows = new Map(analysis.rows.map((row) => [row.response, row]));
  return [
    replySentence(rows),
    turnedAwaySentence(rows),
    ...promises.map((promise) => promiseSentence(rows, promise)),
    physicianSentence(rows),
  ].filter((sentence) => sentence !== undefined);
}

type Rows = ReadonlyMap<string, AnalysisRow>;

function replySentence(rows: Rows): string | undefined {
  const median = rows.get("first_reply_median_business_h");
  const p90 = rows.get("first_reply_p90_business_h");
  if (median === undefined || p90 === undefined || Number.isNaN(p90.estimate)) return undefined;
  const half = `Half of all first messages are answered within ${valueText(median).value} opening hours`;
  if (p90.estimate === Infinity) {
    const fate = isSome(rows.get("turned_away_share")) ? "turned away or not answered" : "not answered";
    if (median.estimate === Infinity)
      return `More than half of all first messages are ${fate} before the run ends.`;
    return `${half}, but more than one in ten is ${fate} before the run ends.`;
  }
  return `${half}, nine of ten within ${valueText(p90).value}${range(p90)}.`;
}

function turnedAwaySentence(rows: Rows): string | undefined {
  const row = rows.get("turned_away_share");
  if (row === undefined || !isSome(row)) return undefined;
  return `Of what patients would have written, ${valueText(row).value} % is turned away at the front door: where it needed a reply, it counts as never answered.`;
}

function isSome(row: AnalysisRow | undefined): boolean {
  return row !== undefined && row.estimate > 0;
}

function promiseSentence(rows: Rows, { name, response, target, risk }: PromiseTerms): string | undefined {
  const kept = rows.get(`${response}_share`);
  const falls = rows.get(`${response}_month_risk`);
  if (kept === undefined || falls === undefined || Number.isNaN(kept.estimate)) return undefined;
  const share = `The promise “${name}” is kept for ${valueText(kept).value} % of messages (the target is ${givenText(target, "share")})`;
  const months = `and a month falls short with a risk of ${valueText(falls).value} %${range(falls)}`;
  return `${share}, ${months}: ${verdict(falls, risk)}.`;
}

/** Against the risk that is allowed; with care where the interval leaves it open. */
function verdict({ estimate, low, high }: AnalysisRow, risk: number): string {
  const allowed = `the ${givenText(risk, "share")} that is allowed`;
  const surely = !Number.isNaN(low) && (low > risk || high <= risk);
  if (estimate <= risk) return surely ? `within ${allowed}` : `within ${allowed}, though not surely`;
  return surely ? `more than ${allowed}` : `more than ${allowed}, though not surely`;
}

function physicianSentence(rows: Rows): string | undefined {
  const daily = rows.get("physician_message_min_per_day");
  const after = rows.get("physician_after_hours_min_per_week");
  if (daily === undefined || after === undefined || Number.isNaN(daily.estimate)) return undefined;
  return `A physician spends ${valueText(daily).value} minutes a business day on messages, and ${valueText(after).value} minutes a week on work after hours.`;
}

function range(row: AnalysisRow): string {
  const { interval } = valueText(row);
  return interval === "" ? "" : ` (${interval})`;
}
