import { exp } from "../../random/index.ts";
import { checkRate, checkServers } from "./domain.ts";

/**
 * Share of arrivals lost in M/G/c/c, where nobody waits [probability].
 *
 * servers ≥ 0 whole, offeredLoad = λ·E[S] ≥ 0 [erlang]; O(servers), stable at 10⁴ servers. Throws RangeError
 * outside. Erlang (1917) by the recursion of Gross et al., Fundamentals of Queueing Theory, § 3.5.
 */
export function erlangB(servers: number, offeredLoad: number): number {
  checkServers(servers, 0);
  checkRate("offered load", offeredLoad);
  let blocked = 1;
  for (let k = 1; k <= servers; k++) blocked = (offeredLoad * blocked) / (k + offeredLoad * blocked);
  return blocked;
}

/**
 * Share of arrivals that must wait in M/M/c [probability]; 1 when offeredLoad ≥ servers.
 *
 * servers ≥ 1 whole, offeredLoad = λ/μ ≥ 0 [erlang]; O(servers). Throws RangeError outside. Gross et al., § 3.3.
 */
export function erlangC(servers: number, offeredLoad: number): number {
  checkServers(servers, 1);
  const blocked = erlangB(servers, offeredLoad);
  const load = offeredLoad / servers;
  return load >= 1 ? 1 : blocked / (1 - load + load * blocked);
}

/**
 * Mean wait in queue of M/M/c [min], over all arrivals; the same under any discipline that ignores handling times.
 *
 * λ ≥ 0 and μ > 0 [1/min], c ≥ 1 whole; Infinity when λ ≥ cμ. Throws RangeError outside. Gross et al., § 3.3.
 */
export function mmcWait(lambda: number, mu: number, c: number): number {
  checkRate("arrival rate", lambda);
  checkRate("service rate", mu, true);
  const waiting = erlangC(c, lambda / mu);
  return lambda < c * mu ? waiting / (c * mu - lambda) : Infinity;
}

/**
 * P(wait in queue > t) of first-come M/M/c [probability], t ≥ 0 [min]; 1 when λ ≥ cμ.
 *
 * Domain and source as `mmcWait`.
 */
export function mmcWaitExceeds(lambda: number, mu: number, c: number, t: number): number {
  checkRate("arrival rate", lambda);
  checkRate("service rate", mu, true);
  checkRate("t", t);
  const waiting = erlangC(c, lambda / mu);
  return lambda < c * mu ? waiting * exp(-(c * mu - lambda) * t) : 1;
}
