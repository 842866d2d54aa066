import {
  type FrontDoorPolicy,
  type Policies,
  type QueuePolicy,
  ROLES,
  type RoutingPolicy,
  type SpecialtyPolicies,
  type TriagePolicy,
  VISIT_MODES,
} from "../../src/model/index.ts";
import type { Dice } from "./random-dice.ts";

const FIXED = { type: "fixed", value: 5 } as const;

export function randomPolicies(dice: Dice): Policies {
  return {
    frontDoor: randomFrontDoor(dice),
    flag: { type: "none" },
    sorting: { type: "none" },
    triage: randomTriage(dice),
    protocol: { type: "none" },
    conversion: randomConversion(dice),
    drafts: { type: "none" },
    routing: randomRouting(dice),
    closeThreadAfter: dice.pick([0, 300, 1440]),
    queue: randomQueue(dice),
    billing: { type: "unpaid" },
  };
}

/** What one specialty does otherwise. */
export function randomDifferences(dice: Dice): Partial<SpecialtyPolicies> {
  return {
    ...(dice.chance(0.5) ? { frontDoor: randomFrontDoor(dice) } : {}),
    ...(dice.chance(0.5) ? { triage: randomTriage(dice) } : {}),
    ...(dice.chance(0.5) ? { conversion: randomConversion(dice) } : {}),
    ...(dice.chance(0.5) ? { routing: randomRouting(dice) } : {}),
    ...(dice.chance(0.5) ? { closeThreadAfter: dice.pick([0, 60, 1e9]) } : {}),
  };
}

/** Those that matter while the clinic runs, and one that turned messages away before. */
function randomFrontDoor(dice: Dice): FrontDoorPolicy[] {
  const displaced = { calls: 0.4, visits: 0.3 };
  const doors: FrontDoorPolicy[] = [];
  if (dice.chance(0.5)) doors.push({ type: "fee", deters: 0.1, ...displaced });
  if (dice.chance(0.5)) {
    const roles = ROLES.slice(0, 5) as readonly Exclude<(typeof ROLES)[number], "resident" | "physician">[];
    doors.push({ type: "links", topics: [], used: 0.1, role: dice.pick(roles), minutes: FIXED });
  }
  if (dice.chance(0.5)) {
    doors.push({
      type: "message-cap",
      messages: dice.pick([1, 1, 2, 3]),
      within: dice.pick([60, 600, 1440, 7200]),
      ...displaced,
    });
  }
  return doors;
}

function randomTriage(dice: Dice): TriagePolicy {
  if (dice.chance(0.15)) return { type: "none" };
  return {
    type: dice.pick(["nurse-first", "nurse-first", "clerk-first"] as const),
    asks: 0.3,
    // Quarters and halves of a physician's minutes stay whole.
    askEffort: dice.pick([0, 0.25, 0.5, 1]),
    bounces: 0.1,
    bounceEffort: dice.pick([0, 0.25, 0.5, 1]),
    prepare: FIXED,
    saves: dice.pick([0, 0.5, 1]),
    sensitivity: 0.8,
    specificity: 0.9,
  };
}

function randomConversion(dice: Dice): SpecialtyPolicies["conversion"] {
  if (dice.chance(0.4)) return { type: "none" };
  return {
    type: "to-visit",
    mode: dice.pick(VISIT_MODES),
    share: 0.5,
    fromMessage: 2,
    repeated: 0.2,
    booking: 2,
  };
}

function randomRouting(dice: Dice): RoutingPolicy {
  return dice.pick<() => RoutingPolicy>([
    () => ({ type: "own-physician" }),
    () => ({ type: "own-physician" }),
    () => ({ type: "physician-pool" }),
    () => ({ type: "own-then-pool", after: dice.pick([0, 1, 30, 60, 240]) }),
    () => ({ type: "own-then-pool", after: dice.pick([0, 1, 30, 60, 240]) }),
    () => ({ type: "rotating-physician", turn: dice.pick([1, 1, 2]) }),
    () => ({ type: "rotating-physician", turn: dice.pick([1, 2]) }),
    () => ({ type: "covering-physician", inboxes: 2 }),
    () => ({ type: "covering-physician", inboxes: dice.pick([1, 2, 2, 10]) }),
    () => ({ type: "least-loaded" }),
    () => ({ type: "least-loaded" }),
  ])();
}

export function randomQueue(dice: Dice): QueuePolicy {
  const never = Number.POSITIVE_INFINITY;
  return dice.pick<() => QueuePolicy>([
    () => ({ type: "urgent-first" }),
    () => ({ type: "first-come" }),
    () => ({ type: "earliest-due" }),
    () => ({ type: "earliest-due" }),
    () => ({
      type: "ageing",
      headStart: dice.pick([0, 30, 240, never]),
      escalateAfter: dice.pick([0, 30, 60, 240, never]),
    }),
    () => ({
      type: "ageing",
      headStart: dice.pick([60, never]),
      escalateAfter: dice.pick([15, 30, 60, 120]),
    }),
    () => ({ type: "ageing", headStart: never, escalateAfter: dice.pick([15, 60, 120]) }),
    () => ({ type: "shortest-first" }),
    () => ({
      type: "batch",
      times: [...new Set([60 * dice.whole(0, 23), 60 * dice.whole(7, 17), 30 * dice.whole(16, 34)])].sort(
        (a, b) => a - b,
      ),
      order: dice.pick(["first-come", "urgent-first"] as const),
    }),
  ])();
}
