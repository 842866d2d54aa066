import { InputError } from "../../errors.ts";
import type { Patch } from "../../scenario/index.ts";
import type { Decision } from "./decision.ts";

/** Every combination of the decisions' levels. Plans are numbered from 0; the last decision changes from one to the next. */
export interface PlanGrid {
  readonly decisions: readonly Decision[];
  readonly size: number;
  /** Levels of a plan, in order of the decisions. */
  levels(plan: number): readonly number[];
  /** The plan with these levels. */
  at(levels: readonly number[]): number;
  name(plan: number): string;
  patch(plan: number): Patch;
}

const MOST_PLANS = 2_000;

/** Throws InputError where there is nothing to decide, or too much, or two decisions change the same place. */
export function planGrid(decisions: readonly Decision[]): PlanGrid {
  const size = decisions.reduce((product, { levels }) => product * levels.length, 1);
  if (decisions.length === 0) {
    throw fault("nothing-to-decide", "there is nothing to decide", EXAMPLE);
  }
  if (size > MOST_PLANS) {
    const sizes = decisions.map(({ levels }) => levels.length).join(" × ");
    throw fault("too-many-plans", `${sizes} plans are more than ${MOST_PLANS}`, "decide less at a time");
  }
  checkPlaces(decisions);
  const levelsOf = (plan: number) => {
    let rest = plan;
    return decisions
      .toReversed()
      .map(({ levels }) => {
        const level = rest % levels.length;
        rest = Math.floor(rest / levels.length);
        return level;
      })
      .toReversed();
  };
  return {
    decisions,
    size,
    levels: levelsOf,
    at: (levels) => levels.reduce((plan, level, i) => plan * decisions[i]!.levels.length + level, 0),
    name: (plan) =>
      levelsOf(plan)
        .map((level, i) => levelText(decisions[i]!, level))
        .join(" · "),
    patch: (plan) =>
      Object.assign({}, ...levelsOf(plan).map((level, i) => decisions[i]!.levels[level]!.patch)) as Patch,
  };
}

/** A level in words: what it is of, where that cannot be told from itself. */
export function levelText({ name, levels }: Decision, level: number): string {
  const { text } = levels[level]!;
  return /^-?[\d.]+$/.test(text) ? `${name} ${text}` : `${name}: ${text}`;
}

const EXAMPLE =
  'say what with --vary staff.triage-nurse.count=1..4, or in the scenario: "staffing": {"vary": {"staff.triage-nurse.count": "1..4"}}';

function checkPlaces(decisions: readonly Decision[]): void {
  const owners = new Map<string, string>();
  for (const { name, levels } of decisions) {
    for (const place of new Set(levels.flatMap(({ patch }) => Object.keys(patch)))) {
      const other = owners.get(place);
      if (other !== undefined) {
        throw fault(
          "decided-twice",
          `“${other}” and “${name}” both change ${place}`,
          "decide it in one place",
        );
      }
      owners.set(place, name);
    }
  }
}

function fault(code: string, message: string, hint: string): InputError {
  return new InputError([{ code, path: "staffing.vary", message, hint, severity: "error" }]);
}
