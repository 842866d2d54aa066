import { weekly } from "../build/build-hours.ts";
import { warningAt } from "../issue-list.ts";
import { quoted } from "../json-value.ts";
import { readWeeksPerYear } from "../quantities/per-year.ts";
import { checked } from "../quantities/reading.ts";
import { type Check, entriesOf, physiciansServing, type SoundDocument, type SoundTeam } from "./check.ts";

/** [min] A half-day session; longer stretches count as several. */
const SESSION = 210;
/** Clinics differ: said only when sessions and panel are further apart than this. */
const TOLERANCE = 1.5;

/** Clinic sessions are about as many as the panel's visits need. */
export const checkPanel: Check = (document) =>
  entriesOf(document.staff).flatMap(([name, team]) => {
    if (team.role !== "physician" || team.clinic === undefined || team.count === undefined) return [];
    const own = entriesOf(team.people).slice(0, team.count);
    const sessions = own.map(([, { clinic }]) => sessionsOf(clinic ?? team.clinic!));
    const held = sessions.reduce(
      (sum, each) => sum + each,
      (team.count - own.length) * sessionsOf(team.clinic),
    );
    const needed = sessionsNeeded(document, name, team);
    if (held === 0 || needed === undefined) return [];
    if (held * TOLERANCE >= needed && needed * TOLERANCE >= held) return [];
    const message = `the team ${quoted(name)} holds ${held} clinic sessions a week, but its patients need about ${Math.round(needed)}`;
    const hint = "patients × visits per year ÷ visits per session ÷ weeks at work; see `visits`";
    return [warningAt(["staff", name, "clinic"], { code: "sessions-against-panel", message, hint })];
  });

function sessionsOf(clinic: readonly string[]): number {
  return weekly(clinic)
    .flat()
    .reduce((sum, { from, to }) => sum + Math.max(1, Math.round((to - from) / SESSION)), 0);
}

/**
 * Half-day sessions a week that the patients of a team need, while its people are not on vacation; undefined
 * if it has none, or that cannot be told.
 */
function sessionsNeeded(document: SoundDocument, name: string, team: SoundTeam): number | undefined {
  const vacation = team.absence?.vacation;
  const weeks = 52 - (vacation === undefined ? 0 : checked(readWeeksPerYear(vacation)));
  const looksAfter = [...new Set(team.serves ?? [])].filter(
    (specialty) => physiciansServing(document, specialty) === name,
  );
  if (weeks < 1 || looksAfter.length === 0) return undefined;
  let visits = 0;
  for (const each of looksAfter) {
    const specialty = document.specialties?.[each];
    const { perPatientPerYear, perSession } = specialty?.visits ?? {};
    if (specialty?.patients === undefined || perPatientPerYear === undefined || perSession === undefined)
      return undefined;
    visits += (specialty.patients * perPatientPerYear) / perSession;
  }
  return visits / weeks;
}
