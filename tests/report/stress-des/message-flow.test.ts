import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compile, drawWorld, runClinic, type Stretch } from "../../../src/model/index.ts";
import { messageFlow, type Place } from "../../../src/report/stress-des/message-flow.ts";
import { parseScenario } from "../../../src/scenario/index.ts";

const folder = new URL("../../../scenarios/", import.meta.url).pathname;
const shipped = readdirSync(folder).filter((name) => name.endsWith(".json") && !name.includes("schema"));

function scenarioOf(name: string, changes: Readonly<Record<string, never | string | number | object>> = {}) {
  const patch = { "run.warmUp": "0 weeks", "run.length": "6 weeks", "run.runOut": "2 weeks", ...changes };
  const { scenario, issues } = parseScenario(readFileSync(join(folder, name), "utf8"), {
    patch: patch as never,
  });
  if (scenario === undefined) throw new Error(issues.map(({ message }) => message).join("\n"));
  return scenario;
}

/** Every step from one piece of work on a message to the next that a run shows: team, activity, team, activity. */
function stepsSeen(scenario: ReturnType<typeof scenarioOf>): ReadonlySet<string> {
  const model = compile(scenario.clinic, []);
  const world = drawWorld(model, 5, 1);
  const taken = new Map<string, Stretch>();
  const seen = new Set<string>();
  const specialtyOf = (thread: number) => world.threads[thread]!.specialty;
  const name = ({ team, subject }: Stretch) =>
    model.clinic.teams[team]!.role === "physician" ? `physicians${specialtyOf(subject)}` : `team${team}`;
  runClinic(model, world, {
    handled: (stretch) => {
      if (["call", "other work"].includes(stretch.activity)) return;
      const key = `${stretch.subject}/${stretch.round}/${stretch.cause}`;
      const before = taken.get(key);
      taken.set(key, stretch);
      const from = before === undefined ? `patients${specialtyOf(stretch.subject)}` : name(before);
      if (before !== undefined && from === name(stretch) && before.activity === stretch.activity) return; // resumed
      seen.add(`${from} ${name(stretch)} ${stretch.activity}`);
    },
  });
  return seen;
}

const idOf = (place: Place) =>
  place.type === "team"
    ? `team${place.team}`
    : place.type === "closed"
      ? "closed"
      : `${place.type}${place.specialty}`;

/** The same of the diagram; who asks the patient works on with the answer. */
function stepsShown(scenario: ReturnType<typeof scenarioOf>): ReadonlySet<string> {
  const edges = messageFlow(scenario).map(({ from, to, activities }) => ({
    from: idOf(from),
    to: idOf(to),
    activities,
  }));
  return new Set(
    edges.flatMap(({ from, to, activities }) => {
      const starts = from.startsWith("asked")
        ? edges.filter((edge) => edge.to === from).map((edge) => edge.from)
        : [from];
      return starts.flatMap((start) => activities.map((activity) => `${start} ${to} ${activity}`));
    }),
  );
}

const everything = {
  "policies.frontDoor": [{ type: "links", used: 0.3, minutes: { fixed: { value: "2 min" } } }],
  "policies.sorting": { type: "by-algorithm", accuracy: 0.7 },
  "policies.conversion": { type: "to-visit", share: 0.3, repeated: 0.3 },
  "policies.protocol": { type: "standing-orders", covers: 0.3, role: "clerk" },
  "policies.triage.bounces": 0.2,
};

describe("the flow that a report draws", () => {
  test.each(shipped)("has every step that a run of %s takes", (name) => {
    const scenario = scenarioOf(name);
    const [seen, shown] = [stepsSeen(scenario), stepsShown(scenario)];
    expect([...seen].filter((step) => !shown.has(step))).toEqual([]);
    expect(seen.size).toBeGreaterThan(3);
  });

  test("has no step that a run with all kinds of messages never takes, and every one that it does", () => {
    const scenario = scenarioOf("surgery.json", everything);
    const [seen, shown] = [stepsSeen(scenario), stepsShown(scenario)];
    expect([...seen].filter((step) => !shown.has(step))).toEqual([]);
    // Who asked the patient works on with the answer: of several who ask, the diagram has one place for all of them.
    const direct = messageFlow(scenario).filter(({ from }) => from.type !== "asked");
    const steps = direct.flatMap(({ from, to, activities }) =>
      activities.map((activity) => `${idOf(from)} ${idOf(to)} ${activity}`),
    );
    expect(steps.filter((step) => !seen.has(step))).toEqual([]);
  });

  test("goes another way where another policy says so", () => {
    const nurse = stepsShown(scenarioOf("rheum.json"));
    const nobody = stepsShown(scenarioOf("rheum.json", { "policies.triage": { type: "none" } }));
    expect([...nurse].some((step) => step.startsWith("patients0 team"))).toBe(true);
    expect([...nobody].some((step) => step.includes("team"))).toBe(false);
  });
});
