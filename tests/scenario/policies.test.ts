import { describe, expect, it } from "vitest";
import { billingPolicies, frontDoorPolicies, queuePolicies } from "../../src/model/index.ts";
import { listingOf } from "../../src/scenario/format/seams.ts";
import { type JsonObject, type JsonValue, policyCatalogue, policyInFile } from "../../src/scenario/index.ts";
import { parsed, saidOf } from "./parsed.ts";

const known = policyCatalogue().flatMap(({ policies }) => policies);
const faults = (said: readonly string[]) => said.filter((line) => line.startsWith("error"));

describe.each(known.map((policy) => [`${policy.seam}/${policy.type}`, policy] as const))(
  "%s",
  (_, policy) => {
    const { seam, type, params } = policy;
    const inList = (written: JsonValue) => (seam === "frontDoor" ? [written] : written);
    const chosen = (written: JsonObject) =>
      parsed(undefined, { [`policies.${seam}`]: inList(written) }).clinic.policies[seam];

    it("has the defaults of its definition, left out or written", () => {
      const definition = listingOf(seam, type)!;
      const expected = {
        type,
        ...Object.fromEntries(definition.params.map((parameter) => [parameter.name, parameter.default])),
      };
      expect(chosen({ type })).toEqual(inList(expected as unknown as JsonObject));
      const [written] = [policyInFile(policy)[seam]].flat();
      expect(chosen(written as JsonObject)).toEqual(inList(expected as unknown as JsonObject));
    });

    it("is refused with a parameter that it does not have, or a value that cannot be one", () => {
      const said = (change: JsonObject) =>
        faults(saidOf(undefined, { [`policies.${seam}`]: inList({ type, ...change }) }));
      expect(said({ nothing: 1 }).join()).toContain('"nothing" is not a key here');
      for (const { name } of params) {
        for (const wrong of [true, -1, "never", [true], { never: 1 }]) {
          expect([name, wrong, said({ [name]: wrong }).length > 0]).toEqual([name, wrong, true]);
        }
      }
    });

    if (seam === "billing" || seam === "queue") return;
    it("may be a specialty's own", () => {
      const patch = { [`specialties.clinic.policies.${seam}`]: inList({ type }) };
      const { clinic } = parsed(undefined, patch);
      expect(Object.keys(clinic.specialties[0]!.policies!)).toEqual([seam]);
      expect(faults(saidOf(undefined, { "staff.nurse.queue": { type } }))).not.toEqual([]);
    });
  },
);

describe("policies of everybody", () => {
  it("are not a specialty's: how work is billed, and the order of work, which is a team's", () => {
    const refused = { "specialties.clinic.policies.queue": { type: "first-come" } };
    expect(saidOf(undefined, refused).join()).toContain('has no "queue"');
    for (const { type } of queuePolicies) {
      expect(parsed(undefined, { "staff.nurse.queue": { type } }).clinic.teams[0]!.queue).toMatchObject({
        type,
      });
    }
    expect(billingPolicies.length).toBeGreaterThan(1);
  });

  it("stand at the front door in the order given, at most one of a type", () => {
    const all = frontDoorPolicies.map(({ type }) => ({ type })).reverse();
    const doors = parsed(undefined, { "policies.frontDoor": all }).clinic.policies.frontDoor;
    expect(doors.map(({ type }) => type)).toEqual(all.map(({ type }) => type));
    expect(saidOf(undefined, { "policies.frontDoor": [...all, { type: "fee" }] }).join()).toMatch(
      /too-large|out-of-range/,
    );
  });
});
