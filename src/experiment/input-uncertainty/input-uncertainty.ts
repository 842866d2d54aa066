import { invariant } from "../../errors.ts";
import { type Model, type ReplicationResult, responseDefinitions } from "../../model/index.ts";
import { countWins, type Group, type NestedInterval, nestedInterval } from "../../stats/index.ts";
import { type Caution, estimandName } from "../analysis.ts";
import { type CommonResponse, commonResponses } from "../common-responses.ts";
import type { ComparisonRow, Conclusion } from "../comparison.ts";
import type { Executor } from "../executor.ts";
import type { UncertainInput } from "../inputs/uncertain-input.ts";
import { type DrawSide, drawDifference, drawGroup } from "./draw-group.ts";
import type { DrawPreparer, PreparedDraw } from "./prepare-draw.ts";
import { type RunDrawsOptions, runDraws } from "./run-draws.ts";
import type { UncertaintyPlan } from "./uncertainty-plan.ts";

type Named = Pick<
  ComparisonRow,
  "response" | "label" | "group" | "unit" | "better" | "headline" | "estimand"
>;

/** A response of one alternative, over all that its inputs may be. In the unit of the response. */
export interface UncertaintyRow extends Named, NestedInterval {}

/** What an alternative makes of it against the base, in the same worlds at the same inputs: `estimate` and ends are of the difference. */
export interface UncertaintyDifference extends Named, NestedInterval {
  readonly primary: boolean;
  readonly base: number;
  readonly own: number;
  /** Draws in which the alternative is better (higher, of a response that is neither), as good, and worse. */
  readonly wins: number;
  readonly ties: number;
  readonly losses: number;
  readonly smallestDifference?: number;
  readonly conclusion: Conclusion;
}

export interface UncertainAlternative {
  readonly name: string;
  /** Inputs that are not drawn here, because it sets them itself. */
  readonly fixed: readonly string[];
  readonly rows: readonly UncertaintyRow[];
  /** Of all but the base. */
  readonly differences: readonly UncertaintyDifference[];
}

/** What two levels of an experiment say. Plain data; equal for equal results, whatever the order in which they came. */
export interface InputUncertainty {
  readonly confidence: number;
  readonly seed: number;
  /** Draws that were run, and replications for each. */
  readonly draws: number;
  readonly inner: number;
  readonly inputs: readonly UncertainInput[];
  /** The base first. */
  readonly alternatives: readonly UncertainAlternative[];
  readonly primary: readonly string[];
  readonly cautions: readonly Caution[];
}

export interface CheckedDraws {
  /** Those that make a scenario of every alternative. */
  readonly sound: readonly number[];
  readonly overloaded: number;
  /** What is wrong with the others, the first of each kind. */
  readonly faults: readonly string[];
}

const CONFIDENCE = 0.95;
/** Draws below which the ends of a 95 % interval would lie beyond them all. */
export const FEWEST_DRAWS = 40;

