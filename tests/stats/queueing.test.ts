import { describe, expect, it } from "vitest";
import { createStream, exp, log } from "../../src/random/index.ts";
import {
  cobhamWaits,
  cobhamWaitsManyServers,
  erlangA,
  erlangB,
  erlangC,
  mg1Wait,
  mgInfinityAtLeast,
  mgInfinityMean,
  mmcWait,
  mmcWaitExceeds,
  preemptiveResumeTimes,
} from "../../src/stats/index.ts";
import { relativeError, rows } from "./fixtures/reference.ts";

describe("Erlang's formulas", () => {
  it.each(rows.erlangB)("B(%d servers, %d erlang) agrees with 60-digit arithmetic", (c, a, expected) => {
    expect(relativeError(erlangB(c, a), expected)).toBeLessThan(1e-13);
  });

  it.each(rows.erlangC)("C(%d servers, %d erlang) agrees with 60-digit arithmetic", (c, a, expected) => {
    expect(relativeError(erlangC(c, a), expected)).toBeLessThan(1e-13);
  });

  it.each(rows.erlangA)(
    "A(λ %d, μ %d, %d servers, patience %d) agrees with 60-digit arithmetic",
    (l, m, c, p, want) => {
      const found = { ...erlangA(l, m, c, p) } as Record<string, number>;
      for (const [key, value] of Object.entries(want))
        expect(relativeError(found[key]!, value)).toBeLessThan(1e-13);
    },
  );

  it("B gives the printed trunk tables", () => {
    // Offered loads [erlang] that lose 1 % and 5 %, from the usual traffic tables.
    const printed = [
      [1, 0.0101, 0.01],
      [10, 4.46, 0.01],
      [20, 12.03, 0.01],
      [100, 84.06, 0.01],
      [5, 2.22, 0.05],
      [10, 6.22, 0.05],
    ] as const;
    for (const [trunks, load, loss] of printed) {
      expect(erlangB(trunks, load - 0.006)).toBeLessThan(loss);
      expect(erlangB(trunks, load + 0.006)).toBeGreaterThan(loss);
    }
  });

  it("one and two servers wait as their closed forms say", () => {
    expect(mmcWait(0.8, 1, 1)).toBeCloseTo(0.8 / 0.2, 12);
    const rho = 0.7;
    expect(mmcWait(2 * rho, 1, 2)).toBeCloseTo((rho * rho) / (1 - rho * rho), 12);
    expect(mmcWaitExceeds(0.8, 1, 1, 5)).toBeCloseTo(0.8 * exp(-1), 14);
    expect(mmcWaitExceeds(1.4, 1, 2, 0)).toBe(erlangC(2, 1.4));
  });

  it("waits are zero without arrivals and Infinity at capacity", () => {
    expect(mmcWait(0, 1, 3)).toBe(0);
    expect(mmcWait(3, 1, 3)).toBe(Infinity);
    expect(mmcWait(4, 1, 3)).toBe(Infinity);
    expect([erlangC(3, 3), mmcWaitExceeds(4, 1, 3, 99)]).toEqual([1, 1]);
    expect([erlangB(0, 2), erlangB(4, 0), erlangC(4, 0)]).toEqual([1, 0, 0]);
    expect(mg1Wait(1, 1, 0)).toBe(Infinity);
  });

  it("endless patience is Erlang C, and lost customers are what capacity leaves over", () => {
    const patient = erlangA(1.4, 1, 2, Infinity);
    expect(patient.meanWait).toBeCloseTo(mmcWait(1.4, 1, 2), 12);
    expect(patient.waitProbability).toBeCloseTo(erlangC(2, 1.4), 13);
    expect(patient.abandonProbability).toBe(0);
    expect(erlangA(3, 1, 2, Infinity)).toMatchObject({
      meanWait: Infinity,
      utilisation: 1,
      waitProbability: 1,
    });
    expect(erlangA(0, 1, 2, 5)).toMatchObject({
      meanWait: 0,
      abandonProbability: 0,
      meanQueue: 0,
      utilisation: 0,
    });
    expect(relativeError(erlangA(30, 1, 10, 1e5).abandonProbability, 2 / 3)).toBeLessThan(1e-11);
  });

  it("when patience is as short as handling, the number present is Poisson", () => {
    // With θ = μ the system is M/M/∞ whatever c is: the chance that c or more are present is a Poisson tail.
    const { waitProbability, meanQueue } = erlangA(12, 1, 10, 1);
    expect(waitProbability).toBeCloseTo(mgInfinityAtLeast(12, 1, 10), 12);
    let waiting = 0;
    for (let n = 11; n < 80; n++) waiting += mgInfinityAtLeast(12, 1, n);
    expect(meanQueue).toBeCloseTo(waiting, 11);
  });

  it("refuses servers and rates that are none", () => {
    expect(() => erlangB(2.5, 1)).toThrow("servers must be a whole number of at least 0, got 2.5");
    expect(() => erlangC(0, 1)).toThrow("at least 1, got 0");
    expect(() => erlangB(2, -1)).toThrow("offered load must be finite and not negative, got -1");
    expect(() => mmcWait(1, 0, 1)).toThrow("service rate must be finite and positive, got 0");
    expect(() => mmcWait(Number.NaN, 1, 1)).toThrow(RangeError);
    expect(() => erlangA(1, 1, 1, 0)).toThrow("mean patience must be positive");
    expect(() => mg1Wait(0.1, 1, -1)).toThrow("service variance");
    expect(() => cobhamWaits([{ arrivalRate: -1, meanService: 1, serviceVariance: 0 }])).toThrow(
      "arrival rate",
    );
    expect(() => mgInfinityAtLeast(1, 1, -1)).toThrow("n must be");
  });
});

