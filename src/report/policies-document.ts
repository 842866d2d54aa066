import { type JsonValue, type KnownPolicy, type PolicySeam, policyInFile } from "../scenario/index.ts";
import type { Block, Document } from "./document.ts";
import { jsonText } from "./summary-json.ts";

const LEFT = { title: "", align: "left" } as const;
/** [columns] A value that is longer in one line is written over several. */
const SHORT = 80;

/** All policies by seam, a line or two for each. */
export function policyListDocument(catalogue: readonly PolicySeam[]): Document {
  return [
    {
      type: "title",
      text: "Policies",
      under:
        "under `policies` in a scenario, or in a specialty's own; clinicsim policies <name> tells more of one",
    },
    ...catalogue.flatMap(
      ({ seam, doc, policies }): Document => [
        { type: "heading", text: `${seam}: ${doc}` },
        {
          type: "table",
          columns: [LEFT, { ...LEFT, wraps: true }],
          sections: [{ rows: policies.map((policy) => [policy.type, policy.doc]) }],
        },
      ],
    ),
  ];
}

/** What there is to know of some policies, each with a piece of JSON to paste. */
export function policiesDocument(policies: readonly KnownPolicy[]): Document {
  return policies.flatMap(
    (policy): Document => [
      { type: "title", text: `${policy.seam}/${policy.type}` },
      { type: "text", sentences: [policy.doc] },
      { type: "text", sentences: [`Source: ${policy.source}.`] },
      ...parameters(policy),
      { type: "heading", text: placeOf(policy) },
      { type: "code", lines: snippet(policy) },
    ],
  );
}

/** What `policies --json` prints. */
export function policiesJson(policies: readonly KnownPolicy[]): string {
  const told = policies.map((policy) => ({ ...policy, scenario: { policies: policyInFile(policy) } }));
  return jsonText({ format: "clinicsim/policies/1", policies: told });
}

function parameters({ params }: KnownPolicy): readonly Block[] {
  if (params.length === 0) return [{ type: "text", sentences: ["It has no parameters."] }];
  return [
    {
      type: "table",
      columns: [
        { title: "parameter", align: "left" },
        { title: "is", align: "left" },
        { title: "default", align: "left" },
        { title: "", align: "left", wraps: true },
      ],
      sections: [
        {
          rows: params.map(({ name, kind, doc, ...rest }) => [
            name,
            kind,
            rest.default === undefined ? "without" : inOneLine(rest.default),
            doc,
          ]),
        },
      ],
    },
  ];
}

function placeOf({ seam }: KnownPolicy): string {
  if (seam === "queue") return "In a scenario, under policies; of one team, under staff.<team>:";
  if (seam === "billing") return "In a scenario, under policies:";
  return "In a scenario, under policies; of one specialty, under specialties.<name>.policies:";
}

/** `"triage": { "type": "nurse-first", … }`, over several lines where it is long. */
function snippet(policy: KnownPolicy): readonly string[] {
  const [[seam, value]] = Object.entries(policyInFile(policy)) as [[string, JsonValue]];
  const line = `${JSON.stringify(seam)}: ${inOneLine(value)}`;
  if (line.length <= SHORT) return [line];
  const [spec] = Array.isArray(value) ? (value as readonly JsonValue[]) : [value];
  const entries = Object.entries(spec as object).map(
    ([key, part]) => `  ${JSON.stringify(key)}: ${inOneLine(part as JsonValue)}`,
  );
  const [open, close] = Array.isArray(value) ? ["[{", "}]"] : ["{", "}"];
  return [
    `${JSON.stringify(seam)}: ${open}`,
    ...entries.map((entry, i) => (i < entries.length - 1 ? `${entry},` : entry)),
    close,
  ];
}

/** JSON as people write it: `{ "fixed": { "value": "2 min" } }`. */
function inOneLine(value: JsonValue): string {
  if (Array.isArray(value)) return `[${(value as readonly JsonValue[]).map(inOneLine).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(
    ([key, part]) => `${JSON.stringify(key)}: ${inOneLine(part as JsonValue)}`,
  );
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}
