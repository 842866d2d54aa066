import type { Clinic } from "../../model/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import type { Block } from "../document.ts";
import { counted, listed } from "../words.ts";
import { type FlowEdge, messageFlow, type Place } from "./message-flow.ts";
import { perCent } from "./study.ts";

/** What people call what is done. */
const WORDS: Readonly<Record<string, string>> = {
  triage: "reading first",
  question: "asked by the nurse",
  return: "forwarded by mistake",
  link: "request through a link",
};

/** How a message goes through this clinic, as a Mermaid flow chart. */
export function flowDiagram(scenario: Scenario): Block {
  const { clinic } = scenario;
  const edges = messageFlow(scenario);
  const places = placesOf(edges);
  const teams = new Set(places.flatMap((place) => (place.type === "team" ? [place.team] : [])));
  return {
    type: "code",
    language: "mermaid",
    lines: [
      "flowchart TD",
      ...places.map((place) => `  ${nodeText(place, clinic)}`),
      ...frontDoorLines(scenario),
      ...edges.map((edge) => `  ${edgeText(edge, scenario)}`),
      ...afterwardsLines(clinic),
      ...otherWorkLines(clinic, teams),
    ],
  };
}

function placesOf(edges: readonly FlowEdge[]): readonly Place[] {
  const all = edges.flatMap(({ from, to }) => [from, to]);
  return [...new Map(all.map((place) => [idOf(place), place])).values()];
}

function idOf(place: Place): string {
  switch (place.type) {
    case "patients":
      return `patients${place.specialty}`;
    case "team":
      return `team${place.team}`;
    case "physicians":
      return `physicians${place.specialty}`;
    case "asked":
      return `asked${place.specialty}`;
    case "closed":
      return "closed";
  }
}

function nodeText(place: Place, clinic: Clinic): string {
  const id = idOf(place);
  switch (place.type) {
    case "patients": {
      const { name, patients, portalShare } = clinic.specialties[place.specialty]!;
      const many = `${patients} patients, ${perCent(portalShare)} on the portal`;
      return `${id}([${label(`${name}: ${many}`)}])`;
    }
    case "team":
      return `${id}[${label(teamText(clinic, place.team))}]`;
    case "physicians": {
      const teams = physiciansOf(clinic, place.specialty);
      if (teams.length === 0) return `${id}[${label("nobody: no physician serves them")}]`;
      return `${id}[${label(listed(teams.map((team) => teamText(clinic, team))))}]`;
    }
    case "asked":
      return `${id}([${label("the patient is asked, and answers")}])`;
    case "closed":
      return `${id}([${label("closed")}])`;
  }
}

function teamText({ teams }: Clinic, index: number): string {
  const { name, count, role } = teams[index]!;
  return `${name}: ${counted(count, role.replace("-", " "))}`;
}

function physiciansOf({ teams }: Clinic, specialty: number): readonly number[] {
  return teams.flatMap(({ role, serves, count }, index) =>
    role === "physician" && count > 0 && serves.includes(specialty) ? [index] : [],
  );
}

/** Front doors stand between patients and those who read. */
function frontDoorLines({ clinic, document }: Scenario): readonly string[] {
  return clinic.specialties.flatMap(({ name }, index) => {
    const doors = doorsOf(document, name);
    if (doors.length === 0) return [];
    const texts = doors.map(({ type }) => type);
    return [
      `  door${index}{{${label(`front door: ${texts.join(", then ")}`)}}}`,
      `  patients${index} --> door${index}`,
      `  door${index} -. ${label("turned away")} .-> away${index}([${label("a call, a visit, or nothing")}])`,
    ];
  });
}

function doorsOf({ policies, specialties }: Scenario["document"], name: string) {
  return specialties[name]?.policies?.frontDoor ?? policies.frontDoor;
}

function edgeText({ from, to, activities }: FlowEdge, { clinic, document }: Scenario): string {
  const start =
    from.type === "patients" && doorsOf(document, clinic.specialties[from.specialty]!.name).length > 0
      ? `door${from.specialty}`
      : idOf(from);
  if (activities.length === 0) return `${start} --> ${idOf(to)}`;
  const text = activities.map((activity) => WORDS[activity] ?? activity).join(", ");
  return `${start} -- ${label(text)} --> ${idOf(to)}`;
}

/** What a closed message may bring: another of the thread, or a visit. */
function afterwardsLines({ specialties }: Clinic): readonly string[] {
  return specialties.flatMap(({ topics, impatience, slots }, index) => {
    const writes = topics.some(({ followUp }) => followUp.probability > 0);
    const chases = (impatience.chaser?.probability ?? 0) > 0;
    const visits = topics.some(({ needsVisit }) => needsVisit > 0) && Object.keys(slots).length > 0;
    return [
      ...(writes ? [`  closed -. ${label("follow-up")} .-> patients${index}`] : []),
      ...(chases
        ? [`  patients${index} -. ${label("waits too long: asks again")} .-> patients${index}`]
        : []),
      ...(visits
        ? [`  closed -. ${label("where one is needed")} .-> visit${index}([${label("a visit")}])`]
        : []),
    ];
  });
}

/** What competes for the same people. */
function otherWorkLines(clinic: Clinic, shown: ReadonlySet<number>): readonly string[] {
  return clinic.specialties.flatMap(({ otherWork }, specialty) =>
    otherWork.flatMap(({ name, team, interrupts, order }, index) => {
      const id = `work${specialty}x${index}`;
      const isPhysicians = clinic.teams[team]!.role === "physician";
      const target = shown.has(team) ? `team${team}` : isPhysicians ? `physicians${specialty}` : undefined;
      if (target === undefined) return [];
      const how = interrupts ? "interrupts messages" : order;
      return [`  ${id}[/${label(name)}/]`, `  ${id} -. ${label(how)} .-> ${target}`];
    }),
  );
}

/** Text in quotes as Mermaid shows it: whatever could mean something there is written by its number. */
function label(text: string): string {
  const safe = text.replace(/[^\p{L}\p{N} .,:%()'/–-]/gu, (sign) => `#${sign.codePointAt(0)};`);
  return `"${safe}"`;
}
