import { log } from "../../random/index.ts";
import { quantile, sorted, studentTQuantile } from "../../stats/index.ts";
import { leastOf, type Measure, type NotJudged, type Scale, type Stage } from "./measure.ts";

/** Pointwise bands hold this share of replications. */
export const BAND = 0.9;
/** At least so many right models are found off in no measure, and so many in no size of a course. */
const CONFIDENCE = 0.95;

/** A comparison that could be off by more tolerances than this unseen says nothing: more is a D, if it is seen. */
const VAGUE = 4;

/** One comparison of what is recorded with what is predicted. Plain data. */
export interface Check {
  readonly stage: Stage;
  readonly label: string;
  readonly scale: Scale | "energy" | "path";
  readonly recorded: number;
  /** Median of replications, and the ends between which nine of ten lie. */
  readonly predicted: number;
  readonly low: number;
  readonly high: number;
  /** By how much the model is off in any case: what is left of the difference once the chance of record and model is taken off, in parts of the tolerance. */
  readonly off: number;
  /** How far it is off as the record has it: the difference itself, or, of a size, what is beyond that of 95 % of replications; in parts of the tolerance. */
  readonly apart: number;
  /** How far it could be off at most, with 95 % confidence in this comparison alone, in parts of the tolerance. */
  readonly atMost: number;
  /** How far off it might be without being found out, at the same level, in parts of the tolerance. */
  readonly blur: number;
  readonly headline: boolean;
  readonly mend: string;
  /** The part of the scenario of which nothing else tells. */
  readonly part?: string;
}

/**
 * Holds the record against replications, which are as likely as it is if the model is right: it is off by what exceeds t × s × √(1 + 1/R), s
 * being the spread of R replications and t Student's at the chance `risk` of finding a right model off, either way. Shares are compared by their
 * difference, hours and counts by the logarithm of their ratio; hours without end count as `most`. Where one of them has no value, nothing is
 * compared.
 */
export function checkMeasure<T>(
  measure: Measure<T>,
  recorded: T,
  replications: readonly T[],
  { risk, most }: { readonly risk: number; readonly most: number },
): Check | NotJudged {
  const { stage, label, scale, tolerance, headline, mend, part } = measure;
  const own = measure.of(recorded);
  const values = replications.map((each) => measure.of(each));
  const missing = missingIn(label, own, values);
  if (missing !== undefined) return missing;
  const least = leastOf(scale);
  const ended = (value: number) => (scale === "hours" ? Math.min(value, most) : value);
  const size = (value: number) => (scale === "share" ? value : log(ended(value) + least));
  const sizes = values.map(size);
  const count = sizes.length;
  const mean = sizes.reduce((sum, value) => sum + value, 0) / count;
  const sd = Math.sqrt(sizes.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (count - 1));
  const reach = (level: number) => studentTQuantile(1 - level / 2, count - 1) * sd * Math.sqrt(1 + 1 / count);
  const chance = reach(risk);
  const difference = Math.abs(size(own) - mean);
  const all = sorted(values);
  return {
    stage,
    label,
    scale,
    recorded: own,
    predicted: quantile(all, 0.5),
    low: quantile(all, (1 - BAND) / 2),
    high: quantile(all, (1 + BAND) / 2),
    off: Math.max(0, difference - chance) / tolerance,
    apart: difference / tolerance,
    atMost: (difference + reach(1 - CONFIDENCE)) / tolerance,
    blur: chance / tolerance,
    headline,
    mend,
    ...(part === undefined ? {} : { part }),
  };
}

/** That a comparison which found nothing could hardly have found anything, if so; headlines count for the grade themselves. */
export function tooVague({ label, part, headline, off, blur }: Check): readonly NotJudged[] {
  if (headline || off > 0 || blur <= VAGUE) return [];
  const why = `it could be off by ${Math.round(blur)} times what an A allows without being found out`;
  return [{ what: part ?? label, why, isPart: part !== undefined }];
}

/**
 * A check of how far the record is from the replications, by a size that each of them has, too, against all others: it is off by what exceeds the
 * size that 95 % of replications stay below.
 */
export function checkSize(
  terms: Pick<Check, "stage" | "label" | "scale" | "mend"> & { readonly tolerance: number },
  own: number,
  others: readonly number[],
): Check | NotJudged {
  const missing = missingIn(terms.label, own, others);
  if (missing !== undefined) return missing;
  const { tolerance, ...rest } = terms;
  const all = sorted(others);
  const off = Math.max(0, own - quantile(all, CONFIDENCE)) / tolerance;
  return {
    ...rest,
    recorded: own,
    predicted: quantile(all, 0.5),
    low: quantile(all, (1 - BAND) / 2),
    high: quantile(all, (1 + BAND) / 2),
    off,
    apart: off,
    atMost: own / tolerance,
    blur: quantile(all, CONFIDENCE) / tolerance,
    headline: false,
  };
}

/**
 * The chance of finding a right model off that each of these measures may have, so that it is 5 % for all of them together (Bonferroni). Headlines share one half
 * of it, all others the other half: there are few headlines, and they are to be known best.
 */
export function risksOf(measures: readonly Pick<Measure<never>, "headline">[]): {
  readonly headline: number;
  readonly other: number;
} {
  const headlines = measures.filter(({ headline }) => headline).length;
  const half = (1 - CONFIDENCE) / 2;
  return { headline: half / headlines, other: half / (measures.length - headlines) };
}

/** Why there is nothing to compare, where there is not. */
function missingIn(what: string, own: number, others: readonly number[]): NotJudged | undefined {
  if (Number.isNaN(own)) return { what, why: "the record has too little of it", isPart: false };
  const none = others.filter((value) => Number.isNaN(value)).length;
  if (none === 0) return undefined;
  return {
    what,
    why: `${none} of ${others.length} worlds of the model have too little of it`,
    isPart: false,
  };
}

/** Whether something could be compared. */
export function isCheck(found: Check | NotJudged): found is Check {
  return "off" in found;
}

/** How likely a replication of a right model is as far off as the record, at least (rank among them). */
export function chanceOf(own: number, others: readonly number[]): number {
  return (1 + others.filter((value) => value >= own).length) / (1 + others.length);
}
