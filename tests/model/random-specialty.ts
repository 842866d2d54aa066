import {
  type OtherWork,
  type ServicePromise,
  type Slots,
  type Specialty,
  type Team,
  VISIT_MODES,
} from "../../src/model/index.ts";
import type { Dice } from "./random-dice.ts";
import { randomDifferences } from "./random-policies.ts";

const FIXED = { type: "fixed", value: 5 } as const;

/** Of every specialty alike, so that teams may know them. */
export const TOPIC_NAMES = ["anything", "refills"] as const;

/** Demand and chances say nothing here: worlds are drawn by themselves. */
export function randomSpecialty(dice: Dice, index: number, teams: readonly Team[]): Specialty {
  const otherWork = Array.from({ length: 4 }, (_, source) => randomOtherWork(dice, source, teams));
  const called = otherWork.findIndex(({ interrupts }) => interrupts);
  return {
    name: `specialty ${index}`,
    patients: 100,
    portalShare: 1,
    demand: {
      rate: 0.001,
      counts: "new threads",
      dayFactor: { cv: 0, carryOver: 0 },
      timeline: [],
      profile: {
        hourOfDay: Array.from({ length: 24 }, () => 1),
        dayOfWeek: Array.from({ length: 7 }, () => 1),
        monthOfYear: Array.from({ length: 12 }, () => 1),
      },
    },
    topics: TOPIC_NAMES.map((name) => ({
      name,
      share: 0.5,
      urgent: 0.2,
      lowestRole: { nurse: 0.5, physician: 0.5 },
      unsuitable: 0.1,
      incomplete: 0.1,
      needsVisit: 0,
      followUp: { probability: 0.3, delay: FIXED, thanks: 0.1 },
      minutes: { triage: FIXED, clerk: FIXED, nurse: FIXED, physician: FIXED },
      complexity: 0,
    })),
    otherWork,
    ...(called >= 0 && dice.chance(0.85) ? { calls: { source: called, minutes: FIXED } } : {}),
    impatience: {},
    triggers: [],
    visitsPerYear: 0,
    slots: randomSlots(dice),
    bookAs: dice.pick(VISIT_MODES),
    unknownPatient: dice.pick([1, 2, 3]),
    answerDelay: FIXED,
    ...(dice.chance(0.3) ? { policies: randomDifferences(dice) } : {}),
    openingBacklog: { messages: 0, age: 0 },
  };
}

function randomOtherWork(dice: Dice, source: number, teams: readonly Team[]): OtherWork {
  const interrupts = dice.chance(0.5);
  return {
    name: `work ${source}`,
    team: dice.whole(0, teams.length - 1),
    perBusinessDay: 1,
    perPerson: dice.chance(0.5),
    minutes: FIXED,
    interrupts,
    ...(interrupts ? { patience: FIXED } : {}),
    order: dice.pick(["before messages", "with messages", "after messages"] as const),
  };
}

function randomSlots(dice: Dice): Specialty["slots"] {
  const slots: Partial<Record<(typeof VISIT_MODES)[number], Slots>> = {};
  for (const mode of VISIT_MODES) {
    if (dice.chance(0.25)) continue;
    slots[mode] = { perBusinessDay: dice.pick([0.4, 0.5, 1, 1.5, 3]), notice: dice.pick([0, 0, 1, 2]) };
  }
  return slots;
}

/** Promises by every clock, of every kind of message. */
export function randomPromises(dice: Dice): ServicePromise[] {
  return Array.from(
    { length: dice.pick([0, 1, 2, 3]) },
    (_, i): ServicePromise => ({
      name: `promise ${i}`,
      of: dice.pick([
        "every patient message that needs a reply",
        "first message of every thread",
        "urgent messages",
      ] as const),
      within: dice.pick([
        { clock: "business-day-end", days: dice.whole(0, 2) },
        { clock: "open", minutes: dice.pick([0, 15, 60]) },
        { clock: "wall", minutes: dice.pick([0, 60, 240, 2880]) },
      ] as const),
      starts: dice.pick(["when sent", "at the next opening"] as const),
      target: 0.9,
      risk: 0.1,
    }),
  );
}
