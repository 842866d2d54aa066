import { didYouMean } from "../did-you-mean.ts";
import { errorAt, type PlacedIssue, warningAt } from "../issue-list.ts";
import { quoted } from "../json-value.ts";
import { readWorkVolume } from "../quantities/work-volume.ts";
import { type Check, entriesOf, type SoundDocument, teamServing, teamsServing } from "./check.ts";

/** Names lead somewhere, and everybody and all work is served by somebody. */
export const checkServing: Check = (document) => [
  ...checkServes(document),
  ...checkIdleTeams(document),
  ...entriesOf(document.specialties).flatMap(([name]) => checkSpecialty(document, name)),
  ...entriesOf(document.specialties).flatMap(([name]) => checkOtherWork(document, name)),
];

function checkServes({ staff, specialties }: SoundDocument): readonly PlacedIssue[] {
  if (specialties === undefined) return [];
  const known = Object.keys(specialties);
  return entriesOf(staff).flatMap(([team, { serves }]) =>
    (serves ?? []).flatMap((specialty, index) => {
      if (known.includes(specialty)) return [];
      const message = `there is no specialty ${quoted(specialty)}`;
      return [
        errorAt(["staff", team, "serves", index], {
          code: "unknown-name",
          message,
          hint: didYouMean(specialty, known),
        }),
      ];
    }),
  );
}

/** Only one team of nurses and one of physicians get a specialty's messages. */
function checkIdleTeams(document: SoundDocument): readonly PlacedIssue[] {
  return entriesOf(document.staff).flatMap(([team, { role, serves, count }]) => {
    if ((role !== "nurse" && role !== "physician") || count === undefined || count === 0) return [];
    return (serves ?? []).flatMap((specialty, index) => {
      const first = teamServing(document, specialty, role);
      if (first === undefined || first === team || serves!.indexOf(specialty) < index) return [];
      const does = role === "nurse" ? "reads them all" : "looks after all its patients";
      const message = `the team ${quoted(team)} never gets a message of ${quoted(specialty)}: ${quoted(first)}, the first team of ${role}s by name, ${does}`;
      const hint = `put everybody into ${quoted(first)}, and give those whose hours differ an entry in its \`people\``;
      return [warningAt(["staff", team, "serves", index], { code: "never-served", message, hint })];
    });
  });
}

function checkSpecialty(document: SoundDocument, name: string): readonly PlacedIssue[] {
  if (document.staff === undefined || entriesOf(document.staff).some(([, team]) => team.serves === undefined))
    return [];
  const known = Object.keys(document.specialties ?? {});
  if (entriesOf(document.staff).some(([, { serves }]) => serves?.some((served) => !known.includes(served))))
    return [];
  const path = ["specialties", name];
  const roles = teamsServing(document, name).map(([, team]) => team.role);
  if (roles.includes(undefined)) return [];
  if (!roles.includes("nurse") && !roles.includes("physician")) {
    const message = `nobody answers the messages of ${quoted(name)}`;
    const hint = "name it in `serves` of a team of nurses or physicians with somebody in it";
    return [errorAt(path, { code: "nobody-serves", message, hint })];
  }
  if (!roles.includes("physician")) {
    const message = `${quoted(name)} has no physicians, so what a nurse may not close stays unanswered`;
    return [warningAt(path, { code: "no-physician", message })];
  }
  if (document.policies?.triage?.type === "nurse-first" && !roles.includes("nurse")) {
    const message = `triage is nurse-first, but no nurse serves ${quoted(name)}: physicians read first`;
    return [warningAt(["policies", "triage"], { code: "no-triage-nurse", message })];
  }
  return [];
}

function checkOtherWork({ staff, specialties }: SoundDocument, specialty: string): readonly PlacedIssue[] {
  if (staff === undefined) return [];
  const known = Object.keys(staff);
  return entriesOf(specialties?.[specialty]?.otherWork).flatMap(([name, work]) => {
    const path = ["specialties", specialty, "otherWork", name];
    const issues: PlacedIssue[] = [];
    if (work.interrupts === "nothing" && work.patience !== undefined) {
      const message = "patience has no meaning where nothing is interrupted";
      issues.push(
        warningAt([...path, "patience"], {
          code: "no-effect",
          message,
          hint: 'set interrupts to "messages"',
        }),
      );
    }
    if (work.team === undefined) return issues;
    if (!known.includes(work.team)) {
      const message = `there is no team ${quoted(work.team)}`;
      const fault = { code: "unknown-name", message, hint: didYouMean(work.team, known) };
      return [...issues, errorAt([...path, "team"], fault)];
    }
    const team = staff[work.team];
    if (team?.count === 0) {
      const message = `nobody is in the team ${quoted(work.team)}, so this work is never done`;
      issues.push(warningAt([...path, "team"], { code: "nobody-serves", message }));
    }
    const per = work.volume === undefined ? undefined : readWorkVolume(work.volume);
    if (per !== undefined && "value" in per && team?.role !== undefined) {
      if (per.value.per !== "team" && per.value.per !== "person" && per.value.per !== team.role) {
        const message = `the volume is per ${per.value.per}, but the team ${quoted(work.team)} is of ${team.role}s`;
        const hint = `write "per ${team.role}" or "per person"`;
        issues.push(errorAt([...path, "volume"], { code: "wrong-role", message, hint }));
      }
    }
    return issues;
  });
}
