import type { JsonObject, JsonValue, SpecialtyDocument, TeamDocument } from "../../scenario/index.ts";
import type { DocumentEntry } from "../document.ts";
import { brief } from "../number.ts";
import { counted, listed } from "../words.ts";
import { exactly, perCent, type StressItem, type Study, table, text } from "./study.ts";

export function components(study: Study): readonly StressItem[] {
  return [
    { number: "2.5.1", title: "Components: entities", blocks: entities(study) },
    { number: "2.5.2", title: "Components: activities", blocks: activities(study) },
    { number: "2.5.3", title: "Components: resources", blocks: resources(study) },
    { number: "2.5.4", title: "Components: queues", blocks: queues(study) },
    { number: "2.5.5", title: "Components: entry and exit points", blocks: entryAndExit(study) },
  ];
}

type Specialties = readonly (readonly [string, SpecialtyDocument])[];

function entities({ scenario: { document } }: Study): StressItem["blocks"] {
  const specialties: Specialties = Object.entries(document.specialties);
  const rows = specialties.flatMap(([specialty, { topics }]) =>
    Object.entries(topics).map(([name, { share, urgent, needsVisit, followUp, complexity }]) => [
      specialty,
      name,
      perCent(share),
      perCent(urgent),
      perCent(needsVisit),
      perCent(followUp.probability),
      exactly(complexity),
    ]),
  );
  return [
    text(
      "Threads of messages, each of one patient, with attributes of its own that do not depend on what staff do: topic, urgency, one complexity that every role feels in its minutes, the lowest role that may close each message, patience, and follow-ups. Calls, requests, results, refills and staff mail compete with them.",
    ),
    table(
      [
        "specialty",
        "topic",
        "share of threads",
        "truly urgent",
        "needs a visit",
        "a reply brings another",
        "correlation of minutes",
      ],
      rows,
    ),
  ];
}

function activities({ scenario: { document } }: Study): StressItem["blocks"] {
  const specialties: Specialties = Object.entries(document.specialties);
  const handling = specialties.flatMap(([specialty, { topics }]) =>
    Object.entries(topics).map(([name, { minutes }]) => [
      specialty,
      name,
      ...(["triage", "clerk", "nurse", "physician"] as const).map((role) =>
        exactly((minutes as JsonObject)[role]),
      ),
    ]),
  );
  const other = specialties.flatMap(([specialty, { otherWork }]) =>
    Object.entries(otherWork).map(([name, work]) => [
      specialty,
      name,
      work.team,
      exactly(work.volume),
      exactly(work.minutes as JsonValue),
      exactly(("interrupts" in work ? work.interrupts : undefined) as JsonValue | undefined),
    ]),
  );
  return [
    text(
      "Reading first, replying, asking and answering back, drafting, signing and working off links; minutes of each are drawn by topic and role.",
    ),
    table(
      ["specialty", "topic", "reading first", "a clerk's reply", "a nurse's reply", "a physician's"],
      handling,
    ),
    ...(other.length === 0
      ? []
      : [table(["specialty", "other work", "team", "how much", "minutes", "interrupts"], other)]),
  ];
}

const NOT_OF_THE_TEAM = new Set(["role", "count", "serves"]);

function resources({ scenario: { document } }: Study): StressItem["blocks"] {
  const entries = Object.entries(document.staff).map(([name, team]): DocumentEntry => {
    const { role, count, serves } = team as TeamDocument;
    const rest = Object.entries(team as unknown as JsonObject).filter(
      ([key, value]) => !NOT_OF_THE_TEAM.has(key) && !isEmpty(value),
    );
    return {
      term: name,
      note: `${counted(count, role.replace("-", " "))} for ${listed(serves)}`,
      texts: rest.map(([key, value]) => `${key}: ${exactly(value)}`),
    };
  });
  return [
    text("Teams of people, with hours, absences and costs of their own:"),
    { type: "entries", entries },
  ];
}

function isEmpty(value: JsonValue | undefined): boolean {
  return (
    value === undefined || (typeof value === "object" && value !== null && Object.keys(value).length === 0)
  );
}

function queues({ scenario: { document, clinic } }: Study): StressItem["blocks"] {
  const own = clinic.teams.filter(({ role }) => role === "physician").map(({ name }) => name);
  const calls = clinic.specialties.flatMap(({ otherWork }) =>
    otherWork.filter(({ interrupts }) => interrupts).map(({ name }) => name),
  );
  const differing = Object.entries(document.staff).flatMap(([name, { queue }]) =>
    queue === undefined ? [] : [`${name}: ${exactly(queue as JsonValue)}`],
  );
  return [
    text(
      `Every team has a line that its people share${own.length === 0 ? "" : `, and every person of ${listed(own)} one of their own`}. No line is bounded.`,
      `Order of work: ${exactly(document.policies.queue as JsonValue)}${differing.length === 0 ? "" : `; but ${listed(differing)}`}.`,
      calls.length === 0
        ? "No work interrupts other work."
        : `${listed(calls)} are taken before messages, interrupt the one in hand, and are lost when patience ends.`,
      "Messages are never lost from a line: who waits too long asks again, calls, or seeks help elsewhere, by the chances in 3.3.",
    ),
  ];
}

function entryAndExit({ scenario: { document, clinic, loads } }: Study): StressItem["blocks"] {
  const rows = clinic.specialties.map(({ name, patients, portalShare }) => {
    const { demand } = document.specialties[name]!;
    return [name, exactly(patients), perCent(portalShare), `${demand.volume} (${demand.counts})`];
  });
  return [
    text(
      `Messages enter when patients send them, at any hour: ${brief(loads.messagesPerWeek)} a week in ${brief(loads.threadsPerWeek)} new threads, as is expected before chance. Other work enters during opening hours.`,
      "They leave when they are closed: answered, read where they need no answer, turned into a visit, or settled in a call; or at once where the front door turns them away. What is open at the end of the run is counted as that.",
    ),
    table(["specialty", "patients", "on the portal", "volume"], rows),
  ];
}
