import { describe, expect, test } from "vitest";
import {
  compile,
  drawWorld,
  type Policies,
  type Round,
  type Specialty,
  type Thread,
} from "../../src/model/index.ts";
import { READING, WHOLE, WHOLE_POLICIES, wholeClinic } from "./whole-clinic.ts";

const NONE = { type: "none" } as const;
const BARE: Partial<Policies> = {
  frontDoor: [],
  flag: NONE,
  sorting: NONE,
  triage: NONE,
  protocol: NONE,
  conversion: NONE,
  drafts: NONE,
};

function threadsOf(policies: Partial<Policies>, patch: Partial<Specialty> = {}): readonly Thread[] {
  const whole = wholeClinic("none", { ...BARE, ...policies });
  const run = { ...whole.run, warmUpDays: 0, lengthDays: 60 };
  const specialties = [{ ...WHOLE, patients: 6000, ...patch }];
  return drawWorld(compile({ ...whole, run, specialties }, []), 23, 1).threads;
}

/** Names of what differs between two threads or messages. */
function differences<T extends object>(one: T, other: T): (keyof T)[] {
  return (Object.keys(one) as (keyof T)[]).filter((name) => !Object.is(one[name], other[name]));
}

/** What differs anywhere, in threads and in those of their messages that both worlds have. */
function changesBetween(before: readonly Thread[], after: readonly Thread[]): readonly string[] {
  expect(after.length).toBe(before.length);
  const changes = new Set<string>();
  before.forEach((thread, i) => {
    for (const name of differences(thread, after[i]!)) if (name !== "rounds") changes.add(name);
    thread.rounds.forEach((round, r) => {
      const other = after[i]!.rounds[r];
      if (other === undefined) changes.add("fewer");
      else for (const name of differences(round, other)) changes.add(name);
    });
    if (after[i]!.rounds.length > thread.rounds.length) changes.add("more");
  });
  return [...changes].sort();
}

const bare = threadsOf({});

type Change = readonly [name: string, policies: Partial<Policies>, changes: readonly string[]];
const minutes = ["clerk", "nurse", "physician", "triage"];
const doorChanges: Readonly<Record<string, readonly string[]>> = {
  guidelines: ["displacedTo", "fewer", "followUpDelay", "turnedAwayBy", "callMinutes", "callPatience"],
  links: ["linkMinutes"],
  questions: [
    "answerDelay",
    "displacedTo",
    "fewer",
    "followUpDelay",
    "turnedAwayBy",
    "callMinutes",
    "callPatience",
  ],
  eligibility: ["displacedTo", "fewer", "followUpDelay", "turnedAwayBy", "callMinutes", "callPatience"],
  fee: ["displacedTo", "fewer", "followUpDelay", "turnedAwayBy", "callMinutes", "callPatience"],
  "length-limit": minutes,
  "thanks-filter": ["fewer", "followUpDelay", "turnedAwayBy"],
};
const changes: readonly Change[] = [
  ["flag", { flag: { type: "patient-flag", sensitivity: 0.5, falseAlarm: 0.1 } }, ["flagged"]],
  ["sorting", { sorting: WHOLE_POLICIES.sorting }, ["sortedTo"]],
  ["protocol", { protocol: WHOLE_POLICIES.protocol }, ["lowestRole"]],
  ["conversion", { conversion: WHOLE_POLICIES.conversion }, ["bookingMinutes", "fewer", "followUpDelay"]],
  ["drafts", { drafts: WHOLE_POLICIES.drafts }, ["physician"]],
  ["triage", { triage: { type: "nurse-first", ...READING } }, ["asks", "bounces", "prepare", "seenUrgent"]],
  ["routing", { routing: { type: "least-loaded" } }, []],
  ["queue", { queue: { type: "urgent-first" } }, []],
  ...WHOLE_POLICIES.frontDoor.map(
    (door): Change => [door.type, { frontDoor: [door] }, doorChanges[door.type]!],
  ),
];

describe("a policy decides what is its own, and leaves everything else as it was", () => {
  test.each(changes)("%s", (_, policies, expected) => {
    expect(changesBetween(bare, threadsOf(policies))).toEqual([...expected].sort());
  });

  test("and so do patients who lose patience", () => {
    expect(changesBetween(threadsOf({}, { impatience: {} }), bare)).toEqual(
      ["callDelay", "callMinutes", "callPatience", "chaserDelay", "duplicates", "emergencyDelay"].sort(),
    );
  });
});

describe("front doors in a list", () => {
  const { frontDoor } = WHOLE_POLICIES;
  const fee = frontDoor.find(({ type }) => type === "fee")!;
  const guidelines = frontDoor.find(({ type }) => type === "guidelines")!;
  const named = (doors: Policies["frontDoor"]) => (round: Round | undefined) =>
    round === undefined ? "never sent" : (doors[round.turnedAwayBy]?.type ?? "let in");
  const first = (doors: Policies["frontDoor"]) => {
    const by = named(doors);
    return threadsOf({ frontDoor: doors }).map(({ rounds }) => by(rounds[0]));
  };
  const alone = first([fee]);

  test("leave each other's messages alone, wherever they stand", () => {
    const guided = first([guidelines]);
    const expected = alone.map((by, i) => (guided[i] === "guidelines" ? "guidelines" : by));
    expect(first([guidelines, fee])).toEqual(expected);
    const feeFirst = alone.map((by, i) => (by === "fee" ? "fee" : guided[i]!));
    expect(first([fee, guidelines])).toEqual(feeFirst);
    expect(new Set(expected)).toEqual(new Set(["guidelines", "fee", "let in"]));
  });

  test("turn the same ones away when they turn more away", () => {
    const more = first([{ ...fee, deters: 0.3 } as typeof fee]);
    expect(alone.filter((by, i) => by === "fee" && more[i] !== "fee")).toEqual([]);
    const count = (list: readonly string[]) => list.filter((by) => by === "fee").length;
    expect(count(more) / count(alone)).toBeGreaterThan(2);
  });

  test("bring no message that was not there without them", () => {
    const through = threadsOf({ frontDoor });
    bare.forEach((thread, i) => {
      expect(through[i]!.rounds.length).toBeLessThanOrEqual(thread.rounds.length);
    });
  });
});
