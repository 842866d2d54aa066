import { describe, expect, test } from "vitest";
import {
  billingPolicies,
  conversionPolicies,
  draftPolicies,
  flagPolicies,
  frontDoorPolicies,
  protocolPolicies,
  queuePolicies,
  routingPolicies,
  sortingPolicies,
  triagePolicies,
} from "../../src/model/index.ts";
import { parseScenario } from "../../src/scenario/index.ts";
import { clinicsim } from "./clinicsim.ts";
import { tinyScenario } from "./tiny-scenario.ts";

const SEAMS = {
  frontDoor: frontDoorPolicies,
  flag: flagPolicies,
  sorting: sortingPolicies,
  triage: triagePolicies,
  protocol: protocolPolicies,
  conversion: conversionPolicies,
  drafts: draftPolicies,
  routing: routingPolicies,
  queue: queuePolicies,
  billing: billingPolicies,
};
const every = Object.entries(SEAMS).flatMap(([seam, policies]) =>
  policies.map(({ type }): [seam: string, type: string] => [seam, type]),
);

/** The piece of JSON that is shown of a policy, as it stands. */
async function snippetOf(seam: string, type: string): Promise<string> {
  const { out } = await clinicsim(["policies", `${seam}/${type}`]);
  const [, snippet] = out.split(/\nIn a scenario, under policies[^\n]*:\n\n/);
  return snippet!;
}

describe("clinicsim policies", () => {
  test("lists every policy by its seam", async () => {
    const { code, out, err } = await clinicsim(["policies"]);
    expect([code, err]).toEqual([0, ""]);
    const sections = out.split(/\n(?=\w+: )/).slice(1);
    expect(sections.map((section) => section.split(":")[0])).toEqual(Object.keys(SEAMS));
    for (const [seam, type] of every) {
      const section = sections.find((each) => each.startsWith(`${seam}:`))!;
      expect(section).toMatch(new RegExp(`\\n {2}${type} +[A-Z]`));
    }
  });

  test("tells all of one: what it does, its parameters with their defaults, where it comes from", async () => {
    const { code, out } = await clinicsim(["policies", "message-cap"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^frontDoor\/message-cap\n/);
    expect(out).toContain("A patient may send so many messages in so long");
    expect(out).toContain("Source: caps by count and period");
    expect(out).toMatch(/\n {2}messages +whole number, 1 … 10000 +10 +messages that are let in/);
    expect(out).toMatch(/\n {2}within +duration +"30\S* days" +in any stretch/);
  });

  test.each(every)("shows JSON of %s/%s that a scenario takes as it is", async (seam, type) => {
    const snippet = await snippetOf(seam, type);
    const topics = tinyScenario.replace(/\n}\s*$/, `,\n"policies": { ${snippet} }\n}`);
    const { scenario, issues } = parseScenario(topics);
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    const given = scenario!.clinic.policies[seam as keyof typeof SEAMS];
    const [policy] = Array.isArray(given) ? given : [given];
    const definitions = SEAMS[seam as keyof typeof SEAMS] as readonly {
      readonly type: string;
      readonly params: readonly { readonly name: string; readonly default: unknown }[];
    }[];
    const { params } = definitions.find((each) => each.type === type)!;
    // What the file says is what the definition has as its default.
    expect(policy).toEqual({ type, ...Object.fromEntries(params.map((each) => [each.name, each.default])) });
  });

  test("tells all that bear a name, those of a seam, or the one of a seam", async () => {
    const titles = async (name: string) =>
      (await clinicsim(["policies", name])).out.match(/^\w+\/[\w-]+$/gm) ?? [];
    expect(await titles("none")).toEqual(
      every.filter(([, type]) => type === "none").map(([seam]) => `${seam}/none`),
    );
    expect(await titles("triage")).toEqual(["triage/nurse-first", "triage/clerk-first", "triage/none"]);
    expect(await titles("triage/none")).toEqual(["triage/none"]);
  });

  test("says what a mistyped name might have been", async () => {
    const { code, out, err } = await clinicsim(["policies", "nurse-frist"]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toBe('error  there is no policy "nurse-frist"\n    did you mean "nurse-first"?\n');
    expect((await clinicsim(["policies", "triage/non"])).err).toContain('did you mean "triage/none"?');
  });

  test("prints the same as JSON, of all or of some", async () => {
    const parsed = async (...argv: readonly string[]) =>
      JSON.parse((await clinicsim(["policies", ...argv, "--json"])).out);
    const { format, policies } = await parsed();
    expect(format).toBe("clinicsim/policies/1");
    expect(policies.map(({ seam, type }: { seam: string; type: string }) => [seam, type])).toEqual(every);
    const [fee] = (await parsed("fee")).policies;
    expect(fee.scenario).toEqual({
      policies: { frontDoor: [{ type: "fee", deters: 0, calls: 0, visits: 0 }] },
    });
    expect(fee.params[0]).toMatchObject({ name: "deters", kind: "share, 0 … 1", default: 0 });
  });
});
