import { describe, expect, it } from "vitest";
import type { Estimate } from "./batch-means.ts";

/** Factors by which a simulated model differs from the one that the theory speaks of, and of its number of customers. */
export interface Trial {
  readonly arrivalRate: number;
  readonly serviceMean: number;
  readonly customers: number;
}

type Simulate = (trial: Trial) => Readonly<Record<string, Estimate>>;

const RIGHT: Trial = { arrivalRate: 1, serviceMean: 1, customers: 1 };
/** Half the customers must do to notice: what is seen in the wider interval is seen in the narrower one all the more. */
const WRONG: readonly (readonly [string, Trial])[] = [
  ["arrival rate", { arrivalRate: 1.05, serviceMean: 1, customers: 0.5 }],
  ["service mean", { arrivalRate: 1, serviceMean: 1.05, customers: 0.5 }],
];

/**
 * Promises that a simulation agrees with theory, and that the comparison would notice a model that is off by 5 %: then
 * every one of its intervals excludes the theory.
 */
export function agrees(model: string, theory: Readonly<Record<string, number>>, simulate: Simulate): void {
  const names = Object.keys(theory);
  const inside = (estimates: Readonly<Record<string, Estimate>>): readonly string[] =>
    names.filter((name) => estimates[name]!.low <= theory[name]! && theory[name]! <= estimates[name]!.high);

  describe(model, () => {
    it("agrees with theory within a 99.9 % interval of at most ±2 %", () => {
      const estimates = simulate(RIGHT);
      for (const name of names) expect(estimates[name]!.halfWidth, name).toBeLessThanOrEqual(0.02);
      expect(inside(estimates)).toEqual(names);
    });

    it.each(WRONG)("would be told from one whose %s is a twentieth higher", (_, trial) => {
      expect(inside(simulate(trial))).toEqual([]);
    });
  });
}
