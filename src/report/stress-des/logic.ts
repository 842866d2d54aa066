import { type JsonObject, type JsonValue, policyCatalogue } from "../../scenario/index.ts";
import { organisation } from "../organisation.ts";
import { counted } from "../words.ts";
import { flowDiagram } from "./flow-diagram.ts";
import { patchText } from "./objectives.ts";
import { type StressItem, type Study, table, text } from "./study.ts";

export function logic(study: Study): readonly StressItem[] {
  return [
    {
      number: "2.1",
      title: "Base model overview diagram",
      blocks: [
        text(
          "Every way that a message can take between pieces of work, by the rules that the model follows; broken lines are what else happens.",
        ),
        flowDiagram(study.scenario),
      ],
    },
    { number: "2.2", title: "Base model logic", blocks: baseLogic(study) },
    { number: "2.3", title: "Scenario logic", blocks: scenarioLogic(study) },
    { number: "2.4", title: "Algorithms", blocks: algorithms(study) },
  ];
}

function baseLogic({ scenario }: Study): StressItem["blocks"] {
  return [
    text(
      "A world is drawn first: every thread with all its messages, every call, absence, evening and overrun. Staff then work through it by fixed rules, in which nothing is random any more.",
      "The rules are in src/model/README.md of clinicsim in full; a second simulator that was written from that page alone gives the same time for every message.",
      "Who does what, and by which policies:",
    ),
    ...organisation(scenario).filter(({ type }) => type === "table"),
  ];
}

function scenarioLogic({ alternatives }: Study): StressItem["blocks"] {
  const own = Object.entries(alternatives);
  if (own.length === 0) return [text("There is one scenario, and no logic but that of 2.2.")];
  const logical = own.filter(([, patch]) =>
    Object.keys(patch).some((path) => /(^|\.)(policies|queue|cover)(\.|$)/.test(path)),
  );
  return [
    text(
      `Alternatives differ from the base in the places that 1.3 lists and in nothing else: all ${own.length === 1 ? "is" : "are"} run by the same rules and in the same worlds.`,
      logical.length === 0
        ? "None changes a policy."
        : `${counted(logical.length, "alternative")} of ${own.length} ${logical.length === 1 ? "changes" : "change"} a policy:`,
    ),
    ...(logical.length === 0
      ? []
      : [
          table(
            ["alternative", "what it changes"],
            logical.map(([name, patch]) => [name, patchText(patch)]),
          ),
        ]),
  ];
}

/** Policies that are chosen anywhere, each once, with what it does and where that is known from. */
function algorithms({ scenario: { document } }: Study): StressItem["blocks"] {
  const { policies, specialties, staff } = document;
  const chosen = [
    policies,
    ...Object.values(specialties).map(({ policies: own }) => own ?? {}),
    ...Object.values(staff).map(({ queue }) => (queue === undefined ? {} : { queue })),
  ].flatMap((each) =>
    Object.entries(each as JsonObject).flatMap(([seam, value]) =>
      typesOf(value).map((type) => [seam, type] as const),
    ),
  );
  const keys = new Set(chosen.map(([seam, type]) => `${seam}/${type}`));
  const rows = policyCatalogue().flatMap(({ seam, policies: all }) =>
    all
      .filter(({ type }) => keys.has(`${seam}/${type}`))
      .map(({ type, doc, source }) => [seam, type, doc, source]),
  );
  return [
    text(
      "New threads come as a Poisson process whose rate follows hour, weekday, month, growth, timeline and busy days; it is drawn exactly, by points scattered over operational time and kept where they lie below the rate of their own moment. Holidays are made up for, so that the stated volume is the mean over the year.",
      "What is chosen, and where it is known from:",
    ),
    table(["decides", "policy", "what it does", "source"], rows),
  ];
}

function typesOf(value: JsonValue | undefined): readonly string[] {
  const list = Array.isArray(value) ? (value as readonly JsonValue[]) : [value];
  return list.flatMap((each) => {
    const type = typeof each === "object" && each !== null ? (each as JsonObject).type : undefined;
    return typeof type === "string" ? [type] : [];
  });
}
