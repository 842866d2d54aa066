import { type JsonObject, type JsonValue, type LedgerEntry, ledgerGaps } from "../../scenario/index.ts";
import type { TableSection } from "../document.ts";
import { counted, listed } from "../words.ts";
import { exactly, place, type StressItem, type Study, table, text } from "./study.ts";

export function data(study: Study): readonly StressItem[] {
  return [
    { number: "3.1", title: "Data sources", blocks: sources(study) },
    { number: "3.2", title: "Pre-processing", blocks: preProcessing(study) },
    { number: "3.3", title: "Input parameters", blocks: inputs(study) },
    { number: "3.4", title: "Assumptions", blocks: assumptions(study) },
  ];
}

function idsOf({ source }: LedgerEntry): readonly string[] {
  return source === undefined ? [] : typeof source === "string" ? [source] : source;
}

function sources({ scenario: { ledger }, references }: Study): StressItem["blocks"] {
  const vouched = ledger.filter(({ grade }) => grade !== "assumed");
  const count = (grade: string) => ledger.filter((entry) => entry.grade === grade).length;
  const used = [...new Set(ledger.flatMap(idsOf))].sort();
  return [
    text(
      `The evidence ledger of the scenario has ${counted(ledger.length, "entry", "entries")}: ${count("cited")} cited, ${count("local")} from the clinic's own records, ${count("assumed")} assumed (3.4).`,
    ),
    ...(vouched.length === 0
      ? []
      : [table(["parameter", "grade", "source", "as published", "why", "range"], vouched.map(ledgerRow))]),
    ...(used.length === 0
      ? []
      : [
          table(
            ["source", "reference"],
            used.map((id) => [id, references.get(id) ?? "in the words of the scenario"]),
          ),
        ]),
    ...(count("local") > 0
      ? [place("of the clinic's own records: sample sizes, dates, and how they may be had.")]
      : []),
  ];
}

function ledgerRow(entry: LedgerEntry): readonly string[] {
  const {
    path,
    grade,
    value,
    why = "",
    range,
    shape,
  } = entry as LedgerEntry & {
    readonly value?: JsonValue;
    readonly why?: string;
    readonly range?: JsonValue;
    readonly shape?: string;
  };
  const between = Array.isArray(range) ? (range as readonly JsonValue[]).map(exactly).join(" to ") : "";
  return [
    path,
    grade,
    idsOf(entry).join(", "),
    value === undefined ? "" : exactly(value),
    why,
    shape === undefined ? between : `${between} (${shape})`,
  ];
}

function preProcessing({ scenario: { ledger } }: Study): StressItem["blocks"] {
  const local = ledger.some(({ grade }) => grade === "local");
  return [
    text(
      "clinicsim makes rates of the volumes that the scenario states, so that the mean over the year, holidays included, is the stated one; where a volume counts all messages of patients, follow-ups are part of it and do not add to it. Weights by hour, weekday and month are scaled to a mean of 1, means and standard deviations become parameters of their distributions. Nothing else is done to the numbers of 3.3.",
    ),
    place(
      local
        ? "what was done to the clinic's own records before their numbers were written down: exclusions, missing values, outliers."
        : "whether any number was adjusted before it was written into the scenario, and how.",
    ),
  ];
}

/** What the file says beside numbers to run: 1.3 has alternatives, 3.1 and 3.4 the ledger. */
const ELSEWHERE = new Set([
  "$schema",
  "formatVersion",
  "name",
  "description",
  "alternatives",
  "evidence",
  "comparison",
]);
const DISTRIBUTIONS = new Set(
  "fixed uniform triangular exponential gamma lognormal weibull erlang empirical discrete mixture truncated".split(
    " ",
  ),
);

function inputs({ scenario: { document } }: Study): StressItem["blocks"] {
  const sections = Object.entries(document as unknown as JsonObject)
    .filter(([key]) => !ELSEWHERE.has(key))
    .map(([key, value]): TableSection => ({ heading: key, rows: rowsOf(value, []) }))
    .filter(({ rows }) => rows.length > 0);
  return [
    text(
      "Every input, in the scenario's own words and units, defaults included; scenarios/README.md of clinicsim explains each key. Delays and minutes that are distributions are drawn independently but for what 2.5.1 and 5.2 say.",
    ),
    {
      type: "table",
      columns: [
        { title: "input", align: "left" },
        { title: "value", align: "left" },
      ],
      sections,
    },
  ];
}

/** A row for each number, text, list or distribution, by the path to it. */
function rowsOf(value: JsonValue | undefined, path: readonly string[]): readonly (readonly string[])[] {
  if (value === undefined) return [];
  const isMap = typeof value === "object" && value !== null && !Array.isArray(value);
  const keys = isMap ? Object.keys(value) : [];
  const isDistribution = keys.length === 1 && DISTRIBUTIONS.has(keys[0]!);
  if (!isMap || isDistribution) {
    const isEmpty = Array.isArray(value) && value.length === 0;
    return isEmpty ? [] : [[path.join(" · "), exactly(value)]];
  }
  return Object.entries(value as JsonObject).flatMap(([key, inner]) => rowsOf(inner, [...path, key]));
}

function assumptions({ scenario }: Study): StressItem["blocks"] {
  const assumed = scenario.ledger.filter(({ grade }) => grade === "assumed");
  const gaps = ledgerGaps(scenario);
  return [
    text(
      "Of how work goes: a message in hand is finished, held for a call, or put back with the minutes that are left; people take up work by the order of their lines and by nothing else; patients know nothing of the backlog when they write; nobody learns or tires.",
      assumed.length === 0
        ? "No parameter is marked as assumed."
        : "Of parameters, each with its reason and how far it may be off:",
    ),
    ...(assumed.length === 0
      ? []
      : [table(["parameter", "grade", "near", "as published", "why", "range"], assumed.map(ledgerRow))]),
    ...(gaps.length === 0
      ? [text("Every number is vouched for by an entry of the ledger.")]
      : [
          text(
            `${counted(gaps.length, "parameter")} that no entry of the ledger vouches for: ${listed(gaps)}.`,
          ),
          place("what stands behind these parameters."),
        ]),
  ];
}
