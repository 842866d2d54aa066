import { parseScenario, type Scenario } from "../../../src/scenario/index.ts";

/**
 * A clinic without chance: 300 messages wait at the beginning, next to nobody writes, and the only nurse closes 30 of them on each business
 * day, in three hours of six minutes a message. So 150 are left on the Monday a week later, and none two weeks later.
 */
export function drainingClinic(more: object = {}): Scenario {
  const { scenario, issues } = parseScenario(
    JSON.stringify({
      name: "A clinic that drains",
      calendar: { timeZone: "UTC", holidays: "none" },
      run: {
        start: "2026-02-16",
        warmUp: "0 days",
        length: "4 weeks",
        runOut: "2 weeks",
        seed: 1,
        replications: 2,
      },
      specialties: {
        clinic: {
          patients: 10,
          portalShare: 1,
          demand: { volume: "0.000001 per month", counts: "new threads" },
          openingBacklog: { messages: 300, age: "1 day" },
          topics: {
            question: {
              share: 1,
              lowestRole: { nurse: 1 },
              minutes: {
                triage: { fixed: { value: "2 min" } },
                nurse: { fixed: { value: "4 min" } },
                physician: { fixed: { value: "4 min" } },
              },
            },
          },
        },
      },
      staff: { nurse: { role: "nurse", count: 1, serves: ["clinic"], shifts: ["Mon-Fri 09:00-12:00"] } },
      promises: { "two days": { within: "end of business day 2", target: 0.9 } },
      ...more,
    }),
  );
  if (scenario === undefined) throw new Error(JSON.stringify(issues, null, 2));
  return scenario;
}
