import { readFileSync } from "node:fs";
import { scenarioJsonSchema } from "../../src/scenario/index.ts";
import { formatTables } from "./format-tables.ts";

const BEGIN = "<!-- tables: written by `npm run schema:update` -->";
const END = "<!-- end of tables -->";

const at = (name: string) => new URL(`../../scenarios/${name}`, import.meta.url);

/** The files in `scenarios/` that are written from the parser's schema, and what they should hold. */
export function formatFiles(): readonly { readonly url: URL; readonly text: string }[] {
  const readme = at("README.md");
  const written = readFileSync(readme, "utf8");
  const before = written.slice(0, written.indexOf(BEGIN) + BEGIN.length);
  const after = written.slice(written.indexOf(END));
  return [
    { url: at("scenario.schema.json"), text: `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n` },
    { url: readme, text: `${before}\n\n${formatTables()}\n\n${after}` },
  ];
}
