import { describe, expect, test } from "vitest";
import { OwnPhysicians, panelWeights } from "../../src/model/draws/own-physicians.ts";
import { compile, drawWorld } from "../../src/model/index.ts";
import { named } from "./named-person.ts";
import { NURSE, PHYSICIAN, withDemand } from "./plain-clinic.ts";
import { chiSquareP } from "./statistics.ts";

const PATIENTS = 20_000;

/** Everybody's physician, where they take patients by such weights. */
function physiciansOf(weights: readonly number[], key = { hi: 7, lo: 9 }): readonly number[] {
  const physicians = new OwnPhysicians(key, PATIENTS, weights);
  return Array.from({ length: PATIENTS }, (_, patient) => physicians.of(patient));
}

function counts(physicians: readonly number[], count: number): number[] {
  const seen = new Array<number>(count).fill(0);
  for (const ordinal of physicians) seen[ordinal]! += 1;
  return seen;
}

const inParts = (weights: readonly number[]) => {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => (weight / sum) * PATIENTS);
};

/** Who is whose after a change that was another's before: by patient, from and to. */
function moves(before: readonly number[], after: readonly number[]): readonly (readonly [number, number])[] {
  return before.flatMap((from, patient) =>
    after[patient] === from ? [] : [[from, after[patient]!] as const],
  );
}

describe("patients' own physicians", () => {
  const weights = [1, 0.5, 2, 1];
  const before = physiciansOf(weights);

  test("have their shares of the panel", () => {
    expect(chiSquareP(counts(before, 4), inParts(weights))).toBeGreaterThan(0.001);
    expect(chiSquareP(counts(before, 4), inParts([1, 1, 1, 1]))).toBeLessThan(0.001);
    expect(chiSquareP(counts(physiciansOf([1, 1, 1]), 3), inParts([1, 1, 1]))).toBeGreaterThan(0.001);
  });

  test("do not depend on the scale of the shares, nor on the order in which patients write", () => {
    expect(physiciansOf(weights.map((weight) => 4 * weight))).toEqual(before);
    const physicians = new OwnPhysicians({ hi: 7, lo: 9 }, PATIENTS, weights);
    const backwards = Array.from({ length: PATIENTS }, (_, i) => physicians.of(PATIENTS - 1 - i)).reverse();
    expect(backwards).toEqual(before);
  });

  test("a newcomer takes patients from all alike, as many as the share says, and moves no others", () => {
    const moved = moves(before, physiciansOf([...weights, 1]));
    expect(moved.every(([, to]) => to === 4)).toBe(true);
    const from = counts(
      moved.map(([owner]) => owner),
      4,
    );
    const expected = counts(before, 4).map((patients) => patients / 5.5);
    expect(chiSquareP(from, expected)).toBeGreaterThan(0.001);
  });

  test("a greater share only brings patients to that physician, a smaller one only takes them away", () => {
    const more = moves(before, physiciansOf([1, 1, 2, 1]));
    expect(more.length).toBeGreaterThan(0);
    expect(more.every(([, to]) => to === 1)).toBe(true);
    const less = moves(before, physiciansOf([1, 0.5, 1, 1]));
    expect(less.every(([from]) => from === 2)).toBe(true);
    // Two parts of 4.5 become one of 3.5: what leaves is the difference.
    expect(Math.abs(less.length / PATIENTS - (2 / 4.5 - 1 / 3.5))).toBeLessThan(
      4 * Math.sqrt(0.16 / PATIENTS),
    );
    const gone = physiciansOf([1, 0.5, 0, 1]);
    expect(gone.includes(2)).toBe(false);
    expect(moves(before, gone).every(([from]) => from === 2)).toBe(true);
  });

  test("there is none without physicians; where nobody takes patients, all do", () => {
    expect(new Set(physiciansOf([]))).toEqual(new Set([-1]));
    const people = [named(PHYSICIAN, "a", { panelShare: 0 }), named(PHYSICIAN, "b", { panelShare: 0 })];
    expect(panelWeights({ ...PHYSICIAN, people })).toEqual([1, 1]);
  });

  test("are those of the people named, one part for each of the others", () => {
    const busy = withDemand({ rate: 20 / 525_600 });
    const people = [
      named(PHYSICIAN, "half-timer", { panelShare: 0.5 }),
      named(PHYSICIAN, "chief", { panelShare: 2 }),
    ];
    const teams = [NURSE, { ...PHYSICIAN, count: 4, people }];
    const { threads } = drawWorld(compile({ ...busy, teams }, []), 3, 0);
    const owners = new Map(threads.map(({ patient, person }) => [patient, person]));
    const parts = [0.5, 2, 1, 1].map((share) => (share / 4.5) * owners.size);
    expect(owners.size).toBeGreaterThan(900);
    expect(chiSquareP(counts([...owners.values()], 4), parts)).toBeGreaterThan(0.001);
    expect(threads.every(({ patient, person }) => owners.get(patient) === person)).toBe(true);
  });
});
