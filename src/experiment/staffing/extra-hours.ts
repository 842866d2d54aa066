import type { JsonObject } from "../../scenario/index.ts";
import type { ExtraHour } from "./answer.ts";
import { type ExplainOptions, soundVariant } from "./explaining.ts";
import { extraHour } from "./extra-hour.ts";
import type { Observation } from "./observation.ts";
import type { StaffingProblem } from "./staffing-problem.ts";
import { toldDifferences } from "./told.ts";

/** What an hour a week more of each team is worth; of teams that have none free, nothing. */
export async function extraHours(
  problem: StaffingProblem,
  plan: number,
  own: readonly Observation[],
  { make, observe, worlds, explaining }: ExplainOptions,
): Promise<readonly ExtraHour[]> {
  const variant = problem.variants[plan]!;
  const { document, clinic, loads } = variant.scenario;
  const found: ExtraHour[] = [];
  for (const [index, team] of clinic.teams.entries()) {
    if (team.count === 0) continue;
    const patch = extraHour(team, document.staff[team.name] as unknown as JsonObject, clinic.calendar.open);
    if (patch === undefined) continue;
    const longer = await soundVariant(make, { ...problem.grid.patch(plan), ...patch });
    if (longer === undefined) continue;
    const hours = (longer.scenario.loads.teams[index]!.hours - loads.teams[index]!.hours) / 60;
    if (!(hours > 0)) continue;
    explaining?.(`an hour more of ${team.name}`);
    const observations = await observe(longer, worlds);
    const [[, added]] = Object.entries(patch) as [[string, readonly string[]]];
    const before = (document.staff[team.name] as unknown as Record<string, readonly string[] | undefined>)[
      team.inbox === undefined ? "shifts" : "inbox"
    ];
    found.push({
      team: team.name,
      added: added.slice(before?.length ?? 0).join(", "),
      hours,
      rows: toldDifferences(problem, observations, own, hours),
    });
  }
  return found;
}
