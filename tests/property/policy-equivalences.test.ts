import { describe, expect, test } from "vitest";
import {
  type Clinic,
  compile,
  drawWorld,
  type Policies,
  runClinic,
  type Thread,
} from "../../src/model/index.ts";
import { busyClinic } from "../model/busy-clinic.ts";

type FrontDoor = Policies["frontDoor"][number];

/** What became of every message, in words, in order of thread and round; `change` touches up the threads. */
function accountOf(
  clinic: Clinic,
  change: (thread: Thread) => Thread = (thread) => thread,
): readonly string[] {
  const model = compile(clinic, []);
  const drawn = drawWorld(model, 2026, 1);
  const told: [order: number, text: string][] = [];
  runClinic(
    model,
    { ...drawn, threads: drawn.threads.map(change) },
    {
      message: ({ thread, round, cause, ...record }) => {
        const order = 1000 * thread.id + 10 * round + ["own", "chaser", "duplicate"].indexOf(cause);
        told.push([order, `${thread.id}.${round} ${cause} ${JSON.stringify(record)}`]);
      },
    },
  );
  return told.toSorted(([a], [b]) => a - b).map(([, text]) => text);
}

const account = (policies: Partial<Policies>, changes: Partial<Clinic> = {}) =>
  accountOf(busyClinic(policies, changes));

/** Physicians who are one, and know everybody. */
const alone = (policies: Partial<Policies>): readonly string[] => {
  const { teams, specialties } = busyClinic();
  return account(policies, {
    teams: teams.map((team) => (team.role === "physician" ? { ...team, count: 1, handovers: [] } : team)),
    specialties,
  });
};

const door = (...frontDoor: readonly FrontDoor[]): Partial<Policies> => ({ frontDoor });
const displaced = { calls: 0.5, visits: 0.5 };
const reading = {
  asks: 0.2,
  askEffort: 0.5,
  bounces: 0.1,
  bounceEffort: 0.25,
  prepare: { type: "fixed", value: 1 },
  saves: 0.25,
  sensitivity: 1,
  specificity: 1,
} as const;
const own = { type: "own-physician" } as const;
const never = Number.POSITIVE_INFINITY;

