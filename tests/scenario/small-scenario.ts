import type { JsonObject } from "../../src/scenario/index.ts";

/** A small scenario without faults, written out anew for whoever wants to break it. */
export function smallScenario(): JsonObject {
  return {
    name: "Small clinic",
    run: { start: "2026-01-05", seed: 3 },
    specialties: {
      clinic: {
        patients: 1000,
        portalShare: 0.5,
        demand: { volume: "20 per 100 portal patients per month", counts: "new threads" },
        topics: {
          results: {
            share: 0.25,
            lowestRole: { nurse: 1 },
            minutes: {
              triage: { fixed: { value: "1 min" } },
              nurse: { exponential: { mean: "4 min" } },
              physician: { exponential: { mean: "3 min" } },
            },
          },
          questions: {
            share: 0.75,
            lowestRole: { nurse: 0.5, physician: 0.5 },
            minutes: {
              triage: { fixed: { value: "2 min" } },
              nurse: { lognormal: { mean: "6 min", sd: "4 min" } },
              physician: { lognormal: { mean: "5 min", sd: "4 min" } },
            },
          },
        },
        otherWork: {
          "phone calls": {
            volume: "5 per business day",
            team: "nurse",
            minutes: { exponential: { mean: "8 min" } },
          },
        },
      },
    },
    staff: {
      physician: { role: "physician", count: 2, serves: ["clinic"], shifts: ["Mon-Fri 12:00-13:00"] },
      nurse: { role: "nurse", count: 2, serves: ["clinic"], shifts: ["Mon-Fri 09:00-12:00"] },
    },
    promises: { "two days": { within: "end of business day 2" } },
    alternatives: { "one more nurse": { "staff.nurse.count": 3 } },
  };
}

export function smallText(): string {
  return JSON.stringify(smallScenario(), null, 2);
}
