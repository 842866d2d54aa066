import { createStream } from "../../random/index.ts";
import type { Interval } from "../../stats/index.ts";
import { restrictionsOf } from "./box.ts";
import { type BoxContent, contentOf } from "./box-score.ts";
import { type CrossValidation, crossValidate } from "./cross-validate.ts";
import type { DiscoveryTable } from "./discovery-table.ts";
import { findBox } from "./find-box.ts";
import { permutationTest } from "./permutation-test.ts";
import { testRestrictions } from "./prune.ts";
import { type RuleCondition, ruleOf } from "./rule.ts";
import { shuffled } from "./shuffled.ts";

export interface DiscoverOptions {
  /** Of what is drawn: folds, permutations, a choice of points. */
  readonly seed: number;
  /** The part of a box that one peel takes off, 0 … 0.5. */
  readonly peel: number;
  /** The least part of the points that a rule may be about, 0 … 1. */
  readonly leastMass: number;
}

/** A condition of the rule, and what speaks for it. */
export interface DiscoveredCondition extends Omit<RuleCondition, "restrictions"> {
  /** How easily chance alone makes it look worth having. */
  readonly quasiP: number;
  /** In how many of the ten folds' rules the factor is held on that side too. */
  readonly folds: number;
}

/** What a box holds of the points. */
interface Held {
  readonly points: number;
  /** Share of the points. */
  readonly mass: number;
  /** Share of what lies in it that fails. */
  readonly density: number;
  /** Share of all that fails which lies in it. */
  readonly coverage: number;
}

export interface DiscoveredTradeOff extends Held {
  readonly conditions: readonly Omit<RuleCondition, "restrictions">[];
}

/** Share of all points that fails, and when they do. Plain data. */
export interface Discovery {
  /** Points that were searched. */
  readonly points: number;
  readonly failing: number;
  /**
   * `rule`: there is one; `none`: failing has to do with none of the factors, as far as these points tell; `always` and
   * `never`: there is nothing to tell apart.
   */
  readonly verdict: "rule" | "none" | "always" | "never";
  /** How likely a search like this finds as much where there is nothing; NaN where nothing was searched. */
  readonly p: number;
  readonly confidence: number;
  /** Only of a rule. */
  readonly rule?: Held & {
    readonly conditions: readonly DiscoveredCondition[];
    /** What such rules do with points that had no say in them. */
    readonly heldOut: { readonly points: number; readonly density: Ends; readonly coverage: Ends };
  };
  /** Narrower and narrower boxes, of which the rule is one. */
  readonly tradeOffs: readonly DiscoveredTradeOff[];
  /** By row of the table: whether it lies in the rule. */
  readonly inside: readonly boolean[];
}

type Ends = Pick<Interval, "estimate" | "low" | "high">;

const CONFIDENCE = 0.95;
/** Greatest probability of chance with which there is a rule, and with which a condition stays. */
const LEVEL = 0.05;
/** Points of a box at least, however few there are. */
const FEWEST = 10;
/** Points that are searched at most, and of those for the test: a random choice of more. */
const MOST = { search: 5_000, test: 1_000 } as const;

/** The least number of points that can be searched. */
export const FEWEST_POINTS = 2 * FEWEST;

/**
 * Scenario discovery: the part of the design in which points fail, as a rule, by PRIM (Friedman & Fisher 1999; Bryant & Lempert 2010), with
 * what it does with points that it has not seen. README.md says how. The same for the same table and options. Throws RangeError on
 * fewer than `FEWEST_POINTS` rows.
 */
export function discover(table: DiscoveryTable, { seed, peel, leastMass }: DiscoverOptions): Discovery {
  const { factors, failing } = table;
  if (failing.length < FEWEST_POINTS) {
    throw new RangeError(`scenario discovery needs ${FEWEST_POINTS} points, got ${failing.length}`);
  }
  const streamOf = (what: string) => createStream(seed, 0, `discovery: ${what}`);
  const all = table.points.map((_, row) => row);
  const some = (most: number) =>
    all.length <= most
      ? all
      : shuffled(all, streamOf(`${most} points`))
          .slice(0, most)
          .sort((a, b) => a - b);
  const rows = some(MOST.search);
  const whole = contentOf([], factors, failing, all);
  const shared = { points: rows.length, failing: whole.density, confidence: CONFIDENCE };
  const nothing = { p: Number.NaN, tradeOffs: [], inside: all.map(() => false) };
  if (whole.failing === 0) return { ...shared, verdict: "never", ...nothing };
  if (whole.failing === all.length) return { ...shared, verdict: "always", ...nothing };

  const optionsFor = (count: number) => ({
    share: peel,
    least: Math.max(FEWEST, Math.ceil(leastMass * count)),
    level: LEVEL,
  });
  const tested = some(MOST.test);
  const p = permutationTest(factors, failing, tested, optionsFor(tested.length), streamOf("permutations"));
  const { box, tradeOffs: found } = findBox(factors, failing, rows, optionsFor(rows.length));
  const tradeOffs = found.map((each) => ({
    ...heldOf(each.content),
    conditions: ruleOf(each.box, factors).map(({ restrictions: _, ...said }) => said),
  }));
  const conditions = ruleOf(box, factors);
  if (p > LEVEL || conditions.length === 0) {
    return { ...shared, verdict: "none", p, tradeOffs, inside: nothing.inside };
  }
  const held = crossValidate(
    factors,
    failing,
    rows,
    optionsFor(rows.length * 0.9),
    CONFIDENCE,
    streamOf("folds"),
  );
  const quasi = testRestrictions(box, factors, failing, rows);
  const content = contentOf(box, factors, failing, all);
  const isInside = new Set(content.rows);
  return {
    ...shared,
    verdict: "rule",
    p,
    rule: {
      ...heldOf(content),
      conditions: conditions.map(({ restrictions, ...said }) => ({
        ...said,
        quasiP: quasi
          .filter((each) => restrictions.some((own) => isSame(own, each)))
          .reduce((most, each) => Math.max(most, each.p), 0),
        folds: foldsWith(held, restrictions),
      })),
      heldOut: { points: held.rows, density: endsOf(held.density), coverage: endsOf(held.coverage) },
    },
    tradeOffs,
    inside: all.map((row) => isInside.has(row)),
  };
}

type Side = RuleCondition["restrictions"][number];

function isSame(a: Side, b: Side): boolean {
  return a.factor === b.factor && a.end === b.end;
}

function foldsWith({ boxes }: CrossValidation, sides: readonly Side[]): number {
  return boxes.filter((box) => {
    const own = restrictionsOf(box);
    return sides.every((side) => own.some((each) => isSame(each, side)));
  }).length;
}

function heldOf({ rows, mass, density, coverage }: BoxContent): Held {
  return { points: rows.length, mass, density, coverage };
}

function endsOf({ estimate, low, high }: Interval): Ends {
  return { estimate, low, high };
}
