import type { Team } from "../model/index.ts";
import { type JsonObject, type JsonValue, policyCatalogue, type Scenario } from "../scenario/index.ts";
import type { Block, Document, TableSection } from "./document.ts";
import { brief } from "./number.ts";
import { counted } from "./words.ts";

/** Who does what, and by which policies: what the clinic chooses, and where a specialty or a team differs. */
export function organisation(scenario: Scenario): Document {
  return [
    { type: "heading", text: "Who does what with messages" },
    teamTable(scenario),
    { type: "heading", text: "By which policies; of a parameter at its default nothing is said" },
    policyTable(scenario),
  ];
}

function teamTable({ clinic }: Scenario): Block {
  const rows = clinic.teams.map((team) => [
    team.name,
    counted(team.count, team.role.replace("-", " ")),
    team.stages.join(", "),
    servesText(
      team,
      clinic.specialties.map(({ name }) => name),
    ),
  ]);
  return {
    type: "table",
    columns: [
      { title: "team", align: "left" },
      { title: "", align: "left" },
      { title: "stages", align: "left" },
      { title: "serves", align: "left", wraps: true },
    ],
    sections: [{ rows }],
  };
}

function servesText({ serves, topics }: Team, names: readonly string[]): string {
  const specialties = serves.map((index) => names[index]).join(", ");
  return topics === undefined ? specialties : `${specialties}: only ${topics.join(", ")}`;
}

function policyTable({ document }: Scenario): Block {
  const { policies, specialties, staff } = document;
  const sections: TableSection[] = [
    { rows: clinicRows(policies) },
    ...Object.entries(specialties).map(([name, { policies: own = {} }]) => ({
      heading: `  in ${name}`,
      rows: policyRows(own),
    })),
    ...Object.entries(staff).map(([name, { queue }]) => ({
      heading: `  in the team ${name}`,
      rows: policyRows({ queue }),
    })),
  ];
  return {
    type: "table",
    columns: [
      { title: "", align: "left" },
      { title: "", align: "left", wraps: true },
    ],
    sections: sections.filter(({ rows }) => rows.length > 0),
  };
}

/** A row for each policy that is chosen, by seam. */
function policyRows(chosen: object): readonly (readonly string[])[] {
  const { closeThreadAfter, ...seams } = chosen as Readonly<Record<string, JsonValue | undefined>>;
  const rows = Object.entries(seams).flatMap(([seam, value]) => {
    if (value === undefined) return [];
    const list = Array.isArray(value) ? (value as readonly JsonObject[]) : [value as JsonObject];
    const texts = list.map((policy) => policyText(seam, policy));
    return [[seam, texts.length === 0 ? "none" : texts.join("; ")]];
  });
  if (closeThreadAfter === undefined) return rows;
  return [...rows, ["threads", `closed after ${String(closeThreadAfter)}`]];
}

/** The clinic's, where choices of doing nothing need no row each; without triage physicians read everything, which is something. */
function clinicRows(chosen: object): readonly (readonly string[])[] {
  const rows = policyRows(chosen);
  const idle = rows.filter(([seam, text]) => text === "none" && seam !== "triage");
  const others = rows.filter((row) => !idle.includes(row));
  return idle.length === 0 ? others : [...others, ["none", `for ${idle.map(([seam]) => seam).join(", ")}`]];
}

/** `nurse-first (asks 0.15, askEffort 0.3)` */
function policyText(seam: string, { type, ...given }: JsonObject): string {
  const known = policyCatalogue()
    .find((each) => each.seam === seam)
    ?.policies.find((policy) => policy.type === type);
  const said = Object.entries(given).flatMap(([name, value]) => {
    const standard = known?.params.find((parameter) => parameter.name === name)?.default;
    return JSON.stringify(value) === JSON.stringify(standard) ? [] : [`${name} ${inWords(value)}`];
  });
  return said.length === 0 ? String(type) : `${String(type)} (${said.join(", ")})`;
}

/** A value in few words: `{ "lognormal": { "mean": "2 min", "sd": "1 min" } }` is "lognormal mean 2 min sd 1 min". */
function inWords(value: JsonValue): string {
  if (typeof value === "number") return brief(value, 4);
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(inWords).join(" and ");
  if (typeof value !== "object" || value === null) return String(value);
  const { type, ...rest } = value as JsonObject;
  const parts = Object.entries(typeof type === "string" ? rest : value).map(
    ([key, part]) => `${key} ${inWords(part)}`,
  );
  if (typeof type !== "string") return parts.join(" ");
  return parts.length === 0 ? type : `${type} (${parts.join(", ")})`;
}
