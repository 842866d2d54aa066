import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { renderMarkdown, type Study, stressDesDocument } from "../../../src/report/index.ts";
import { FOR_YOU } from "../../../src/report/stress-des/study.ts";
import { type JsonValue, parseScenario, type Scenario } from "../../../src/scenario/index.ts";

const folder = new URL("../../../scenarios/", import.meta.url).pathname;
const shipped = readdirSync(folder).filter((name) => name.endsWith(".json") && !name.includes("schema"));

function scenarioOf(text: string): Scenario {
  const { scenario, issues } = parseScenario(text);
  if (scenario === undefined) throw new Error(issues.map(({ message }) => message).join("\n"));
  return scenario;
}

const studyOf = (scenario: Scenario, more: Partial<Study> = {}): Study => ({
  scenario,
  alternatives: scenario.alternatives,
  software: { version: "1.2.3", engine: "e".repeat(64), node: "v24.0.0" },
  references: new Map(),
  ...more,
});

/** Monks et al. 2019, table of STRESS-DES. */
const ITEMS = [
  ...["1.1 Purpose of the model", "1.2 Model outputs", "1.3 Experimentation aims"],
  ...["2.1 Base model overview diagram", "2.2 Base model logic", "2.3 Scenario logic", "2.4 Algorithms"],
  ...["2.5.1 Components: entities", "2.5.2 Components: activities", "2.5.3 Components: resources"],
  ...["2.5.4 Components: queues", "2.5.5 Components: entry and exit points"],
  ...["3.1 Data sources", "3.2 Pre-processing", "3.3 Input parameters", "3.4 Assumptions"],
  ...["4.1 Initialisation", "4.2 Run length", "4.3 Estimation approach"],
  ...["5.1 Software or programming language", "5.2 Random sampling", "5.3 Model execution"],
  ...["5.4 System specification", "6.1 Computer model sharing statement"],
];

/** The paths and texts of every number, text and list in a document, as the report should have them. */
function leaves(
  value: JsonValue | undefined,
  path: readonly string[],
): readonly (readonly [string, string])[] {
  if (value === undefined || value === null) return [];
  if (typeof value !== "object") return [[path.join(" · "), String(value)]];
  if (Array.isArray(value)) {
    return value.length > 0 && value.every((each) => typeof each !== "object")
      ? [[path.join(" · "), value.join(", ")]]
      : [];
  }
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner as JsonValue, [...path, key]));
}

describe.each(shipped)("a STRESS-DES report of %s", (name) => {
  const scenario = scenarioOf(readFileSync(join(folder, name), "utf8"));
  const document = stressDesDocument(studyOf(scenario));
  const text = renderMarkdown(document);

  test("has every item of the checklist, in its order, and something under each", () => {
    const found = [...text.matchAll(/^### (.*)$/gm)].map(([, title]) => title);
    expect(found).toEqual(ITEMS);
    for (const part of text.split(/^###? .*$/m).slice(2))
      if (part.trim() !== "") expect(part.trim()).not.toBe("");
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });

  test("counts at its end the places that are left to a human", () => {
    const places = text.split(`✎** ${FOR_YOU}`).length - 1;
    expect(places).toBeGreaterThan(2);
    expect(text).toContain(`${places} places above are for you`);
  });

  test("has every number of the scenario among its inputs, as it stands there", () => {
    const table = document.find((block) => block.type === "table" && block.columns[0]!.title === "input");
    if (table?.type !== "table") throw new Error("there is no table of inputs");
    const { calendar, run, specialties, staff, policies, promises } = scenario.document;
    const parts = { calendar, run, specialties, staff, policies, promises } as unknown as Record<
      string,
      JsonValue
    >;
    for (const [heading, part] of Object.entries(parts)) {
      const rows = new Map(
        table.sections.find((each) => each.heading === heading)?.rows.map(([path, value]) => [path!, value!]),
      );
      for (const [path, value] of leaves(part, [])) {
        // What stands within a distribution or a list is in the row of that.
        const around = [...rows.keys()].find((key) => path === key || path.startsWith(`${key} · `));
        expect(around, `${heading} · ${path}`).toBeDefined();
        if (around === path) expect(rows.get(path)).toBe(value);
        else expect(rows.get(around!)).toContain(value);
      }
    }
  });

  test("has every entry of the ledger once, where its grade belongs", () => {
    const [, sources, , , assumptions] = text.split(/^### 3\.\d .*$/m);
    for (const { path, grade } of scenario.ledger) {
      const row = renderMarkdown([
        { type: "table", columns: [{ title: "", align: "left" }], sections: [{ rows: [[path]] }] },
      ]);
      const cell = row.split("\n")[2]!.slice(0, -1);
      expect((grade === "assumed" ? assumptions : sources)!.split(cell)).toHaveLength(2);
    }
  });
});

describe("a STRESS-DES report", () => {
  const text = readFileSync(join(folder, "rheum.json"), "utf8");
  const rheum = scenarioOf(text);

  test("says of a result how it was run, and leaves its machine to nobody", () => {
    const result = {
      version: "0.0.9",
      engine: "abc",
      seed: 77,
      experiment: {
        kind: "run",
        first: 1,
        count: 12,
        until: {
          precisions: [{ response: "cost_per_week", halfWidth: 0.05, relative: true }],
          atLeast: 10,
          atMost: 500,
          lookAhead: 5,
        },
      },
      machine: ["Run on 2026-01-01 in 3 s."],
    } as const;
    const report = renderMarkdown(stressDesDocument(studyOf(rheum, { result })));
    expect(report).toContain(
      "12 independent replications with seed 77, as many as it took: cost_per_week to within 5 % of itself",
    );
    expect(report).toContain("clinicsim 0.0.9, engine abc");
    expect(report).toContain("Run on 2026-01-01 in 3 s.");
    expect(report).not.toContain("a report of a result folder");
  });

  test("tells a source by its reference, where somebody has it", () => {
    const references = new Map([["A11", "Crotty BH, et al. Health Aff 2014"]]);
    const report = renderMarkdown(stressDesDocument(studyOf(rheum, { references })));
    expect(report).toContain("| A11 | Crotty BH, et al. Health Aff 2014 |");
  });

  test("means nothing by names that are meant to, in the text and in the diagram", () => {
    const evil = "<img src=x onerror=alert(1)> | `x` ] --> closed; click team0 **b** _c_";
    const hostile = scenarioOf(
      text
        .replaceAll('"triage-nurse"', JSON.stringify(evil))
        .replace(/"alternatives": \{[\s\S]*?\n {2}\},/, '"alternatives": {},')
        .replace(/"evidence": \{[\s\S]*\n {2}\}/, '"evidence": {}')
        .replace('"name": "Rheumatology: today"', `"name": "# <b>x</b> [y](https://z.example)"`),
    );
    const report = renderMarkdown(stressDesDocument(studyOf(hostile)));
    expect(report).toContain("onerror");
    const [diagram] = /```mermaid[\s\S]*?```/.exec(report)!;
    expect(report.replace(diagram, "")).not.toMatch(/(?<!\\)[<`]/);
    expect(diagram).not.toMatch(/<|`x`|closed;/);
    // Between the quotes of a label nothing stands but letters, digits, blanks, plain signs and numbered ones.
    for (const [, label] of diagram.matchAll(/"([^"\n]*)"/g))
      expect(label).toMatch(/^([\p{L}\p{N} .,:%()'/–-]|#\d+;)*$/u);
    for (const line of diagram.split("\n").slice(1, -1)) expect(line.split('"').length % 2).toBe(1);
  });
});
