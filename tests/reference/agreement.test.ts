import { describe, expect, it } from "vitest";
import type { Team } from "../../src/model/index.ts";
import { type ClinicCase, randomClinic } from "../model/random-clinic.ts";
import { type Account, accountOfModel, accountOfReference } from "./agreement.ts";

const CASES = 300;
const sizeOf = (seed: number) => ({
  seed,
  days: 1 + (seed % 5),
  threads: 6 + (seed % 19),
  work: seed % 23,
});

const cases = Array.from({ length: CASES }, (_, i) => randomClinic(sizeOf(20_260_000 + i)));
const reference: readonly Account[] = cases.map(accountOfReference);

/** How many of the cases the model, after a change, would no longer agree on. */
function disagreements(change: (clinicCase: ClinicCase) => ClinicCase): number {
  return cases.filter((clinicCase, i) => {
    const told = accountOfModel(change(clinicCase));
    return told.messages.join("\n") !== reference[i]!.messages.join("\n");
  }).length;
}

const withTeams =
  (change: (team: Team) => Team) =>
  (clinicCase: ClinicCase): ClinicCase => ({
    ...clinicCase,
    clinic: { ...clinicCase.clinic, teams: clinicCase.clinic.teams.map(change) },
  });

describe("the model and the reference clinic", () => {
  it(`agree on every message's times in ${CASES} random small clinics`, () => {
    cases.forEach((clinicCase, i) => {
      expect(accountOfModel(clinicCase), clinicCase.clinic.name).toEqual(reference[i]);
    });
  });

  it("looked at enough: replies, open messages, lost and answered calls, suspended work", () => {
    const told = reference.flatMap(({ messages }) => messages);
    const works = reference.flatMap(({ works: all }) => all);
    expect(told.length).toBeGreaterThan(3000);
    expect(told.filter((text) => !text.includes("replied NaN")).length).toBeGreaterThan(1000);
    expect(told.filter((text) => text.includes("closed NaN")).length).toBeGreaterThan(300);
    expect(works.filter((text) => text.includes("lost true")).length).toBeGreaterThan(100);
    expect(
      works.filter((text) => text.includes("lost false") && !text.includes("ended NaN")).length,
    ).toBeGreaterThan(500);
  });

  it.each([
    [
      "finish and suspend exchanged",
      withTeams((t) => ({ ...t, endOfHours: t.endOfHours === "finish" ? "suspend" : "finish" })),
    ],
    ["a minute more to read again", withTeams((t) => ({ ...t, reRead: t.reRead + 1 }))],
    ["breaks worked through", withTeams((t) => ({ ...t, duties: t.duties.map(() => []) }))],
    [
      "no evenings",
      withTeams(({ evenings: _, ...t }) => ({ ...t, people: t.people.map(({ evenings: __, ...p }) => p) })),
    ],
    ["everybody on the team's hours", withTeams((t) => ({ ...t, people: [] }))],
    [
      "no duties on dates",
      withTeams((t) => ({ ...t, datedDuties: [], people: t.people.map((p) => ({ ...p, datedDuties: [] })) })),
    ],
    ["cover by the pool", withTeams((t) => ({ ...t, absence: { ...t.absence, cover: "pool" } }))],
    ["no clock changes", (c: ClinicCase) => ({ ...c, clockChanges: [] })],
    [
      "first come for urgent first",
      (c: ClinicCase) =>
        ({
          ...c,
          clinic: { ...c.clinic, policies: { ...c.clinic.policies, queue: { type: "first-come" } } },
        }) as ClinicCase,
    ],
    [
      "no closed dates",
      (c: ClinicCase) => ({
        ...c,
        clinic: { ...c.clinic, calendar: { ...c.clinic.calendar, closedDates: [] } },
      }),
    ],
  ] as const)("would be seen to disagree: %s", (_name, change) => {
    expect(disagreements(change as (c: ClinicCase) => ClinicCase)).toBeGreaterThanOrEqual(5);
  });
});
