import type { PolicyDefinition } from "./policy.ts";
import type { Routing, TeamDay } from "./routing.ts";

export interface RotatingPhysician {
  readonly type: "rotating-physician";
}

export const rotatingPhysician: PolicyDefinition<RotatingPhysician, Routing> = {
  type: "rotating-physician",
  doc: "The inbox physician of the day, whose turn goes round the team by business days; who is away is passed over.",
  source: "rotating high-priority inbox physician: innovation report, Ann Fam Med 2024;22(3):260",
  params: [],
  create: () => ({
    personFor: () => -1,
    worksShared: (ordinal, day) => ordinal === inboxPhysician(day),
  }),
};

/** Ordinal of the day's inbox physician; −1 when everybody is away. */
function inboxPhysician({ count, openDaysBefore, isAway }: TeamDay): number {
  for (let step = 0; step < count; step++) {
    const ordinal = (openDaysBefore + step) % count;
    if (!isAway(ordinal)) return ordinal;
  }
  return -1;
}
