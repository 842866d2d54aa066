import { describe, expect, it } from "vitest";
import { randomClinic } from "../model/random-clinic.ts";
import { type Account, accountOfModel, accountOfRun } from "./agreement.ts";
import { MUTATIONS } from "./mutations.ts";
import { referenceClinic } from "./reference-clinic.ts";

const CASES = 300;
/** Cases in which a changed rule must be seen to disagree. */
const SEEN = 5;

const sizeOf = (seed: number) => ({
  seed,
  days: 1 + (seed % 5),
  threads: 6 + (seed % 19),
  work: seed % 23,
});

const cases = Array.from({ length: CASES }, (_, i) => randomClinic(sizeOf(20_260_000 + i)));
const runs = cases.map(({ clinic, clockChanges, world }) => referenceClinic(clinic, clockChanges, world));
const reference: readonly Account[] = runs.map(accountOfRun);

describe("the model and the reference clinic", () => {
  it(`agree on every message, wait, piece of work and visit of ${CASES} random small clinics`, () => {
    cases.forEach((clinicCase, i) => {
      expect(accountOfModel(clinicCase), clinicCase.clinic.name).toEqual(reference[i]);
    });
  });

  it("looked at enough of everything", () => {
    const messages = runs.flatMap((run) => run.messages);
    const works = runs.flatMap((run) => run.works);
    const visits = runs.flatMap((run) => run.visits);
    const waits = runs.flatMap((run) => run.waits);
    const some = (count: number) => expect(count).toBeGreaterThan(100);
    expect(messages.length).toBeGreaterThan(4000);
    some(messages.filter(({ replied }) => !Number.isNaN(replied)).length);
    some(messages.filter(({ closed, turnedAwayBy }) => Number.isNaN(closed) && turnedAwayBy < 0).length);
    some(messages.filter(({ turnedAwayBy }) => turnedAwayBy >= 0).length);
    some(messages.filter(({ cause }) => cause === "chaser").length);
    some(messages.filter(({ cause }) => cause === "duplicate").length);
    some(messages.filter(({ settledByCall }) => settledByCall).length);
    some(messages.filter(({ emergency }) => !Number.isNaN(emergency)).length);
    some(messages.filter(({ clerkTouches }) => clerkTouches > 0).length);
    some(messages.filter(({ nurseTouches, physicianTouches }) => nurseTouches + physicianTouches > 2).length);
    some(works.filter(({ lost }) => lost).length);
    some(works.filter(({ about, ended, lost }) => about && !lost && !Number.isNaN(ended)).length);
    for (const reason of ["in place of writing", "after writing", "turned away"] as const) {
      some(visits.filter((visit) => visit.reason === reason).length);
    }
    some(visits.filter(({ day }) => day >= 0).length);
    for (const label of Object.keys(waits[0]!.labels) as (keyof (typeof waits)[0]["labels"])[]) {
      some(waits.filter(({ labels }) => labels[label] > 0).length);
    }
  });

  it.each(MUTATIONS)("would be seen to disagree: %s", (_name, change) => {
    let seen = 0;
    for (let i = 0; i < CASES && seen < SEEN; i += 1) {
      if (JSON.stringify(accountOfModel(change(cases[i]!))) !== JSON.stringify(reference[i])) seen += 1;
    }
    expect(seen).toBe(SEEN);
  });
});
