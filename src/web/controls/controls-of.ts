import {
  formatPath,
  type JsonValue,
  type Scenario,
  type SpecialtyDocument,
  type TeamDocument,
} from "../../scenario/index.ts";
import type { Control, ControlGroup, ControlSection, LinesControl } from "./control.ts";
import { amountControl, numberControl, shareControl } from "./number-control.ts";
import { policyGroups } from "./policy-controls.ts";

const COVERS = [
  { value: "none", doc: "Nobody does an absent person's work." },
  { value: "buddy", doc: "The next colleague does, besides his own." },
  { value: "pool", doc: "All colleagues do." },
  { value: "float", doc: "Somebody from outside does, paid on top." },
];

/** What planners change, as the scenario has it: demand, people, their hours, and how work is organised. */
export function controlsOf(scenario: Scenario): readonly ControlGroup[] {
  const { specialties, staff } = scenario.document;
  const teams = Object.entries(staff);
  return [
    {
      title: "People",
      sections: teams.map(([name, team]) => ({ title: name, controls: peopleOf(scenario, name, team) })),
    },
    {
      title: "Volume",
      sections: Object.entries(specialties).map(([name, specialty]) => ({
        title: name,
        controls: volumeOf(scenario, name, specialty),
      })),
    },
    {
      title: "Shifts and inbox blocks",
      sections: teams.map(([name, team]) => ({ title: name, controls: hoursOf(scenario, name, team) })),
    },
    ...policyGroups(scenario),
    { title: "Simulation", sections: [simulationOf(scenario)] },
  ];
}

function peopleOf(
  scenario: Scenario,
  name: string,
  { role, count, absence }: TeamDocument,
): readonly Control[] {
  const at = (...segments: readonly string[]) => ["staff", name, ...segments];
  return [
    numberControl(
      scenario,
      at("count"),
      count,
      {
        label: "Posts",
        doc: `People in the team, who work as ${role}.`,
        unit: count === 1 ? "post" : "posts",
      },
      { most: Math.max(count + 3, Math.ceil(count * 1.5)), whole: true },
    ),
    {
      kind: "choice",
      path: formatPath(at("absence", "cover")),
      label: "Cover for the absent",
      doc: "",
      value: absence.cover,
      options: COVERS,
    },
    amountControl(scenario, at("absence", "vacation"), absence.vacation, { label: "Vacation of each" }),
  ];
}

function volumeOf(
  scenario: Scenario,
  name: string,
  { patients, portalShare, demand, otherWork }: SpecialtyDocument,
): readonly Control[] {
  const at = (...segments: readonly string[]) => ["specialties", name, ...segments];
  return [
    amountControl(scenario, at("demand", "volume"), demand.volume, {
      label: "Messages",
      doc: `Counts ${demand.counts}.`,
    }),
    numberControl(scenario, at("patients"), patients, { label: "Patients", unit: "patients" }),
    shareControl(scenario, at("portalShare"), portalShare, { label: "Patients with a portal account" }),
    ...Object.entries(otherWork).map(([work, { volume }]) =>
      amountControl(scenario, at("otherWork", work, "volume"), volume as JsonValue, {
        label: work.charAt(0).toUpperCase() + work.slice(1),
        doc: "Other work of the same people.",
      }),
    ),
  ];
}

function hoursOf(scenario: Scenario, name: string, team: TeamDocument): readonly Control[] {
  const lines = (key: string, label: string, value: readonly string[], example: string): LinesControl => ({
    kind: "lines",
    path: formatPath(["staff", name, key]),
    label,
    doc: "",
    value,
    example,
  });
  return [
    ...(team.role === "physician" && team.shifts.length === 0
      ? []
      : [lines("shifts", "Shifts", team.shifts, "Mon-Fri 08:30-16:30 except 12:00-12:30")]),
    ...(team.clinic.length === 0 && team.inbox === undefined
      ? []
      : [
          lines("clinic", "Clinic sessions", team.clinic, "Mon-Wed 09:00-12:00"),
          lines("inbox", "Inbox blocks", team.inbox ?? [], "Mon-Fri 12:30-13:00"),
        ]),
    lines("duties", "Other duties", team.duties, "Tue,Thu 13:00-15:00"),
    ...team.evenings.flatMap(({ days, probability, upTo }, index): readonly Control[] => {
      const at = (key: string) => ["staff", name, "evenings", String(index), key];
      return [
        shareControl(scenario, at("probability"), probability, {
          label: `Evenings worked at home, ${days}`,
          doc: "Chance that a person works on such an evening.",
        }),
        amountControl(scenario, at("upTo"), upTo, { label: "Such an evening lasts at most" }),
      ];
    }),
  ];
}

function simulationOf(scenario: Scenario): ControlSection {
  const { seed, replications } = scenario.document.run;
  return {
    title: "",
    controls: [
      numberControl(
        scenario,
        ["run", "replications"],
        replications,
        {
          label: "Worlds",
          doc: "Each is the whole time again, with other chance; more of them make intervals narrower.",
          unit: "worlds",
        },
        { least: 1, most: Math.max(100, replications), whole: true },
      ),
      numberControl(
        scenario,
        ["run", "seed"],
        seed,
        { label: "Seed", doc: "Same seed, same worlds." },
        { least: 0, most: 9999, whole: true },
      ),
    ],
  };
}
