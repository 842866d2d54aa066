/** The numbers by which `LookAhead` goes. */
export interface LookAheadOptions {
  /** No number of replications below this one counts as precise. */
  readonly atLeast: number;
  /** kLimit: how many further replications must be precise too, up to 100 replications; beyond, that many per hundred. */
  readonly lookAhead: number;
}

/**
 * When to stop replicating: the replication algorithm of Hoad, Robinson & Davies, "Automated selection of the number of
 * replications for a discrete-event simulation", J. Oper. Res. Soc. 61 (2010), 1632–1644.
 *
 * n replications are enough if what is wanted is precise at n and remains so at each of n + 1 … n + f(n), with f(n) = kLimit up to
 * n = 100 and ⌊kLimit n / 100⌋ beyond; the first such n ≥ `atLeast` is `precise`. Where the paper goes on to report n, all
 * n + f(n) replications are kept here: they have been run, and they are as precise.
 *
 * `isPrecise` is asked of as few numbers as can decide: from the end of the stretch that must be precise down to its beginning, so
 * that one that is not, seen late in it, rules out all that begin before.
 */
export class LookAhead {
  readonly #isPrecise: (replications: number) => boolean;
  readonly #kLimit: number;
  /** The least number that may still turn out to be enough, and up to where all numbers from it on are known to be precise. */
  #first: number;
  #knownTo: number;
  #done = false;

  constructor({ atLeast, lookAhead }: LookAheadOptions, isPrecise: (replications: number) => boolean) {
    this.#isPrecise = isPrecise;
    this.#kLimit = lookAhead;
    this.#first = atLeast;
    this.#knownTo = atLeast - 1;
  }

  /** Whether to stop, now that there are so many replications; to be asked of every number in turn. */
  enough(replications: number): boolean {
    const last = this.earliest;
    if (this.#done || replications < last) return this.#done;
    for (let n = last; n > this.#knownTo; n--) {
      if (this.#isPrecise(n)) continue;
      this.#first = n + 1;
      this.#knownTo = last;
      return false;
    }
    this.#done = true;
    return true;
  }

  /** The least number of replications that may still turn out to be enough, those that bear it out included. */
  get earliest(): number {
    return this.#first + this.#further(this.#first);
  }

  /** The number of replications that was precise and remained so; undefined as long as there is none. */
  get precise(): number | undefined {
    return this.#done ? this.#first : undefined;
  }

  #further(n: number): number {
    return n <= 100 ? this.#kLimit : Math.floor((this.#kLimit * n) / 100);
  }
}