describe("a policy that changes nothing", () => {
  test.each<[string, Partial<Policies>, Partial<Policies>, Partial<Policies>]>([
    [
      "a fee that nobody minds is no fee",
      door({ type: "fee", deters: 0, ...displaced }),
      {},
      door({ type: "fee", deters: 0.1, ...displaced }),
    ],
    [
      "guidelines that nobody follows",
      door({ type: "guidelines", averts: 0, ...displaced }),
      {},
      door({ type: "guidelines", averts: 0.5, ...displaced }),
    ],
    [
      "questions that everybody answers as before",
      door({ type: "questions", abandons: 0, completes: 0, followUps: 1, ...displaced }),
      {},
      door({ type: "questions", abandons: 0, completes: 0.5, followUps: 1, ...displaced }),
    ],
    [
      "eligibility for all",
      door({ type: "eligibility", seenWithin: 1e6, expectedWithin: 0, ...displaced }),
      {},
      door({ type: "eligibility", seenWithin: 43_200, expectedWithin: 0, ...displaced }),
    ],
    [
      "a cap that nobody reaches",
      door({ type: "message-cap", messages: 10_000, within: 1e5, ...displaced }),
      {},
      door({ type: "message-cap", messages: 1, within: 1e4, ...displaced }),
    ],
    [
      "a limit on length that saves nothing",
      door({ type: "length-limit", affects: 0.5, saves: 0 }),
      {},
      door({ type: "length-limit", affects: 0.5, saves: 0.2 }),
    ],
    [
      "a filter that catches nothing",
      door({ type: "thanks-filter", catches: 0, falseAlarm: 0 }),
      {},
      door({ type: "thanks-filter", catches: 1, falseAlarm: 0 }),
    ],
    [
      "links that nobody uses",
      door({ type: "links", topics: [], used: 0, role: "clerk", minutes: reading.prepare }),
      {},
      door({ type: "links", topics: [], used: 0.3, role: "clerk", minutes: reading.prepare }),
    ],
    [
      "sorting of no topic",
      { sorting: { type: "by-topic", roles: {}, accuracy: 0 } },
      {},
      { sorting: { type: "by-topic", roles: { refills: "pharmacist" }, accuracy: 1 } },
    ],
    [
      "a protocol that covers nothing",
      { protocol: { type: "standing-orders", topics: [], covers: 0, role: "clerk" } },
      {},
      { protocol: { type: "standing-orders", topics: [], covers: 0.5, role: "clerk" } },
    ],
    [
      "a conversion of nothing",
      { conversion: { type: "to-visit", mode: "video", share: 0, fromMessage: 2, repeated: 0, booking: 9 } },
      {},
      { conversion: { type: "to-visit", mode: "video", share: 1, fromMessage: 2, repeated: 0, booking: 9 } },
    ],
    [
      "drafts that are read for nothing and save nothing",
      { drafts: { type: "ai-drafts", used: 0.2, reading: 0.4, longerReading: 0, saves: 0 } },
      {},
      { drafts: { type: "ai-drafts", used: 0.2, reading: 0.4, longerReading: 0.2, saves: 0 } },
    ],
    [
      "a flag that is never raised",
      { flag: { type: "algorithm", sensitivity: 0, falseAlarm: 0 } },
      { flag: { type: "none" } },
      { flag: { type: "algorithm", sensitivity: 0.5, falseAlarm: 0 } },
    ],
    [
      "ageing that is off is urgent first",
      { queue: { type: "ageing", headStart: never, escalateAfter: never } },
      { queue: { type: "urgent-first" } },
      { queue: { type: "ageing", headStart: 60, escalateAfter: never } },
    ],
    [
      "a head start of nothing is first come",
      { queue: { type: "ageing", headStart: 0, escalateAfter: never } },
      { queue: { type: "first-come" } },
      { queue: { type: "ageing", headStart: 600, escalateAfter: never } },
    ],
    [
      "a pool that takes over never",
      { routing: { type: "own-then-pool", after: 1e7 } },
      { routing: own },
      { routing: { type: "own-then-pool", after: 60 } },
    ],
    [
      "a physician who covers one inbox",
      { routing: { type: "covering-physician", inboxes: 1 } },
      { routing: own },
      { routing: { type: "covering-physician", inboxes: 2 } },
    ],
  ])("%s", (_, idle, without, active) => {
    const expected = account(without);
    expect(account(idle)).toEqual(expected);
    expect(account(active)).not.toEqual(expected);
  });
});

describe("one physician who knows everybody", () => {
  test.each<[string, Policies["routing"]]>([
    ["is a pool", { type: "physician-pool" }],
    ["rotates with nobody", { type: "rotating-physician", turn: 1 }],
    ["is the least loaded", { type: "least-loaded" }],
    ["releases to nobody else", { type: "own-then-pool", after: 60 }],
  ])("%s", (_, routing) => {
    expect(alone({ routing })).toEqual(alone({ routing: own }));
    expect(account({ routing: { type: "physician-pool" } })).not.toEqual(account({ routing: own }));
  });
});

test("a perfect algorithm is the same as urgency that is known", () => {
  const queue = { type: "urgent-first" } as const;
  const triage = { type: "none" } as const;
  const known = (thread: Thread): Thread => ({ ...thread, flagged: thread.urgent });
  const expected = accountOf(busyClinic({ queue, triage, flag: { type: "none" } }), known);
  const flagged = (sensitivity: number, falseAlarm: number) =>
    account({ queue, triage, flag: { type: "algorithm", sensitivity, falseAlarm } });
  expect(flagged(1, 0)).toEqual(expected);
  expect(flagged(0.8, 0)).not.toEqual(expected);
  expect(flagged(1, 0.1)).not.toEqual(expected);
});

test("nurses who read first, where there are none, are no triage", () => {
  const { teams, specialties } = busyClinic();
  const changes: Partial<Clinic> = {
    teams: teams.filter(({ role }) => role === "physician" || role === "resident"),
    specialties: specialties.map(({ calls: _, ...each }) => ({ ...each, otherWork: [] })),
  };
  const flag = { type: "none" } as const;
  const nursed = (shared: Partial<Clinic>) =>
    account({ flag, triage: { type: "nurse-first", ...reading } }, shared);
  const straight = (shared: Partial<Clinic>) => account({ flag, triage: { type: "none" } }, shared);
  expect(nursed(changes)).toEqual(straight(changes));
  expect(nursed({})).not.toEqual(straight({}));
});
