import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { policyCatalogue, scenarioJsonSchema, starterText } from "../../src/scenario/index.ts";
import { formatFiles } from "./format-files.ts";
import { formatTables } from "./format-tables.ts";
import { parsed } from "./parsed.ts";

type Schema = { readonly [key: string]: unknown };

/** Every schema within a schema. */
function* schemasIn(value: unknown): Generator<Schema> {
  if (typeof value !== "object" || value === null) return;
  yield value as Schema;
  for (const inner of Object.values(value)) yield* schemasIn(inner);
}

const schemas = [...schemasIn(scenarioJsonSchema())];

describe("the files written from the parser's schema", () => {
  // After a change on purpose: `npm run schema:update`.
  it.each(formatFiles().map(({ url, text }) => [url.pathname.split("/").at(-1)!, url, text] as const))(
    "%s is up to date",
    (_, url, text) => {
      expect(readFileSync(url, "utf8")).toBe(text);
    },
  );
});

describe("the JSON Schema", () => {
  it("explains every key", () => {
    const silent = schemas
      .filter(({ properties }) => typeof properties === "object")
      .flatMap(({ properties }) => Object.entries(properties as Record<string, Schema>))
      .filter(
        ([, schema]) =>
          schema.description === undefined && schema.const === undefined && schema.$ref === undefined,
      )
      .map(([key]) => key);
    expect([...new Set(silent)].sort()).toEqual([]);
  });

  it("has examples and defaults that its own patterns accept", () => {
    const texts = schemas
      .filter(({ pattern }) => typeof pattern === "string")
      .flatMap((schema) =>
        [
          ...((schema.examples as string[] | undefined) ?? []),
          ...(typeof schema.default === "string" ? [schema.default] : []),
        ].map((text) => [schema.pattern as string, text] as const),
      );
    expect(texts.length).toBeGreaterThan(50);
    for (const [pattern, text] of texts) expect(text).toMatch(new RegExp(pattern));
  });

  it("knows every policy with every parameter, and so do the tables", () => {
    const tables = formatTables();
    for (const { seam, type, source, params } of policyCatalogue().flatMap(({ policies }) => policies)) {
      const options = schemas.filter((schema) => {
        const { type: kind } = (schema.properties ?? {}) as { readonly type?: Schema };
        return kind?.const === type && schema["x-source"] === source;
      });
      expect(options).toHaveLength(1);
      const keys = Object.keys(options[0]!.properties as object);
      expect([seam, type, keys]).toEqual([seam, type, ["type", ...params.map(({ name }) => name)]]);
      expect(tables).toContain(`| \`${type}\` | `);
      for (const { name } of params) expect(tables).toMatch(new RegExp(`\\| \`${name}\` \\| .*\`${type}\``));
    }
  });

  it("refuses unknown keys wherever keys are known", () => {
    const open = schemas.filter(
      (schema) =>
        schema.type === "object" && schema.properties !== undefined && schema.additionalProperties !== false,
    );
    expect(open).toEqual([]);
  });
});

describe("the starter", () => {
  it("is a scenario without faults or warnings, full of comments", () => {
    const { warnings } = parsed(starterText());
    expect(warnings).toEqual([]);
    expect(starterText().match(/\/\//g)!.length).toBeGreaterThan(10);
  });
});
