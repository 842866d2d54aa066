import type { UncertainInput } from "../inputs/uncertain-input.ts";

export const SENSITIVITY_METHODS = ["tornado", "morris", "sobol"] as const;
export type SensitivityMethod = (typeof SENSITIVITY_METHODS)[number];

/** What a design needs to know of an input: whether it is a choice, and among how many. */
export type InputKind = Pick<UncertainInput, "range">;

/** Points to simulate, by where each input is in its range. Points are numbered from 1. */
export interface SensitivityDesign {
  readonly method: SensitivityMethod;
  readonly size: number;
  /** Sets of worlds: points of one set meet the same ones, so that only their inputs differ; other sets have others. */
  readonly sets: number;
  /** The set of a point, from 0. */
  setOf(point: number): number;
  /** Of each input its `u`, 0 ≤ u ≤ 1, or undefined: as it is written. */
  at(point: number): readonly (number | undefined)[];
}

/** How many choices an input has; undefined for a number. */
export function choicesOf({ range }: InputKind): number | undefined {
  return range.kind === "choice" ? range.values.length : undefined;
}

/** The middle of the part of the unit interval that stands for a choice. */
export function middleOf(choice: number, choices: number): number {
  return (choice + 0.5) / choices;
}
