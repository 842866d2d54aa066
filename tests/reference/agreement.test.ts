import { describe, expect, it } from "vitest";
import type { CalendarSpec, Policies, Team, World } from "../../src/model/index.ts";
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
    const { messages, works } = reference[i]!;
    return told.messages.join("\n") !== messages.join("\n") || told.works.join("\n") !== works.join("\n");
  }).length;
}

const withPolicies =
  (change: (policies: Policies) => Partial<Policies>) =>
  (clinicCase: ClinicCase): ClinicCase => {
    const { clinic } = clinicCase;
    return {
      ...clinicCase,
      clinic: { ...clinic, policies: { ...clinic.policies, ...change(clinic.policies) } },
    };
  };

const withCalendar =
  (change: Partial<CalendarSpec>) =>
  (clinicCase: ClinicCase): ClinicCase => {
    const { clinic } = clinicCase;
    return { ...clinicCase, clinic: { ...clinic, calendar: { ...clinic.calendar, ...change } } };
  };

const withWorld =
  (change: (world: World) => Partial<World>) =>
  (clinicCase: ClinicCase): ClinicCase => ({
    ...clinicCase,
    world: { ...clinicCase.world, ...change(clinicCase.world) },
  });

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
    ["first come for urgent first", withPolicies(() => ({ queue: { type: "first-come" } }))],
    [
      "another routing",
      withPolicies(({ routing }) => ({
        routing: { type: routing.type === "own-physician" ? "physician-pool" : "own-physician" },
      })),
    ],
    [
      "nobody asks",
      withWorld(({ threads }) => ({
        threads: threads.map((t) => ({ ...t, rounds: t.rounds.map((r) => ({ ...r, asks: false })) })),
      })),
    ],
    ["threads never closed", withPolicies(() => ({ closeThreadAfter: 1e9 }))],
    ["no closed dates", withCalendar({ closedDates: [] })],
    ["patients who never sleep", withCalendar({ patientSleep: { from: 0, to: 0 } })],
    [
      "sessions that end in time",
      withWorld(({ people }) => ({
        people: people.map((team) =>
          team.map((person) => ({ ...person, overrun: person.overrun.map((day) => day.map(() => 0)) })),
        ),
      })),
    ],
    [
      "a minute more of patience",
      withWorld(({ work }) => ({
        work: Array.from(work, (item) => ({ ...item, patience: item.patience + 1 })),
      })),
    ],
  ] as const)("would be seen to disagree: %s", (_name, change) => {
    expect(disagreements(change as (c: ClinicCase) => ClinicCase)).toBeGreaterThanOrEqual(5);
  });
});
