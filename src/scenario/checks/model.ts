import type { Model } from "../../model/index.ts";
import type { PlacedIssue } from "../issue-list.ts";
import type { SoundDocument } from "./check.ts";
import { checkIdleTeams } from "./idle-teams.ts";
import { placesIn } from "./place.ts";
import { checkSharedLine } from "./shared-lines.ts";
import { checkStations } from "./stations.ts";

/** What looks wrong once it is known which way every message goes; the document has no faults. */
export function checkModel(document: SoundDocument, model: Model): readonly PlacedIssue[] {
  return placesIn(document, model).flatMap((place) => [
    ...checkStations(place),
    ...checkIdleTeams(place, document),
    ...checkSharedLine(place, model),
  ]);
}