describe("general handling times", () => {
  it("M/G/1 is M/M/1 when they are exponential and half of it when they are fixed", () => {
    expect(mg1Wait(0.8, 1, 1)).toBeCloseTo(mmcWait(0.8, 1, 1), 12);
    expect(mg1Wait(0.8, 1, 0)).toBeCloseTo(mmcWait(0.8, 1, 1) / 2, 12);
  });

  it("M/G/∞ is Poisson", () => {
    expect(mgInfinityMean(0.5, 6)).toBe(3);
    expect(mgInfinityAtLeast(0.5, 6, 0)).toBe(1);
    expect(mgInfinityAtLeast(0.5, 6, 1)).toBeCloseTo(1 - exp(-3), 13);
    expect(mgInfinityAtLeast(0.5, 6, 3)).toBeCloseTo(1 - exp(-3) * (1 + 3 + 4.5), 13);
    expect(mgInfinityAtLeast(0, 6, 1)).toBe(0);
  });
});

describe("priorities", () => {
  it("two classes wait as Cobham's formula says, worked by hand", () => {
    // λ = 0.2, 0.3; E[S] = 1, 2; exponential. W0 = 0.2·1 + 0.3·4 = 1.4; σ = 0.2, 0.8.
    const waits = cobhamWaits([
      { arrivalRate: 0.2, meanService: 1, serviceVariance: 1 },
      { arrivalRate: 0.3, meanService: 2, serviceVariance: 4 },
    ]);
    expect(waits[0]).toBeCloseTo(1.4 / 0.8, 12);
    expect(waits[1]).toBeCloseTo(1.4 / (0.8 * 0.2), 12);
  });

  it("one class is M/G/1, and any order of classes carries the same load-weighted wait", () => {
    const classes = [
      { arrivalRate: 0.1, meanService: 2, serviceVariance: 3 },
      { arrivalRate: 0.05, meanService: 6, serviceVariance: 1 },
      { arrivalRate: 0.2, meanService: 1, serviceVariance: 0.5 },
    ];
    expect(cobhamWaits(classes.slice(0, 1))[0]).toBeCloseTo(mg1Wait(0.1, 2, 3), 12);
    // Kleinrock's conservation law.
    const weighted = (order: number[]) => {
      const chosen = order.map((i) => classes[i]!);
      const waits = cobhamWaits(chosen);
      return chosen.reduce((sum, c, i) => sum + c.arrivalRate * c.meanService * waits[i]!, 0);
    };
    expect(weighted([2, 0, 1])).toBeCloseTo(weighted([0, 1, 2]), 12);
    expect(weighted([1, 2, 0])).toBeCloseTo(weighted([0, 1, 2]), 12);
  });

  it("with many servers the classes share M/M/c's wait, and the triage of a clinic network comes out right", () => {
    const [urgent, routine] = cobhamWaitsManyServers([0.3, 0.7], 0.25, 5) as [number, number];
    expect(0.3 * urgent + 0.7 * routine).toBeCloseTo(mmcWait(1, 0.25, 5), 12);
    // Five nurses of 4 minutes each at load 0.824, 20 % urgent.
    const total = 0.86 * 1.1976;
    const waits = cobhamWaitsManyServers([0.2 * total, 0.8 * total], 0.25, 5);
    expect(waits[0]).toBeCloseTo(0.576, 3);
    expect(waits[1]).toBeCloseTo(3.27, 2);
  });

  it("an overloaded class waits for ever, those above it do not", () => {
    expect(cobhamWaitsManyServers([0.5, 4, 1], 1, 2)).toEqual([1 / 2 / (1 - 0.25), Infinity, Infinity]);
    const [first, second] = cobhamWaits([
      { arrivalRate: 0.5, meanService: 1, serviceVariance: 1 },
      { arrivalRate: 5, meanService: 2, serviceVariance: 4 },
    ]) as [number, number];
    // The routine class takes the half that is left: residual = 0.5·2/2 + 0.5·(8/4) = 1.5.
    expect(first).toBeCloseTo(1.5 / 0.5, 12);
    expect(second).toBe(Infinity);
  });

  it("behind an overloaded class the formula agrees with a simulated server, and the naive residual does not", () => {
    const { open } = createStream(5, 0, "overload");
    const exponential = (mean: number) => -mean * log(open());
    // Urgent: rate 0.5, mean 1. Routine work never runs out: whenever no urgent one waits, one of mean 2 begins.
    let now = 0;
    let nextUrgent = exponential(2);
    const waiting: number[] = [];
    let waits = 0;
    const customers = 200_000;
    for (let seen = 0, head = 0; seen < customers; ) {
      while (nextUrgent <= now) {
        waiting.push(nextUrgent);
        nextUrgent += exponential(2);
      }
      if (head < waiting.length) {
        waits += now - waiting[head]!;
        head += 1;
        seen += 1;
        now += exponential(1);
      } else now += exponential(2);
    }
    expect(Math.abs(waits / customers / 3 - 1)).toBeLessThan(0.02);
    const naive = (0.5 * 2 + 5 * 8) / 2 / 0.5;
    expect(naive).toBeGreaterThan(40);
  });

  it("pre-emption frees the urgent of everybody else", () => {
    const classes = [
      { arrivalRate: 0.2, meanService: 1, serviceVariance: 1 },
      { arrivalRate: 0.3, meanService: 2, serviceVariance: 4 },
    ];
    const times = preemptiveResumeTimes(classes);
    expect(times[0]).toBeCloseTo(1 + mg1Wait(0.2, 1, 1), 12);
    // (2 + 1.4 / 0.2) / 0.8
    expect(times[1]).toBeCloseTo(11.25, 12);
    expect(preemptiveResumeTimes([...classes, { ...classes[1]!, arrivalRate: 1 }])[2]).toBe(Infinity);
  });
});
