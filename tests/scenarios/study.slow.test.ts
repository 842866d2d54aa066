import { describe, expect, test } from "vitest";
import { drawWorld } from "../../src/model/index.ts";
import type { Patch } from "../../src/scenario/index.ts";
import { meanOf, valuesOf } from "./scenario-runs.ts";
import { modelOf, scenarioOf } from "./shipped-scenarios.ts";

const STUDY = "study-2019-2022.json";

/** First messages of threads in three years, as drawn: what staff do changes nothing in them. */
const { clinic, calendar } = modelOf(STUDY);
const { threads } = drawWorld(modelOf(STUDY), clinic.run.seed, 0);
const dayOf = (date: string) => (Date.parse(date) - Date.parse(clinic.run.start)) / 86_400_000;

/** New threads per 100 patients and month of a specialty between two dates. */
function threadsPer100(specialty: string, from: string, to: string): number {
  const index = clinic.specialties.findIndex(({ name }) => name === specialty);
  const within = threads.filter(
    (thread) =>
      thread.specialty === index &&
      thread.sent >= calendar.dayStart(dayOf(from)) &&
      thread.sent < calendar.dayStart(dayOf(to)),
  );
  const months = (dayOf(to) - dayOf(from)) / (365.25 / 12);
  return (within.length / clinic.specialties[index]!.patients / months) * 100;
}

const NAMES = clinic.specialties.map(({ name }) => name);
const before = new Map(NAMES.map((name) => [name, threadsPer100(name, "2019-10-01", "2020-03-01")]));
const after = new Map(NAMES.map((name) => [name, threadsPer100(name, "2020-06-01", "2022-10-01")]));
const rise = (name: string) => after.get(name)! / before.get(name)!;

describe("the study's time, October 2019 to October 2022", () => {
  test("has messages surge everywhere, most in mental health", () => {
    for (const name of NAMES) expect(rise(name)).toBeGreaterThan(1.2);
    for (const name of NAMES.filter((each) => each !== "mental health"))
      expect(rise("mental health") / rise(name)).toBeGreaterThan(1.15);
  });

  test.each([
    ["before", before],
    ["after", after],
  ])(
    "has most messages per patient and month in mental health and rheumatology, %s the surge",
    (_, rates) => {
      const most = [...NAMES].sort((a, b) => rates.get(b)! - rates.get(a)!);
      expect(most.slice(0, 2)).toEqual(["mental health", "rheumatology"]);
    },
  );

  test("knows no surge in its alternative without one", () => {
    const { specialties } = modelOf(STUDY, scenarioOf(STUDY).alternatives["no surge"]).clinic;
    for (const { demand } of specialties) expect(demand.timeline).toEqual([]);
  });
});

describe("many patients for a physician and no nurse", () => {
  const WINTER: Patch = { "run.start": "2020-11-20", "run.length": "182 days" };
  const MINUTES = "physician_message_min_per_day";
  const more: Patch = { "staff.rheumatologist.count": 6 };
  const none = scenarioOf(STUDY).alternatives["no nurses for messages"]!;
  const minutes = (patch: Patch, of = "_rheumatologist") =>
    meanOf(valuesOf(STUDY, { ...WINTER, ...patch }, `${MINUTES}${of}`, 1));

  test("make physicians' worst load: either alone does not", () => {
    const worst = minutes(none);
    const [fewNurses, manyPatients, neither] = [minutes({ ...none, ...more }), minutes({}), minutes(more)];
    expect(fewNurses / worst).toBeLessThan(0.75);
    expect(manyPatients / worst).toBeLessThan(0.5);
    expect(neither / manyPatients).toBeLessThan(0.75);
    // Each costs more where the other is.
    expect(worst - fewNurses).toBeGreaterThan(2 * (manyPatients - neither));
  });

  test("make it worst where there are most patients for each: in rheumatology", () => {
    const others = ["_psychiatrist", "_dermatologist", "_surgeon"].map((team) => minutes(none, team));
    for (const other of others) expect(minutes(none) / other).toBeGreaterThan(1.5);
  });
});
