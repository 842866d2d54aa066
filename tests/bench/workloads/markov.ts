import { createStream, log1p } from "../../../src/random/index.ts";

/** W1: M/M/1 at ρ = 0.9. W2: M/M/10 at ρ = 0.9. The mean service is 1 min. */
const MARKOV_LOAD = 0.9;

/** The streams of W1 and W2, and how they are sampled: the same code for every engine. */
export class MarkovDraws {
  private readonly gaps: () => number;
  private readonly services: () => number;
  private readonly meanGap: number;

  constructor(servers: number, seed: number) {
    this.gaps = createStream(seed, 0, "gaps").uniform;
    this.services = createStream(seed, 0, "services").uniform;
    this.meanGap = 1 / (MARKOV_LOAD * servers);
  }

  gap(): number {
    return -this.meanGap * log1p(-this.gaps());
  }

  service(): number {
    return -log1p(-this.services());
  }
}
