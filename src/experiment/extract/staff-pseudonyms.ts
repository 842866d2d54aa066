import { ROLES } from "../../model/index.ts";

export interface StaffPseudonyms {
  readonly names: readonly string[];
  /** By ordinal of the cell: its place in `names`. */
  readonly placeOf: readonly number[];
}

/** People by role, the busiest first: "nurse 1". `roles` has, for each person, how often each role was told, the first entry being none. */
export function staffPseudonyms(
  people: number,
  roles: readonly (Int32Array | undefined)[],
  replies: readonly number[],
): StaffPseudonyms {
  const roleOf = Array.from({ length: people }, (_, person) => commonest(roles[person]));
  const order = roleOf
    .map((_, person) => person)
    .sort((a, b) => rank(roleOf[a]!) - rank(roleOf[b]!) || (replies[b] ?? 0) - (replies[a] ?? 0) || a - b);
  const numbers = new Map<number, number>();
  const placeOf: number[] = new Array(people);
  const names = order.map((person, place) => {
    const role = roleOf[person]!;
    const number = (numbers.get(role) ?? 0) + 1;
    numbers.set(role, number);
    placeOf[person] = place;
    return `${ROLES[role] ?? "staff"} ${number}`;
  });
  return { names, placeOf };
}

/** Place in `ROLES`; −1: none was ever told. */
function commonest(told: Int32Array | undefined): number {
  let best = -1;
  for (let role = 0; role < ROLES.length; role++) {
    const times = told?.[role + 1] ?? 0;
    if (times > (best < 0 ? 0 : told![best + 1]!)) best = role;
  }
  return best;
}

function rank(role: number): number {
  return role < 0 ? ROLES.length : role;
}
