import type { Role } from "../../model/index.ts";
import { errorAt, type PlacedIssue, warningAt } from "../issue-list.ts";
import { quoted } from "../json-value.ts";
import { peopleOf, stagesOf } from "../quantities/roles.ts";
import { type Check, entriesOf, physiciansServing, type SoundDocument, type SoundTeam } from "./check.ts";

/** Teams are asked for what their scope of practice allows, and have only what means something for their role. */
export const checkPractice: Check = (document) =>
  entriesOf(document.staff).flatMap(([name, team]) => {
    if (team.role === undefined) return [];
    const path = ["staff", name];
    return [
      ...checkStages(path, team.role, team),
      ...checkSigning(document, name, team),
      ...checkIdleKeys(path, team.role, team),
    ];
  });

function checkStages(path: readonly string[], role: Role, { stages }: SoundTeam): readonly PlacedIssue[] {
  const allowed = stagesOf(role);
  return (stages ?? []).flatMap((stage, index) => {
    if (allowed.includes(stage)) return [];
    const message = `${quoted(stage)} is beyond what ${peopleOf(role)} do with messages`;
    const hint = `a team of ${peopleOf(role)} may have ${allowed.map((each) => quoted(each)).join(" and ")}${WHY[stage]}`;
    return [errorAt([...path, "stages", index], { code: "beyond-scope", message, hint })];
  });
}

const WHY = {
  draft: "; drafts that somebody else answers for are residents'",
  triage: "; reading first is for those whom triage names, and physicians read what nobody else does",
  reply: "; what a resident writes is a draft",
} as const;

/** Residents write for a physician who answers for it. */
function checkSigning(document: SoundDocument, name: string, team: SoundTeam): readonly PlacedIssue[] {
  if (team.role !== "resident" || team.count === 0 || isAnyRoleUnknown(document)) return [];
  return (team.serves ?? []).flatMap((specialty, index) => {
    if (document.specialties?.[specialty] === undefined) return [];
    if (physiciansServing(document, specialty) !== undefined) return [];
    const message = `${quoted(specialty)} has no physicians, for whom the residents of ${quoted(name)} could draft`;
    const hint = "add a team of physicians that serves it, or let the residents serve others";
    return [errorAt(["staff", name, "serves", index], { code: "nobody-signs", message, hint })];
  });
}

function isAnyRoleUnknown({ staff }: SoundDocument): boolean {
  return entriesOf(staff).some(([, { role }]) => role === undefined);
}

function checkIdleKeys(path: readonly string[], role: Role, team: SoundTeam): readonly PlacedIssue[] {
  const issues: PlacedIssue[] = [];
  const idle = (key: readonly string[], message: string) =>
    issues.push(warningAt([...path, ...key], { code: "no-effect", message, hint: "leave it out" }));
  if (team.coSignature !== undefined && role !== "resident") {
    idle(["coSignature"], `${peopleOf(role)} sign for themselves: only residents' drafts are signed`);
  }
  if (team.topics !== undefined && role === "physician") {
    idle(["topics"], "physicians look after patients, whatever these write about");
  }
  if (role === "physician") return issues;
  if ((team.handovers ?? []).length > 0)
    idle(["handovers"], `${peopleOf(role)} have no patients of their own`);
  for (const [person, { panelShare }] of entriesOf(team.people)) {
    if (panelShare === undefined || panelShare === 1) continue;
    idle(["people", person, "panelShare"], `${peopleOf(role)} have no patients of their own`);
  }
  return issues;
}
