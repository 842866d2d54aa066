import { quantile } from "../../stats/index.ts";
import { type Check, checkSize } from "./check.ts";
import type { NotJudged } from "./measure.ts";

/** Weeks at the beginning of a record whose messages wait in lines that the model has to fill first. */
const FILLING = 2;
/** Of a share: how far a lasting step may go that is not worth telling. */
const STEP = 0.1;
/** Fewer replications than these are no proof of what does not happen by chance. */
const FEWEST_REPLICATIONS = 20;
/** A change has at least so many weeks on either side. */
const FEWEST_WEEKS = 6;

/** The week from which on errors are others than before, and by how much. */
export interface Change {
  readonly week: number;
  /** Median error from that week on, less that before: a few weeks apart from all others make no lasting step. */
  readonly step: number;
}

/**
 * The most likely change in a course of weekly errors: the split at which the means before and after differ most, weighted by √(before × after / all)
 * as in a CUSUM; undefined where there are too few weeks. NaN weeks are left out.
 */
export function findChange(errors: readonly number[]): (Change & { readonly size: number }) | undefined {
  const there = errors.flatMap((error, week) => (Number.isNaN(error) ? [] : [{ error, week }]));
  const count = there.length;
  const total = there.reduce((sum, { error }) => sum + error, 0);
  let best: { readonly k: number; readonly size: number } | undefined;
  let before = 0;
  for (let k = 1; k < count; k += 1) {
    before += there[k - 1]!.error;
    if (k < FEWEST_WEEKS || count - k < FEWEST_WEEKS) continue;
    const step = (total - before) / (count - k) - before / k;
    const size = Math.abs(step) * Math.sqrt((k * (count - k)) / count);
    if (best === undefined || size > best.size) best = { k, size };
  }
  if (best === undefined) return undefined;
  const { k, size } = best;
  const median = (part: typeof there) =>
    quantile(
      part.map(({ error }) => error).sort((a, b) => a - b),
      0.5,
    );
  return { week: there[k]!.week, step: median(there.slice(k)) - median(there.slice(0, k)), size };
}

/** What is made of the most likely change of a record. */
export interface JudgedChange extends Change {
  readonly check: Check | NotJudged;
  /** Neither this step nor how well it stands out is met in any replication of the model, of twenty at least. */
  readonly isSure: boolean;
}

const STEP_LABEL = "lasting step of the share in time that the model does not have";

/**
 * Where the weekly shares in time of a record depart from those of replications and stay away; why it cannot be said where there are too few weeks. Each
 * replication is held against the others, as the record is against all.
 */
export function changeOf(
  recorded: readonly number[],
  replications: readonly (readonly number[])[],
): JudgedChange | NotJudged {
  const errors = (course: readonly number[], others: readonly (readonly number[])[]) =>
    course.map((value, week) => {
      const sum = others.reduce((total, each) => total + each[week]!, 0);
      return week < FILLING ? Number.NaN : value - sum / others.length;
    });
  const found = findChange(errors(recorded, replications));
  if (found === undefined) {
    return {
      what: STEP_LABEL,
      why: `fewer than ${2 * FEWEST_WEEKS} weeks with enough messages`,
      isPart: false,
    };
  }
  const usual = replications.map((course, own) =>
    findChange(
      errors(
        course,
        replications.filter((_, other) => other !== own),
      ),
    ),
  );
  const check = checkSize(
    {
      stage: "replies",
      label: STEP_LABEL,
      scale: "share",
      tolerance: STEP,
      mend: "what changed in the clinic then: a timeline tells it, or a scenario of its own from then on",
    },
    Math.abs(found.step),
    usual.map((change) => Math.abs(change?.step ?? 0)),
  );
  const isSure =
    usual.length >= FEWEST_REPLICATIONS &&
    usual.every(
      (change) => found.size > (change?.size ?? 0) && Math.abs(found.step) > Math.abs(change?.step ?? 0),
    ) &&
    Math.abs(found.step) > STEP;
  return { week: found.week, step: found.step, check, isSure };
}
