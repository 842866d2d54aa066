import { checkRate, checkServers } from "./domain.ts";
import { erlangB } from "./erlang.ts";

/** What `erlangA` works out for a queue whose customers lose patience. */
export interface ErlangA {
  /** Share of arrivals that find all servers busy. */
  readonly waitProbability: number;
  /** Share of arrivals that give up before they are served. */
  readonly abandonProbability: number;
  /** Mean time in queue over all arrivals, those who give up included [min]. */
  readonly meanWait: number;
  /** Mean number waiting. */
  readonly meanQueue: number;
  /** Busy share of a server's time. */
  readonly utilisation: number;
}

/**
 * M/M/c with exponential patience (M/M/c+M).
 *
 * λ ≥ 0, μ > 0 [1/min], c ≥ 1 whole, `patience` > 0 the mean patience [min], Infinity for nobody ever giving up:
 * the answers are then Erlang C's, with meanWait and meanQueue Infinity when λ ≥ cμ. Steps grow with the queue
 * that can build up, about λ·patience in overload. Throws RangeError outside the domain. Palm (1957);
 * Mandelbaum & Zeltyn, "Service engineering in action: the Palm/Erlang-A queue" (2007).
 */
export function erlangA(lambda: number, mu: number, c: number, patience: number): ErlangA {
  checkRate("arrival rate", lambda);
  checkRate("service rate", mu, true);
  checkServers(c, 1);
  if (!(patience > 0)) throw new RangeError(`mean patience must be positive, got ${patience}`);
  const leaving = 1 / patience;
  if (lambda >= c * mu && leaving === 0) {
    return {
      waitProbability: 1,
      abandonProbability: 0,
      meanWait: Infinity,
      meanQueue: Infinity,
      utilisation: 1,
    };
  }
  const blocked = erlangB(c, lambda / mu);
  // Probabilities of c, c + 1, … in the system, relative to that of c, which `unit` keeps when all are scaled down.
  let unit = 1;
  let above = 0;
  let queue = 0;
  let term = 1;
  for (let j = 1; ; j++) {
    const ratio = lambda / (c * mu + j * leaving);
    term *= ratio;
    above += term;
    queue += j * term;
    if (term > 1e250) {
      unit /= 1e250;
      above /= 1e250;
      queue /= 1e250;
      term /= 1e250;
    }
    if (ratio < 1 && (term * (j + 1 / (1 - ratio))) / (1 - ratio) <= 1e-16 * queue) break;
  }
  const whole = unit + blocked * above;
  const meanQueue = (blocked * queue) / whole;
  const abandonProbability = lambda === 0 ? 0 : (leaving * meanQueue) / lambda;
  return {
    waitProbability: (blocked * (unit + above)) / whole,
    abandonProbability,
    meanWait: lambda === 0 ? 0 : meanQueue / lambda,
    meanQueue,
    utilisation: Math.min(1, (lambda * (1 - abandonProbability)) / (c * mu)),
  };
}
