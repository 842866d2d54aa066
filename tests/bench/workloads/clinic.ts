import { createStream, exp, log, log1p, normalQuantile } from "../../../src/random/index.ts";

/**
 * W3, a clinic: messages at 0.86/min, 20 % urgent → 5 triage nurses, exponential 4 min, urgent first but never pre-empting
 * → 45 % resolved, the others → 4 physicians, lognormal 6 min with cv 1 → 30 % come back to triage after exponential 600 min.
 */
export const CLINIC = {
  meanGap: 1 / 0.86,
  urgent: 0.2,
  nurses: 5,
  triageMean: 4,
  resolved: 0.45,
  physicians: 4,
  physicianMean: 6,
  returning: 0.3,
  returnMean: 600,
} as const;

const SIGMA = Math.sqrt(log(2));
const MU = log(CLINIC.physicianMean) - log(2) / 2;

/** The streams of W3, and how they are sampled: the same code for every engine. */
export class ClinicDraws {
  private readonly gaps: () => number;
  private readonly urgencies: () => number;
  private readonly triages: () => number;
  private readonly resolutions: () => number;
  private readonly physicians: () => number;
  private readonly comebacks: () => number;
  private readonly delays: () => number;

  constructor(seed: number) {
    const stream = (name: string) => createStream(seed, 0, name).uniform;
    this.gaps = stream("gaps");
    this.urgencies = stream("urgent");
    this.triages = stream("triage");
    this.resolutions = stream("resolved");
    this.physicians = stream("physician");
    this.comebacks = stream("returning");
    this.delays = stream("return delay");
  }

  gap(): number {
    return -CLINIC.meanGap * log1p(-this.gaps());
  }

  urgent(): boolean {
    return this.urgencies() < CLINIC.urgent;
  }

  triageMinutes(): number {
    return -CLINIC.triageMean * log1p(-this.triages());
  }

  resolved(): boolean {
    return this.resolutions() < CLINIC.resolved;
  }

  physicianMinutes(): number {
    const u = this.physicians();
    return exp(MU + SIGMA * normalQuantile(u === 0 ? 2 ** -54 : u));
  }

  returns(): boolean {
    return this.comebacks() < CLINIC.returning;
  }

  returnDelay(): number {
    return -CLINIC.returnMean * log1p(-this.delays());
  }
}
