import type { PolicyDefinition } from "../policy.ts";
import { firstPresent, type Routing, TO_OWNER } from "./routing.ts";

export interface RotatingPhysician {
  readonly type: "rotating-physician";
  /** [business days] */
  readonly turn: number;
}

export const rotatingPhysician: PolicyDefinition<RotatingPhysician, Routing> = {
  type: "rotating-physician",
  doc: "The inbox physician of the day, or of several days, whose turn goes round the team by business days; who is away is passed over.",
  source: "rotating high-priority inbox physician (T13): innovation report, Ann Fam Med 2024;22(3):260",
  params: [
    { name: "turn", kind: "count", doc: "business days of one turn", default: 1, least: 1, most: 260 },
  ],
  create: ({ turn }) => ({
    ...TO_OWNER,
    personFor: () => -1,
    worksShared: (ordinal, { count, openDaysBefore, isAway }) =>
      ordinal === firstPresent(Math.floor(openDaysBefore / turn) % count, count, isAway),
  }),
};
