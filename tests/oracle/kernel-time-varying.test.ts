import { Level, PRIORITY, Simulation } from "../../src/kernel/index.ts";
import { createDistribution, createStream, type Distribution, type Stream } from "../../src/random/index.ts";
import { agrees, type Trial } from "./agreement.ts";
import { BATCHES, meanOf } from "./batch-means.ts";
import { exponential } from "./station-run.ts";

/** Arrivals at the rate 20 (1 + 0.6 sin 2πt/4), so that the services of mean 1 feel the rate's past. */
const CYCLE = 4;
const OMEGA = (2 * Math.PI) / CYCLE;
const LEVEL = 20;
const SWING = 0.6;
/** When the number present is looked at, in each cycle: near its highest and near its lowest. */
const MOMENTS = { high: 1.5, low: 3.5 };

const swing = (time: number): number => 1 + SWING * Math.sin(OMEGA * time);

/**
 * The number present in M(t)/G/∞ is Poisson, and its mean is the arrivals that are not yet done: Σ over ages u of
 * rate(t − u) × P(service > u).
 */
const theory = {
  exponential: (time: number): number =>
    LEVEL * (1 + (SWING * (Math.sin(OMEGA * time) - OMEGA * Math.cos(OMEGA * time))) / (1 + OMEGA * OMEGA)),
  fixed: (time: number): number =>
    LEVEL * (1 + (SWING * (Math.cos(OMEGA * (time - 1)) - Math.cos(OMEGA * time))) / OMEGA),
};

/** Everybody is served at once. Arrivals are thinned at the rate of the candidate's own time. */
function present(service: Distribution, trial: Trial, ofAll: number) {
  const simulation = new Simulation();
  const inside = new Level();
  const [candidates, kept, services] = ["candidates", "kept", "services"].map((name) =>
    createStream(2026, 0, name),
  ) as [Stream, Stream, Stream];
  const cycles = ofAll * trial.customers;
  const gap = exponential(1 / (LEVEL * (1 + SWING) * trial.arrivalRate));
  const leave = (): void => inside.set(inside.value - 1, simulation.now);
  const candidate = (): void => {
    simulation.schedule(gap.quantile(candidates.open()), candidate, 0, PRIORITY.arrival);
    if (kept.open() * (1 + SWING) > swing(simulation.now)) return;
    inside.set(inside.value + 1, simulation.now);
    simulation.schedule(service.quantile(services.open()), leave, 0, PRIORITY.completion);
  };
  simulation.schedule(gap.quantile(candidates.open()), candidate, 0, PRIORITY.arrival);

  const sums = { high: new Array<number>(BATCHES).fill(0), low: new Array<number>(BATCHES).fill(0) };
  const size = cycles / BATCHES;
  for (let cycle = -2; cycle < cycles; cycle++) {
    for (const moment of ["high", "low"] as const) {
      simulation.run((cycle + 2) * CYCLE + MOMENTS[moment]);
      // The first two cycles fill the empty system.
      if (cycle >= 0) sums[moment][Math.floor(cycle / size)]! += inside.value / size;
    }
  }
  return { high: meanOf(sums.high), low: meanOf(sums.low) };
}

const bothOf = (kind: keyof typeof theory) => ({
  high: theory[kind](MOMENTS.high),
  low: theory[kind](MOMENTS.low),
});

agrees("M(t)/G/∞ with services of exponential length", bothOf("exponential"), (trial) =>
  present(exponential(trial.serviceMean), trial, 2_800),
);

agrees("M(t)/G/∞ with services of fixed length", bothOf("fixed"), (trial) =>
  present(createDistribution({ type: "fixed", value: trial.serviceMean }), trial, 4_000),
);
