/** Erlang's C: the share of customers of M/M/c that wait, by its sums; `load` is the arrival rate times the mean service. */
export function erlangCOf(servers: number, load: number): number {
  let term = 1;
  let sum = 0;
  for (let n = 0; n < servers; n++) {
    sum += term;
    term *= load / (n + 1);
  }
  const full = term / (1 - load / servers);
  return full / (sum + full);
}

/**
 * Erlang's A: the share that gives up, and the share that finds all servers busy. Solves the birth and death of the number
 * present, which each who is present beyond the servers leaves at `patienceRate`.
 */
export function erlangAOf(
  servers: number,
  arrivalRate: number,
  serviceRate: number,
  patienceRate: number,
): { readonly lost: number; readonly delayed: number } {
  let weight = 1;
  let all = 0;
  let busy = 0;
  let giveUps = 0;
  for (let present = 0; present < 400; present++) {
    const waiting = Math.max(0, present - servers);
    all += weight;
    if (present >= servers) busy += weight;
    giveUps += weight * waiting * patienceRate;
    const next = present + 1;
    weight *=
      arrivalRate / (Math.min(next, servers) * serviceRate + Math.max(0, next - servers) * patienceRate);
  }
  return { lost: giveUps / all / arrivalRate, delayed: busy / all };
}

/** Pollaczek and Khinchine: mean time in M/G/1. */
export function mg1Time(rate: number, mean: number, variance: number): number {
  return mean + (rate * (variance + mean * mean)) / 2 / (1 - rate * mean);
}

/** One class of customers of a server with priorities. */
export interface PriorityClass {
  readonly rate: number;
  /** Of the services. */
  readonly mean: number;
  readonly variance: number;
}

/** Cobham: mean times in M/G/1 with classes that do not pre-empt, the first of which goes first. */
export function cobhamTimes(classes: readonly PriorityClass[]): readonly number[] {
  const residual = classes.reduce(
    (sum, { rate, mean, variance }) => sum + (rate * (variance + mean * mean)) / 2,
    0,
  );
  let load = 0;
  return classes.map(({ rate, mean }) => {
    const before = load;
    load += rate * mean;
    return mean + residual / (1 - before) / (1 - load);
  });
}

/** Mean times in M/G/1 with classes that pre-empt and resume: a class sees nothing of those after it. */
export function preemptiveTimes(classes: readonly PriorityClass[]): readonly number[] {
  let load = 0;
  let residual = 0;
  return classes.map(({ rate, mean, variance }) => {
    const before = load;
    load += rate * mean;
    residual += (rate * (variance + mean * mean)) / 2;
    return (mean + residual / (1 - load)) / (1 - before);
  });
}
