import { ROLES, rankOf } from "../../model/index.ts";
import { type Bounds, UNKNOWN } from "./bounds.ts";
import { clusteredShare } from "./clustered-share.ts";
import { FIRST, FOLLOW_UP, type OwnMessages } from "./own-messages.ts";

/** Who answers messages. */
export interface ClosersFit {
  /** By place in `ROLES`; roles that replied to fewer than five patients are with the highest that replied to more. */
  readonly shares: readonly Bounds[];
  /** Of residents and physicians together, who write the same replies. */
  readonly doctors: Bounds;
  /** Replies of a person whose role is known; 0 where they went to fewer than five patients. */
  readonly replies: number;
}

const FEWEST_IN_CELL = 5;

/**
 * Shares of the roles that reply to the messages that `is` picks. A role of which there is no post (`posts`, by role) counts with the nearest after it
 * that has one, or else before. Where the log only tells of closings, of first messages: later ones may only have been thanks.
 */
export function fitClosers(
  own: OwnMessages,
  is: (i: number) => boolean,
  posts: readonly boolean[],
): ClosersFit {
  const to = ROLES.map((_, role) => nearest(role, posts));
  let last = -1;
  for (const patient of own.patient) last = Math.max(last, patient);
  const all = new Float64Array(last + 1);
  const by = ROLES.map(() => new Float64Array(last + 1));
  let replies = 0;
  const highest = own.tells.replies ? FOLLOW_UP : FIRST;
  for (let i = 0; i < own.count; i += 1) {
    if (!is(i) || own.kind[i]! > highest || Number.isNaN(own.replied[i]!)) continue;
    const role = own.role[i]! < 0 ? -1 : to[own.role[i]!]!;
    if (role < 0) continue;
    all[own.patient[i]!]! += 1;
    by[role]![own.patient[i]!]! += 1;
    replies += 1;
  }
  if (patientsIn(all) < FEWEST_IN_CELL)
    return { shares: ROLES.map(() => UNKNOWN), doctors: UNKNOWN, replies: 0 };
  const counts = by.map(patientsIn);
  for (let role = rankOf("physician"); role >= 0; role -= 1) {
    const small = counts[role]! > 0 && counts[role]! < FEWEST_IN_CELL;
    const into = small ? counts.findLastIndex((n, r) => r !== role && n >= FEWEST_IN_CELL) : -1;
    if (into < 0) continue;
    const [mine, theirs] = [by[role]!, by[into]!];
    for (let i = 0; i < mine.length; i += 1) theirs[i]! += mine[i]!;
    by[role]!.fill(0);
    counts[into] = patientsIn(theirs);
    counts[role] = 0;
  }
  const [residents, physicians] = [by[rankOf("resident")]!, by[rankOf("physician")]!];
  const doctors = residents.map((n, i) => n + physicians[i]!);
  return {
    shares: by.map((mine) => clusteredShare(mine, all)),
    doctors: clusteredShare(doctors, all),
    replies,
  };
}

function patientsIn(counts: Float64Array): number {
  return counts.reduce((sum, n) => sum + (n > 0 ? 1 : 0), 0);
}

function nearest(role: number, posts: readonly boolean[]): number {
  for (let r = role; r < posts.length; r += 1) if (posts[r] === true) return r;
  for (let r = role; r >= 0; r -= 1) if (posts[r] === true) return r;
  return -1;
}
