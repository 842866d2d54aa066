import { ledgerGaps, type Scenario } from "../scenario/index.ts";
import { closedDates } from "./closed-dates.ts";
import { jsonText } from "./summary-json.ts";

/** What `validate --json` prints. */
export function validationJson(scenario: Scenario): string {
  const { clinic, hash, loads, warnings } = scenario;
  const { teams, ...messages } = loads;
  return jsonText({
    format: "clinicsim/validation/1",
    scenario: clinic.name,
    scenarioHash: hash,
    issues: warnings,
    closedDates: closedDates(scenario),
    offeredLoad: {
      ...messages,
      teams: teams.map(({ team, ...load }) => ({
        team: clinic.teams[team]!.name,
        ...load,
      })),
    },
    ledgerGaps: ledgerGaps(scenario),
  });
}
