import { exp, log, normalQuantile, type Stream } from "../../../src/random/index.ts";

/** A number per replication, and the mean that it has. */
export interface MeanSystem {
  readonly name: string;
  readonly mean: number;
  readonly draw: (s: Stream) => number;
}

/** The waits of a replication, which depend on each other, and how they are distributed over all replications. */
export interface WaitSystem {
  readonly name: string;
  readonly quantile: (p: number) => number;
  readonly draw: (s: Stream) => readonly number[];
}

const normal = (s: Stream) => normalQuantile(s.open());
const exponential = (s: Stream) => -log(s.open());

export const NORMAL: MeanSystem = { name: "normal", mean: 4, draw: (s) => 4 + normal(s) };
export const EXPONENTIAL: MeanSystem = { name: "exponential, skewness 2", mean: 1, draw: exponential };
export const LOGNORMAL: MeanSystem = {
  name: "lognormal, skewness 6",
  mean: exp(0.5),
  draw: (s) => exp(normal(s)),
};

const LOAD = 0.8;
const CUSTOMERS = 100;

/**
 * The first customers of an M/M/1 queue that begins in its steady state: of each, P(wait > x) = ρ exp(−(1 − ρ) x), in units of the mean
 * service. Gross et al., Fundamentals of Queueing Theory, § 2.2.
 */
export const QUEUE: WaitSystem = {
  name: `${CUSTOMERS} customers of an M/M/1 queue at load ${LOAD}`,
  quantile: (p) => Math.max(0, log(LOAD / (1 - p)) / (1 - LOAD)),
  draw: (s) => {
    let wait = s.uniform() < LOAD ? exponential(s) / (1 - LOAD) : 0;
    return Array.from({ length: CUSTOMERS }, () => {
      const waited = wait;
      wait = Math.max(0, wait + exponential(s) - exponential(s) / LOAD);
      return waited;
    });
  },
};

/** The mean of those waits: ρ / (1 − ρ). */
export const QUEUE_MEAN: MeanSystem = {
  name: `mean wait of ${QUEUE.name}`,
  mean: LOAD / (1 - LOAD),
  draw: (s) => QUEUE.draw(s).reduce((sum, wait) => sum + wait, 0) / CUSTOMERS,
};

/** Normal waits, of whose variance a part is common to those of a replication: its weather. */
function weather(name: string, sd: number): WaitSystem {
  return {
    name,
    quantile: (p) => 10 + normalQuantile(p) * Math.sqrt(1 + sd * sd),
    draw: (s) => {
      const effect = 10 + sd * normal(s);
      return Array.from({ length: 100 + Math.floor(s.uniform() * 100) }, () => effect + normal(s));
    },
  };
}

export const WEATHER = weather(
  "100 to 199 normal waits, a fifth of their variance common to a replication",
  0.5,
);
export const CALM = weather("100 to 199 normal waits, a fiftieth of it", 0.15);
