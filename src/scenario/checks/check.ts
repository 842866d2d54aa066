import { byCodeUnit } from "../canonical.ts";
import type { Partly } from "../format/salvage.ts";
import type { ScenarioDocument, SpecialtyDocument, TeamDocument } from "../format/scenario-schema.ts";
import type { PlacedIssue } from "../issue-list.ts";

/** A document of which the faulty parts are missing. */
export type SoundDocument = Partly<ScenarioDocument>;

/** A check on how the parts of a document fit. */
export type Check = (document: SoundDocument) => readonly PlacedIssue[];

export type SoundSpecialty = Partly<SpecialtyDocument>;
export type SoundTeam = Partly<TeamDocument>;

/** The entries of a map that may be missing itself. */
export function entriesOf<T>(
  map: Readonly<Record<string, T | undefined>> | undefined,
): readonly (readonly [string, T])[] {
  return Object.entries(map ?? {}).filter((entry): entry is [string, T] => entry[1] !== undefined);
}

/** The teams that serve a specialty and have at least one person, in order of their names. */
export function teamsServing(
  document: SoundDocument,
  specialty: string,
): readonly (readonly [string, SoundTeam])[] {
  return entriesOf(document.staff)
    .filter(
      ([, { serves, count }]) => (serves ?? []).includes(specialty) && (count === undefined || count >= 1),
    )
    .sort(([a], [b]) => byCodeUnit(a, b));
}

/** The team whose physicians look after a specialty's patients: the first by name; undefined where there is none. */
export function physiciansServing(document: SoundDocument, specialty: string): string | undefined {
  return teamsServing(document, specialty).find(([, team]) => team.role === "physician")?.[0];
}