/** Runs draws and takes them apart. `models` are those of the alternatives as they are written. Rejects as the executor does. */
export async function inputUncertainty(
  plan: UncertaintyPlan,
  models: readonly Model[],
  { sound, overloaded, faults }: CheckedDraws,
  preparer: DrawPreparer,
  executor: Executor,
  options: RunDrawsOptions & {
    /** Called in order of the draws. */
    readonly results?: (
      draw: PreparedDraw,
      results: readonly (readonly ReplicationResult[])[],
    ) => Promise<void>;
  } = {},
): Promise<InputUncertainty> {
  const { common } = commonResponses(models.map(responseDefinitions));
  invariant(
    plan.primary.every((name) => common.some(({ definition }) => definition.name === name)),
    "primary responses are common to all alternatives",
  );
  const groups = plan.alternatives.map(() => common.map((): (Group | undefined)[] => []));
  const differences = plan.alternatives.map(() => common.map((): (Group | undefined)[] => []));
  const complete = async (draw: PreparedDraw, results: readonly (readonly ReplicationResult[])[]) => {
    for (const [alternative, own] of results.entries()) {
      for (const [i, { definition, places }] of common.entries()) {
        const side: DrawSide = { place: places[alternative]!, results: own };
        groups[alternative]![i]!.push(drawGroup(definition, side));
        if (alternative === 0) continue;
        const base: DrawSide = { place: places[0]!, results: results[0]! };
        differences[alternative]![i]!.push(drawDifference(definition, side, base));
      }
    }
    await options.results?.(draw, results);
  };
  await runDraws(plan, sound, preparer.prepare, executor, complete, options);

  const rows = groups.map((own) => common.map((response, i) => rowOf(response, known(own[i]!))));
  return {
    confidence: CONFIDENCE,
    seed: plan.seed,
    draws: sound.length,
    inner: plan.inner,
    inputs: plan.inputs,
    alternatives: plan.alternatives.map(({ name }, alternative) => ({
      name,
      fixed: preparer.fixed[alternative]!,
      rows: rows[alternative]!,
      differences:
        alternative === 0
          ? []
          : common.map((response, i) =>
              differenceOf(response, known(differences[alternative]![i]!), plan, [
                rows[0]![i]!.estimate,
                rows[alternative]![i]!.estimate,
              ]),
            ),
    })),
    primary: plan.primary,
    cautions: cautionsOf(plan, sound.length, overloaded, faults),
  };
}

function known(groups: readonly (Group | undefined)[]): readonly Group[] {
  return groups.filter((group) => group !== undefined);
}

function named({ definition }: CommonResponse): Named {
  const { name: response, label, group, unit, better, headline, estimand } = definition;
  return { response, label, group, unit, better, headline, estimand: estimandName(estimand) };
}

function rowOf(response: CommonResponse, groups: readonly Group[]): UncertaintyRow {
  return { ...named(response), ...nestedInterval(groups, CONFIDENCE, response.definition.range) };
}

function differenceOf(
  response: CommonResponse,
  groups: readonly Group[],
  { primary, smallestDifferences }: UncertaintyPlan,
  [base, own]: readonly [base: number, own: number],
): UncertaintyDifference {
  const { name, better, range } = response.definition;
  const widest = range[1] - range[0];
  const interval = nestedInterval(groups, CONFIDENCE, [-widest, widest]);
  const values = groups.map(({ estimate }) => estimate);
  const wins = countWins(
    values,
    values.map(() => 0),
    better === "lower" ? "lower" : "higher",
  );
  const size = smallestDifferences[name];
  const margin = size === undefined ? undefined : size.relative ? size.amount * Math.abs(base) : size.amount;
  const isSize = margin !== undefined && margin > 0 && Number.isFinite(margin);
  return {
    ...named(response),
    ...interval,
    primary: primary.includes(name),
    base,
    own,
    ...wins,
    ...(isSize ? { smallestDifference: margin } : {}),
    conclusion: conclusionOf(interval, better, wins, isSize ? margin : undefined),
  };
}

function conclusionOf(
  { low, high, n }: NestedInterval,
  better: Named["better"],
  { ties }: { readonly ties: number },
  margin: number | undefined,
): Conclusion {
  if (n > 0 && ties === n) return "same";
  if (margin !== undefined && low > -margin && high < margin) return "alike";
  if (!(low > 0 || high < 0)) return "unclear";
  const isHigher = low > 0;
  if (better === "neither") return isHigher ? "higher" : "lower";
  return isHigher === (better === "higher") ? "better" : "worse";
}

function cautionsOf(
  { draws, alternatives }: UncertaintyPlan,
  run: number,
  overloaded: number,
  faults: readonly string[],
): readonly Caution[] {
  const cautions: Caution[] = [];
  if (run < draws) {
    const message = `${draws - run} of ${draws} draws make no scenario and are left out, as if such inputs could not be: ${faults.join("; ")}`;
    cautions.push({ code: "unsound-draws", message });
  }
  if (overloaded > 0) {
    const some = alternatives.length > 1 ? "a team, with the base or an alternative," : "a team";
    const message = `in ${overloaded} of ${run} draws ${some} is asked for more than its hours: its backlog grows for as long as the run lasts, so waits there say how long that was`;
    cautions.push({ code: "overload", message });
  }
  return cautions;
}
