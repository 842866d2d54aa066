import { invariant } from "../../errors.ts";
import { pow } from "../../random/index.ts";
import { Tally } from "../../stats/index.ts";
import type { Observation } from "./observation.ts";
import { centreOf, chanceOf, type Standard, surplus } from "./standard.ts";

export type Verdict = "open" | "met" | "missed";

/** How far a standard has been tested. */
interface Course {
  readonly standard: Standard;
  readonly centre: number;
  /** Where the sum of surpluses starts to decide, and by how much less with every replication. */
  readonly start: number;
  readonly slope: number;
  sum: number;
  verdict: Verdict;
}

/**
 * Whether a plan meets every standard, told as soon as it can be: the fully sequential feasibility check of Andradóttir and Kim.
 *
 * Each standard's surpluses over the middle of its tolerance zone are summed until the sum leaves a triangle, whose size comes from the spread of
 * the first replications. With independent normal surpluses, a standard that is missed (ratio not better than its bound) is found met with probability
 * `error` at most, and one that is surely met (better than its bound by the tolerance) is found missed with probability `error` at most. A
 * plan is feasible when all standards are met (an intersection-union test: no standard's error is divided by their number), infeasible
 * as soon as one is missed. Andradóttir & Kim, Naval Research Logistics 57 (2010), 403–421, § 3.1, with c = 1.
 */
export class FeasibilityTest {
  readonly #courses: readonly Course[];
  readonly #first: number;
  #count: number;

  /** `first`: two replications or more, whose spread counts. `error` of each standard, above 0 and below ½. */
  constructor(standards: readonly Standard[], first: readonly Observation[], error: number) {
    invariant(first.length >= 2, "a feasibility test begins with two replications or more");
    invariant(error > 0 && error < 0.5, "an error lies between 0 and ½");
    this.#first = first.length;
    this.#count = 0;
    const h2 = (first.length - 1) * (pow(2 * error, -2 / (first.length - 1)) - 1);
    this.#courses = standards.map((standard) => courseOf(standard, first, h2));
    this.add(first);
  }

  /** Takes the next replications, however many. */
  add(block: readonly Observation[]): void {
    this.#count += block.length;
    for (const course of this.#courses) {
      if (course.verdict !== "open") continue;
      for (const each of block) course.sum += surplus(course.standard, each, course.centre);
      const edge = Math.max(0, course.start - course.slope * this.#count);
      if (course.sum < 0 && course.sum <= -edge) course.verdict = "missed";
      else if (course.sum >= edge) course.verdict = "met";
    }
  }

  get count(): number {
    return this.#count;
  }

  /** Of each standard; those that are still open when another is missed stay so. */
  get verdicts(): readonly Verdict[] {
    return this.#courses.map(({ verdict }) => verdict);
  }

  get verdict(): Verdict {
    if (this.#courses.some(({ verdict }) => verdict === "missed")) return "missed";
    return this.#courses.every(({ verdict }) => verdict === "met") ? "met" : "open";
  }

  /** Replications after which it is over at the latest. */
  get most(): number {
    const open = this.#courses.filter(({ verdict }) => verdict === "open");
    return open.reduce((most, { start, slope }) => Math.max(most, Math.ceil(start / slope)), this.#first);
  }

  /** The verdict if nothing more can be run: standards that are still open go by the sign of their sums. */
  forced(): Verdict {
    return this.#courses.every(({ verdict, sum }) => verdict === "met" || (verdict === "open" && sum >= 0))
      ? "met"
      : "missed";
  }
}

function courseOf(standard: Standard, first: readonly Observation[], h2: number): Course {
  const centre = centreOf(standard);
  const spread = new Tally();
  const sizes = new Tally();
  let endless = false;
  for (const each of first) {
    const value = surplus(standard, each, centre);
    endless ||= !Number.isFinite(value);
    if (Number.isFinite(value)) spread.add(value);
    sizes.add(each[2 * standard.measure + 1]!);
  }
  const size = sizes.mean;
  const variance = Math.max(spread.variance, size * chanceOf(standard));
  const zone = (standard.tolerance / 2) * size;
  return {
    standard,
    centre,
    start: endless || zone === 0 ? 0 : (h2 * variance) / (2 * zone),
    slope: zone === 0 ? 1 : zone / 2,
    sum: 0,
    verdict: "open",
  };
}
