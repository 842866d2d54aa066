import { describe, expect, it } from "vitest";
import { randomClinic } from "../model/random-clinic.ts";
import { accountOfModel, accountOfReference } from "../reference/agreement.ts";

const CASES = 3000;

describe("the model and the reference clinic, at length", () => {
  it(`agree on every message, wait, piece of work and visit of ${CASES} random small clinics`, () => {
    for (let seed = 0; seed < CASES; seed += 1) {
      const size = { seed, days: 1 + (seed % 7), threads: 1 + (seed % 41), work: seed % 37 };
      const clinicCase = randomClinic(size);
      expect(accountOfModel(clinicCase), JSON.stringify(size)).toEqual(accountOfReference(clinicCase));
    }
  });
});
