import { estimandName } from "../experiment/index.ts";
import type { ResponseDefinition } from "../model/index.ts";
import type { Document, DocumentEntry } from "./document.ts";
import { GROUP_HEADINGS } from "./group-headings.ts";
import { jsonText } from "./summary-json.ts";

/** What a run of a scenario is asked for: every response with its unit, what it is and how it is computed. */
export function responsesDocument(scenario: string, definitions: readonly ResponseDefinition[]): Document {
  const groups = [...new Set(definitions.map(({ group }) => group))];
  return [
    {
      type: "title",
      text: `${scenario}: ${definitions.length} responses`,
      under:
        "name, unit, what it is, and = how it is computed; those with a * are in the table that run prints",
    },
    ...groups.flatMap((group): Document => {
      const entries = definitions.filter((definition) => definition.group === group).map(entryOf);
      return [
        { type: "heading", text: GROUP_HEADINGS[group] },
        { type: "entries", entries },
      ];
    }),
  ];
}

/** What was said of the response before is not said again. */
function entryOf(
  { name, unit, label, doc, formula, headline }: ResponseDefinition,
  index: number,
  group: readonly ResponseDefinition[],
): DocumentEntry {
  const said = index > 0 && group[index - 1]!.doc === doc;
  return {
    term: name,
    note: `${unit}${headline ? " *" : ""}`,
    texts: [`${label}.${said ? "" : ` ${doc}`}`, `= ${formula}`],
  };
}

/** What `responses --json` prints. */
export function responsesJson(scenario: string, definitions: readonly ResponseDefinition[]): string {
  const responses = definitions.map(({ name, estimand, range: [least, most], ...definition }) => ({
    response: name,
    ...definition,
    estimand: estimandName(estimand),
    least,
    most,
  }));
  return jsonText({ format: "clinicsim/responses/1", scenario, responses });
}
