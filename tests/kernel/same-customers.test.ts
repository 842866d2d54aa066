import { describe, expect, it } from "vitest";
import { boundClinic } from "../bench/bounds/clinic.ts";
import { BareHeap, BareSortedArray } from "../bench/bounds/event-list.ts";
import { boundMarkov } from "../bench/bounds/markov.ts";
import { callbacksClinic } from "../bench/engines/callbacks-clinic.ts";
import { callbacksMarkov } from "../bench/engines/callbacks-markov.ts";
import { generatorsClinic } from "../bench/engines/generators-clinic.ts";
import { generatorsMarkov } from "../bench/engines/generators-markov.ts";
import { stationClinic } from "../bench/engines/station-clinic.ts";

const CUSTOMERS = 5_000;
const atEnd = (): void => {};

describe("callbacks, generators and stations serve the same customers as a loop written by hand, to the last bit", () => {
  for (const servers of [1, 10]) {
    it(`in M/M/${servers}`, () => {
      const outcome = boundMarkov(new BareHeap(), servers, CUSTOMERS, 7, atEnd);
      expect(outcome.waits.wait).toBeGreaterThan(0);
      expect(boundMarkov(new BareSortedArray(), servers, CUSTOMERS, 7, atEnd)).toEqual(outcome);
      expect(callbacksMarkov(servers, CUSTOMERS, 7, atEnd)).toEqual(outcome);
      expect(generatorsMarkov(servers, CUSTOMERS, 7, atEnd)).toEqual(outcome);
      expect(callbacksMarkov(servers, CUSTOMERS, 8, atEnd)).not.toEqual(outcome);
    });
  }

  it("in a clinic with two priorities, two stages and returns", () => {
    const outcome = boundClinic(new BareHeap(), CUSTOMERS, 7, atEnd);
    const { urgent, routine } = outcome.waits;
    expect(urgent).toBeLessThan(routine!);
    expect(boundClinic(new BareSortedArray(), CUSTOMERS, 7, atEnd)).toEqual(outcome);
    expect(callbacksClinic(CUSTOMERS, 7, atEnd)).toEqual(outcome);
    expect(generatorsClinic(CUSTOMERS, 7, atEnd)).toEqual(outcome);
    expect(stationClinic(CUSTOMERS, 7, atEnd)).toEqual(outcome);
  });
});
