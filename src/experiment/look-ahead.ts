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
 * n = 100 and ⌊kLimit n / 100⌋ beyond. The least such n ≥ `atLeast` is the answer; the f(n) replications after it have only been looked
 * at. (To use them as well would narrow the interval, and it would cover less often: `tests/README.md`.)
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

  constructor({ atLeast, lookAhead }: LookAheadOptions, isPrecise: (replications: number) => boolean) {
    this.#isPrecise = isPrecise;
    this.#kLimit = lookAhead;
    this.#first = atLeast;
    this.#knownTo = atLeast - 1;
  }

  /** How many replications are enough, if that can be told now that there are so many; to be asked of every number in turn. */
  enough(replications: number): number | undefined {
    const last = this.earliest;
    if (replications < last) return undefined;
    for (let n = last; n > this.#knownTo; n--) {
      if (this.#isPrecise(n)) continue;
      this.#first = n + 1;
      this.#knownTo = last;
      return undefined;
    }
    return this.#first;
  }

  /** No fewer replications than these will be enough, and no fewer than `earliest` will tell. */
  get least(): number {
    return this.#first;
  }

  get earliest(): number {
    return this.#first + this.#further;
  }

  get #further(): number {
    const n = this.#first;
    return n <= 100 ? this.#kLimit : Math.floor((this.#kLimit * n) / 100);
  }
}
