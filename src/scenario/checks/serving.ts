import { didYouMean } from "../did-you-mean.ts";
import { errorAt, type PlacedIssue, warningAt } from "../issue-list.ts";
import { quoted } from "../json-value.ts";
import { peopleOf } from "../quantities/roles.ts";
import { readWorkVolume } from "../quantities/work-volume.ts";
import { type Check, entriesOf, type SoundDocument, teamsServing } from "./check.ts";

/** Names lead somewhere, and everybody and all work is served by somebody. */
export const checkServing: Check = (document) => [
  ...checkServes(document),
  ...checkTopics(document),
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

/** The topics that a team knows are those of a specialty it serves. */
function checkTopics({ staff, specialties }: SoundDocument): readonly PlacedIssue[] {
  return entriesOf(staff).flatMap(([name, { serves, topics }]) => {
    const served = (serves ?? []).map((specialty) => specialties?.[specialty]?.topics);
    if (topics === undefined || serves === undefined || served.includes(undefined)) return [];
    const known = [...new Set(served.flatMap((each) => Object.keys(each!)))];
    return topics.flatMap((topic, index) => {
      if (known.includes(topic)) return [];
      const message = `no specialty that ${quoted(name)} serves has a topic ${quoted(topic)}`;
      return [
        errorAt(["staff", name, "topics", index], {
          code: "unknown-name",
          message,
          hint: didYouMean(topic, known),
        }),
      ];
    });
  });
}

/** Somebody is for every topic: physicians for all, others for those they know. */
function checkSpecialty(document: SoundDocument, name: string): readonly PlacedIssue[] {
  const teams = entriesOf(document.staff).map(([, team]) => team);
  const known = Object.keys(document.specialties ?? {});
  if (document.staff === undefined || teams.some(({ serves, role }) => !serves || !role)) return [];
  if (teams.some(({ serves }) => serves!.some((served) => !known.includes(served)))) return [];
  const serving = teamsServing(document, name).map(([, team]) => team);
  if (serving.some(({ role }) => role === "physician")) return [];
  const answering = serving.filter(({ role }) => role !== "resident");
  const path = ["specialties", name];
  if (answering.length === 0) {
    const message = `nobody answers the messages of ${quoted(name)}`;
    const hint = "name it in `serves` of a team with somebody in it who may answer";
    return [errorAt(path, { code: "nobody-serves", message, hint })];
  }
  return entriesOf(document.specialties?.[name]?.topics).flatMap(([topic]) => {
    if (answering.some(({ topics }) => topics === undefined || topics.includes(topic))) return [];
    const message = `nobody answers messages of ${quoted(name)} about ${quoted(topic)}`;
    const hint = "name it in `topics` of a team that serves it, or add physicians";
    return [errorAt([...path, "topics", topic], { code: "nobody-serves", message, hint }, true)];
  });
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
        const message = `the volume is per ${per.value.per}, but the team ${quoted(work.team)} is of ${peopleOf(team.role)}`;
        const hint = `write "per ${team.role}" or "per person"`;
        issues.push(errorAt([...path, "volume"], { code: "wrong-role", message, hint }));
      }
    }
    return issues;
  });
}
