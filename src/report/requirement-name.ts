import type { StaffingAnswer } from "../experiment/index.ts";
import { givenText, shortUnit } from "./staffing-values.ts";

type Requirements = Pick<StaffingAnswer, "requirements">;

/** A requirement in words: its label, and its bound where another requirement has the same label. */
export function requirementName({ requirements }: Requirements, place: number): string {
  const { label, direction, bound, unit } = requirements[place]!;
  const isAlone = requirements.filter((each) => each.label === label).length === 1;
  return isAlone ? label : `${label} (${direction} ${givenText(bound, shortUnit(unit))})`;
}

export function requirementNames(answer: Requirements, places: readonly number[]): readonly string[] {
  return places.map((place) => requirementName(answer, place));
}
