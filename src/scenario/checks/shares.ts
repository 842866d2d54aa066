import { errorAt, type PlacedIssue } from "../issue-list.ts";
import type { Segment } from "../json-value.ts";
import { LOWEST_ROLES } from "../quantities/roles.ts";
import { type Check, entriesOf } from "./check.ts";
import { policiesIn } from "./policies-in.ts";

/** Sums may be off by what rounding to three decimals does. */
const TOLERANCE = 1e-3;

/** The shares of topics sum to 1, and so do those of the lowest role; those turned away do one thing each. */
export const checkShares: Check = (document) => [
  ...entriesOf(document.specialties).flatMap(([specialty, { topics }]) => {
    const here = ["specialties", specialty, "topics"];
    const parts = entriesOf(topics).map(([name, topic]) => [name, topic.share] as const);
    const roles = entriesOf(topics).flatMap(([name, { lowestRole }]) =>
      lowestRole === undefined
        ? []
        : sumTo1(
            [...here, name, "lowestRole"],
            LOWEST_ROLES.map((role) => lowestRole[role]),
            "the shares of the lowest roles",
          ),
    );
    if (topics === undefined || parts.length === 0) return roles;
    return [
      ...sumTo1(
        here,
        parts.map(([, share]) => share),
        "the topics' shares",
      ),
      ...roles,
    ];
  }),
  ...checkDisplaced(document),
];

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

/** Those who call and those who take a visit instead are different people. */
const checkDisplaced: Check = (document) =>
  policiesIn(document).flatMap(({ seam, path, policy }) => {
    const { calls = 0, visits = 0 } = policy as { readonly calls?: number; readonly visits?: number };
    if (seam !== "frontDoor" || calls + visits <= 1 + TOLERANCE) return [];
    const message = `the shares who call and who take a visit sum to ${Math.round((calls + visits) * 10_000) / 10_000}, more than 1`;
    const hint = "what is left of 1 does nothing instead";
    return [errorAt([...path, "visits"], { code: "shares-sum", message, hint })];
  });
