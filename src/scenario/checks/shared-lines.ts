import type { Model } from "../../model/index.ts";
import { type PlacedIssue, warningAt } from "../issue-list.ts";
import { quoted } from "../json-value.ts";
import { type Place, pathOf } from "./place.ts";

/** Physicians work their shared line by the routing of one specialty, whoever else's messages are in it. */
export function checkSharedLine(
  place: Place,
  { clinic, routings, specialties }: Model,
): readonly PlacedIssue[] {
  const { physicians, rules, name } = place;
  if (physicians === undefined) return [];
  const first = Math.min(...physicians.serves);
  const other = specialties[first]!.policies.routing;
  const own = rules.policies.routing;
  const isSame = JSON.stringify(own) === JSON.stringify(other);
  if (isSame || rules.routing.worksShared === routings[clinic.teams.indexOf(physicians)]!.worksShared)
    return [];
  const message = `${quoted(physicians.name)} work the line they share as ${quoted(clinic.specialties[first]!.name)} has it, ${other.type}; ${quoted(name)} has ${own.type}`;
  const hint = "give both the same routing, or each physicians of its own";
  return [warningAt(pathOf(place, "routing"), { code: "shared-line", message, hint })];
}
