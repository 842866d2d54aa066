import { errorAt, type PlacedIssue } from "../issue-list.ts";
import type { Segment } from "../json-value.ts";
import { type Check, entriesOf } from "./check.ts";

/** Sums may be off by what rounding to three decimals does. */
const TOLERANCE = 1e-3;

/** The shares of topics sum to 1, and so do those of the lowest role. */
export const checkShares: Check = ({ specialties }) =>
  entriesOf(specialties).flatMap(([specialty, { topics }]) => {
    const here = ["specialties", specialty, "topics"];
    const parts = entriesOf(topics).map(([name, topic]) => [name, topic.share] as const);
    const roles = entriesOf(topics).flatMap(([name, { lowestRole }]) => {
      const shares = [lowestRole?.clerk, lowestRole?.nurse, lowestRole?.physician];
      return sumTo1([...here, name, "lowestRole"], shares, "the shares of clerk, nurse and physician");
    });
    if (topics === undefined || parts.length === 0) return roles;
    return [
      ...sumTo1(
        here,
        parts.map(([, share]) => share),
        "the topics' shares",
      ),
      ...roles,
    ];
  });

function sumTo1(
  path: readonly Segment[],
  shares: readonly (number | undefined)[],
  what: string,
): readonly PlacedIssue[] {
  if (shares.some((share) => share === undefined)) return [];
  const sum = (shares as readonly number[]).reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) <= TOLERANCE) return [];
  const shown = Math.round(sum * 10_000) / 10_000;
  const off = Math.round((1 - sum) * 10_000) / 10_000;
  const hint = off > 0 ? `${off} is missing` : `${-off} is too much`;
  return [errorAt(path, { code: "shares-sum", message: `${what} sum to ${shown}, not to 1`, hint })];
}
