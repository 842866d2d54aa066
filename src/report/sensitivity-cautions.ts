import { isTold, movingEffects, sizeOf } from "../experiment/index.ts";
import { settingText } from "./input-text.ts";
import { brief, percent } from "./number.ts";
import type { SensitivitySummary } from "./sensitivity-summary.ts";
import { counted, listed } from "./words.ts";

/** Half of an interval of an index that is narrow enough to rank by. */
const NARROW = 0.1;
/** The seed's share of a run's variance from which a reader is told. */
const MUCH = 0.5;

/** What a reader must know before believing a ranking; `names`: of the inputs. */
export function sensitivityCautions(
  summary: SensitivitySummary,
  names: readonly string[],
): readonly string[] {
  return [
    ...crossingCautions(summary, names),
    ...overloadCautions(summary),
    ...undefinedCautions(summary),
    ...precisionCautions(summary),
    ...leftOutCautions(summary),
  ];
}

/** For each team, the ranges in which its load crosses 1. */
function crossingCautions(
  { crossings, inputs }: SensitivitySummary,
  names: readonly string[],
): readonly string[] {
  return [...new Set(crossings.map(({ team }) => team))].map((team) => {
    const own = crossings.filter((each) => each.team === team);
    const places = own.map(({ input, value, load }) => {
      const much = Number.isFinite(load) ? `${brief(load, 2)} times` : "work without";
      return `${names[input]} (${much} its hours at ${settingText(inputs[input]!, value)})`;
    });
    const many = own.length === 1 ? "a range crosses" : `${own.length} ranges cross`;
    return `${many} load 1 for ${team}, all else as written: ${listed(places)}`;
  });
}

function overloadCautions({ overloadedPoints, points, responses }: SensitivitySummary): readonly string[] {
  if (overloadedPoints === 0) return [];
  const unbounded = responses.filter((response) => response.unbounded).map(({ label }) => label);
  const where = `at ${overloadedPoints} of ${counted(points, "point")} some team has more work than hours, so its backlog grows for as long as the run lasts`;
  return [
    unbounded.length === 0
      ? `${where}; the responses here stay within bounds, but are those of a run of this length`
      : `${where}; what is said of ${listed(unbounded)} there measures how long the run is`,
  ];
}

function undefinedCautions({ undefinedAt, points }: SensitivitySummary): readonly string[] {
  return undefinedAt.map(
    ({ label, points: at }) =>
      `${label} is left out: at ${at} of ${counted(points, "point")} it is not a number in every replication`,
  );
}

function precisionCautions({ method, sets, replications, responses }: SensitivitySummary): readonly string[] {
  const cautions: string[] = [];
  if (method === "tornado" && replications < 5) {
    cautions.push(
      `${counted(replications, "replication")} of a point are few: use at least 5, so that intervals can be relied on`,
    );
  }
  if (method === "morris" && sets < 10) {
    cautions.push(`${sets} trajectories are few: use at least 10, so that the order can be relied on`);
  }
  if (method !== "sobol") return cautions;
  if ((sets & (sets - 1)) !== 0)
    cautions.push(`${sets} rows are no power of two: only then are Sobol' points balanced`);
  for (const response of responses) {
    const { label, seedShare } = response;
    if (seedShare === undefined || Number.isNaN(seedShare.estimate)) continue;
    if (!isTold(response)) {
      cautions.push(
        `what the inputs do to ${label} cannot be told from chance with ${sets} rows: ask for more --points or --replications`,
      );
      continue;
    }
    if (seedShare.estimate > MUCH) {
      cautions.push(
        `${percent(seedShare.estimate, 0)} of a single run's variance in ${label} comes from its seed: one run says little of it`,
      );
    }
    const widest = Math.max(
      ...movingEffects(response)
        .filter((effect) => sizeOf(effect) >= NARROW)
        .map(({ total }) => (total!.high - total!.low) / 2),
    );
    if (widest > NARROW) {
      const needed = (sets * widest * widest) / (NARROW * NARROW);
      cautions.push(
        `the largest indices of ${label} are known to ± ${brief(100 * widest, 0)} points: about ${nextPowerOfTwo(needed)} rows (--points) would make that ± ${100 * NARROW}`,
      );
    }
  }
  return cautions;
}

function nextPowerOfTwo(count: number): number {
  let power = 1;
  while (power < count) power *= 2;
  return power;
}

function leftOutCautions({ leftOut }: SensitivitySummary): readonly string[] {
  const reasons = [...new Set(leftOut.map(({ why }) => why))];
  return reasons.map((why) => {
    const paths = leftOut.filter((each) => each.why === why).map(({ path }) => path);
    return `not varied: ${listed(paths)}: ${why}`;
  });
}
