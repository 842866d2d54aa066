import { type Bounds, UNKNOWN } from "./bounds.ts";
import { clusteredShare } from "./clustered-share.ts";
import { type DelayFit, fitDelay } from "./fit-delay.ts";
import { CHASER, DUPLICATE, FIRST, FOLLOW_UP, type OwnMessages, THANKS } from "./own-messages.ts";

/** What is learned of the threads of one topic, or of a specialty. */
export interface ThreadFit {
  /** First messages. */
  readonly threads: number;
  /** Messages that could have had a next one: answered, with time to see it. */
  readonly answered: number;
  /** Chance that a reply brings another message. */
  readonly followUp: Bounds;
  /** Of those, the share that says thank you. */
  readonly thanks: Bounds;
  /** Waking minutes from a reply to the next message; undefined where too few came. */
  readonly delay: DelayFit | undefined;
  readonly urgent: Bounds;
}

/** Of messages that `is` picks. Where the log does not tell of threads nothing is known of next messages; where it does not tell of replies, only of those after a first message. */
export function fitThreads(own: OwnMessages, is: (i: number) => boolean): ThreadFit {
  const { tells } = own;
  const came: number[] = [];
  const watched: number[] = [];
  const patients = new Patients(own);
  const [next, answered] = [patients.counts(), patients.counts()];
  const [thanks, later] = [patients.counts(), patients.counts()];
  const [urgent, told] = [patients.counts(), patients.counts()];
  let threads = 0;
  for (let i = 0; i < own.count; i += 1) {
    if (!is(i)) continue;
    const kind = own.kind[i]!;
    const patient = own.patient[i]!;
    if (kind === FIRST) {
      threads += 1;
      if (own.urgent[i]! >= 0) {
        told[patient]! += 1;
        urgent[patient]! += own.urgent[i]!;
      }
    }
    if (!tells.threads) continue;
    if (tells.replies && (kind === THANKS || (kind === FOLLOW_UP && !Number.isNaN(own.replied[i]!)))) {
      later[patient]! += 1;
      if (kind === THANKS) thanks[patient]! += 1;
    }
    if (kind > (tells.replies ? FOLLOW_UP : FIRST) || Number.isNaN(own.watchedFor[i]!)) continue;
    answered[patient]! += 1;
    if (Number.isNaN(own.nextAfter[i]!)) {
      if (own.watchedFor[i]! > 0) watched.push(own.watchedFor[i]!);
    } else {
      next[patient]! += 1;
      // At night no waking minute passes; a law of positive times has no place for exactly none.
      came.push(Math.max(own.nextAfter[i]!, 0.5));
    }
  }
  const delay = fitDelay({ came: Float64Array.from(came), watched: Float64Array.from(watched) });
  return {
    threads,
    answered: came.length + watched.length,
    followUp: widened(delay?.probability, clusteredShare(next, answered)),
    thanks: clusteredShare(thanks, later),
    delay,
    urgent: clusteredShare(urgent, told),
  };
}

/** The estimate of the law that knows of censoring, with an interval no narrower than patients' being alike asks for. */
function widened(law: Bounds | undefined, plain: Bounds): Bounds {
  if (law === undefined || Number.isNaN(law.low)) return plain;
  const ratio = Math.max(1, (plain.high - plain.low) / (law.high - law.low));
  return {
    estimate: law.estimate,
    low: Math.max(0, law.estimate - ratio * (law.estimate - law.low)),
    high: Math.min(1, law.estimate + ratio * (law.high - law.estimate)),
  };
}

/** What is learned of those who wait. */
export interface ChaserFit {
  /** Chance that somebody who waits for ever writes again. */
  readonly probability: Bounds;
  /** Waking minutes from sending to the chaser. */
  readonly delay: DelayFit | undefined;
  /** Of chasers, the share answered like a message of its own; NaN where the log does not tell of replies. */
  readonly duplicates: Bounds;
  readonly chasers: number;
  /** [waking min] Nine of ten messages had waited no longer than this when they were answered: nothing is known of what patients do much later. */
  readonly seenUntil: number;
}

/** Chasers as a function of waiting: a message that is answered takes with it what its patient would have done later, so it is censored then. */
export function fitChasers(own: OwnMessages, is: (i: number) => boolean): ChaserFit {
  const came: number[] = [];
  const watched: number[] = [];
  const patients = new Patients(own);
  const [again, all] = [patients.counts(), patients.counts()];
  let chasers = 0;
  for (let i = 0; i < own.count; i += 1) {
    if (!is(i)) continue;
    const kind = own.kind[i]!;
    if (kind === CHASER || kind === DUPLICATE) {
      chasers += 1;
      if (Number.isNaN(own.replied[i]!) && Number.isNaN(own.closed[i]!)) continue;
      all[own.patient[i]!]! += 1;
      if (kind === DUPLICATE) again[own.patient[i]!]! += 1;
    } else if (kind !== THANKS) {
      const after = own.chasedAfter[i]!;
      if (!Number.isNaN(after)) came.push(Math.max(after, 0.5));
      else if (own.waited[i]! > 0) watched.push(own.waited[i]!);
    }
  }
  const delay = fitDelay({ came: Float64Array.from(came), watched: Float64Array.from(watched) });
  const waits = Float64Array.from([...came, ...watched]).sort();
  return {
    probability: delay?.probability ?? UNKNOWN,
    delay,
    duplicates: own.tells.replies ? clusteredShare(again, all) : UNKNOWN,
    chasers,
    seenUntil: waits[Math.floor(waits.length * 0.9)] ?? 0,
  };
}

/** Room for a count of each patient. */
class Patients {
  readonly #size: number;

  constructor({ patient }: OwnMessages) {
    let last = -1;
    for (const each of patient) last = Math.max(last, each);
    this.#size = last + 1;
  }

  counts(): Float64Array {
    return new Float64Array(this.#size);
  }
}
