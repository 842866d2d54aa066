import { describe, expect, it, vi } from "vitest";
import { createPerformer, type Job, outcomeOf } from "../../src/experiment/index.ts";
import {
  type Patch,
  parseScenario,
  patchScenario,
  type Scenario,
  starterText,
} from "../../src/scenario/index.ts";
import { firstLookOf } from "../../src/web/desk/first-look.ts";
import { subjectOf } from "../../src/web/desk/subject.ts";
import type { View } from "../../src/web/desk/view.ts";

// The build puts them in.
vi.stubGlobal("__CLINICSIM_SOURCES__", []);
const { Desk } = await import("../../src/web/desk/desk.ts");

const starter = parseScenario(starterText()).scenario!;
const patched = (patch: Readonly<Record<string, string | number>>): Scenario =>
  patchScenario(starter, patch).scenario!;

describe("a first look", () => {
  const long = patched({ "run.warmUp": "5 weeks", "run.length": "30 weeks", "run.replications": 2 });

  it("is the very run of the scenario with a shorter period", () => {
    const { job } = firstLookOf(subjectOf(long))!;
    const short = patchScenario(long, { "run.warmUp": "4 weeks", "run.length": "4 weeks" }).scenario!;
    const perform = createPerformer();
    const { values } = perform({ ...job, scenario: short.canonicalText });
    expect(perform(job).values).toEqual(values);
    expect(values.some((value) => value > 0)).toBe(true);
    const other = patchScenario(long, { "run.warmUp": "4 weeks", "run.length": "5 weeks" }).scenario!;
    expect(perform({ ...job, scenario: other.canonicalText }).values).not.toEqual(values);
  });

  it("is not taken of what is soon there as a whole", () => {
    expect(firstLookOf(subjectOf(patched({ "run.length": "12 weeks" })))).toBeUndefined();
  });

  const perform = createPerformer();
  const engine = (delay: number) => async (job: Job) => {
    await new Promise((wake) => setTimeout(wake, delay));
    return outcomeOf(perform, job);
  };
  const views = async (delay: number): Promise<readonly View[]> => {
    const desk = new Desk();
    desk.employ(engine(0), [engine(delay)]);
    const text = JSON.stringify(long.document);
    expect(desk.read({ origin: { kind: "file", name: "a.json", text }, changes: {} }).sound).toBeDefined();
    const shown: View[] = [];
    expect(await desk.simulate((view) => void shown.push(view))).toBeUndefined();
    return shown;
  };

  it("is shown, as what it is, until a whole world is there, and never after", async () => {
    const [first, ...others] = await views(1000);
    const start = Date.parse(long.clinic.run.start);
    const dateAfter = (days: number) => new Date(start + days * 86_400_000).toISOString().slice(0, 10);
    expect(first).toMatchObject({
      done: 0,
      total: 2,
      measured: { first: dateAfter(28), last: dateAfter(55) },
    });
    expect(first!.rows.length).toBeGreaterThan(5);
    expect(first!.document).toBeUndefined();
    expect(others.length).toBeGreaterThan(0);
    for (const { done, measured } of others) expect([done > 0, measured]).toEqual([true, undefined]);
    expect(others.at(-1)).toMatchObject({ done: 2, document: expect.anything() });
  });
});

describe("what is pinned", () => {
  it("is told from a change to it from the first look on, which is held against a first look at it", async () => {
    const perform = createPerformer();
    const desk = new Desk();
    // A first look comes at once, whole worlds keep it waiting.
    const engine = (delay: number) => async (job: Job) => {
      await new Promise((wake) => setTimeout(wake, delay));
      return outcomeOf(perform, job);
    };
    desk.employ(engine(0), [engine(700)]);
    const run = { ...starter.document.run, warmUp: "5 weeks", length: "30 weeks", replications: 2 };
    const text = JSON.stringify({ ...starter.document, run });
    const origin = { kind: "file", name: "a.json", text } as const;
    const seen = async (changes: Patch) => {
      expect(desk.read({ origin, changes }).sound).toBeDefined();
      const shown: View[] = [];
      expect(await desk.simulate((view) => void shown.push(view))).toBeUndefined();
      return shown;
    };
    const [before, ...whole] = await seen({});
    for (const { isPinned, rows } of [before!, ...whole])
      expect([isPinned, rows.some(({ change }) => change)]).toEqual([false, false]);
    expect(desk.pin({ origin, changes: {} })).toBe(true);
    expect((await seen({})).at(-1)).toMatchObject({ isPinned: true });
    const [look, ...after] = await seen({ "staff.nurses.count": 3 });
    expect(look).toMatchObject({ isPinned: false, measured: before!.measured });
    const of = ({ rows }: View, response: string) => rows.find((row) => row.response === response)!;
    for (const { response, value } of before!.rows) {
      if (!/^[\d.,]+$/.test(value)) continue;
      const { change } = of(look!, response);
      expect(change).toMatchObject({ interval: "", wins: "", conclusion: "unclear" });
      expect(change!.base.replace(" %", "")).toBe(value);
    }
    expect(of(look!, "cost_per_week").change!.difference).toMatch(/^\+[\d,]{4,}/);
    expect(after.at(-1)).toMatchObject({ isPinned: false, compared: 2 });
  });
});

describe("a change to what was opened", () => {
  it("is not held up by the check of alternatives, which follows", () => {
    const document = {
      ...starter.document,
      alternatives: { other: { "policies.triage": { type: "nurse-first" } }, own: { "run.seed": 4 } },
    };
    const desk = new Desk();
    const origin = { kind: "file", name: "a.json", text: JSON.stringify(document, null, 2) } as const;
    const opened = desk.read({ origin, changes: {} });
    expect(opened.sound).toBeDefined();
    const changes = { "run.seed": 9 };
    const changed = desk.read({ origin, changes });
    expect(changed.sound).toBeDefined();
    expect(desk.issuesOf(changed)).toEqual(parseScenario(changed.text).issues);
    // As a text of its own it is checked in whole at once.
    const broken = changed.text.replace('"run.seed": 4', '"run.seeed": 4');
    expect(desk.read({ origin, source: broken, changes: {} }).issues).toEqual(parseScenario(broken).issues);
    expect(parseScenario(broken).scenario).toBeUndefined();
  });
});
