import { describe, expect, it } from "vitest";
import { CLINICS, scenarioOf } from "./shipped-scenarios.ts";

interface Part {
  readonly [key: string]: unknown;
  readonly otherWork: Readonly<Record<string, object>>;
  readonly demand: Readonly<Record<string, unknown>>;
}

const specialtyIn = (name: string, specialty: string) =>
  scenarioOf(name).document.specialties[specialty] as unknown as Part;

/** All of a specialty but whose work it is, by what rules, and the keys that are left out. */
function itself(specialty: Part, ...leftOut: readonly string[]) {
  const otherWork = Object.entries(specialty.otherWork).map(([name, work]) => [name, { ...work, team: "" }]);
  const without = new Set(["policies", ...leftOut]);
  return Object.fromEntries(
    Object.entries({ ...specialty, otherWork: Object.fromEntries(otherWork) }).filter(
      ([key]) => !without.has(key),
    ),
  );
}

describe.each(Object.entries(CLINICS))("%s", (specialty, file) => {
  it("is in hospital.json as in its own file", () => {
    expect(itself(specialtyIn("hospital.json", specialty))).toEqual(itself(specialtyIn(file, specialty)));
  });

  it("is in study-2019-2022.json as in its own file, but for portal accounts and volume", () => {
    const without = (part: Part) => {
      const { volume: _, timeline: __, ...demand } = part.demand;
      return { ...itself(part, "portalShare", "triggers"), demand };
    };
    expect(without(specialtyIn("study-2019-2022.json", specialty))).toEqual(
      without(specialtyIn(file, specialty)),
    );
  });

  it("has the same physicians everywhere", () => {
    const physiciansIn = (name: string) =>
      Object.values(scenarioOf(name).document.staff).find(
        ({ role, serves }) => role === "physician" && serves.includes(specialty),
      );
    expect(physiciansIn("hospital.json")).toEqual(physiciansIn(file));
    expect(physiciansIn("study-2019-2022.json")).toEqual(physiciansIn(file));
  });
});
