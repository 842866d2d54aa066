import { estimandName } from "../../experiment/index.ts";
import { compile, responseDefinitions } from "../../model/index.ts";
import type { JsonValue } from "../../scenario/index.ts";
import { brief } from "../number.ts";
import { counted, listed } from "../words.ts";
import { experimentSentences } from "./experiment-sentences.ts";
import { exactly, perCent, place, type StressItem, type Study, table, text } from "./study.ts";

export function objectives(study: Study): readonly StressItem[] {
  return [
    { number: "1.1", title: "Purpose of the model", blocks: purpose(study) },
    { number: "1.2", title: "Model outputs", blocks: outputs(study) },
    { number: "1.3", title: "Experimentation aims", blocks: aims(study) },
  ];
}

function purpose({ scenario: { document, clinic } }: Study): StressItem["blocks"] {
  const { description } = document;
  const specialties = listed(clinic.specialties.map(({ name }) => name));
  return [
    text(
      `The model is of the messages that patients of ${specialties} send through a portal, and of the people who answer them: how soon, and at what cost to those people.`,
      ...(description === undefined ? [] : [description]),
    ),
    place("why this clinic is modelled, which decision depends on it, and who asked."),
  ];
}

function outputs({ scenario: { clinic, comparison } }: Study): StressItem["blocks"] {
  const definitions = responseDefinitions(compile(clinic, []));
  const told = definitions.filter(
    ({ headline, name }) => headline || comparison.primary?.includes(name) === true,
  );
  const promises = clinic.promises.map(
    ({ name, target, risk }) =>
      `“${name}”: ${perCent(target)} of messages are to keep it, and a month may fall below that with a risk of ${perCent(risk)}.`,
  );
  return [
    text(
      "Patients' responses are about messages sent in the measured window, followed to the end of the run-out: one without a reply by then has waited for ever and has kept no promise. Minutes, utilisation and cost are of the window itself.",
      ...promises,
    ),
    table(
      ["response", "unit", "what it is", "how it is computed", "estimated as"],
      told.map(({ name, unit, label, doc, formula, estimand }) => [
        name,
        unit,
        `${label}. ${doc}`,
        formula,
        estimandName(estimand),
      ]),
    ),
    text(
      `${counted(definitions.length - told.length, "further response")} of each replication ${definitions.length - told.length === 1 ? "is" : "are"} written to the files of a result; clinicsim responses lists them all, each with its formula. How their intervals are made is in 4.3.`,
    ),
  ];
}

function aims({ scenario, alternatives, result }: Study): StressItem["blocks"] {
  const { comparison } = scenario;
  const own = Object.entries(alternatives);
  const sizes = Object.entries(comparison.smallestDifferences).map(
    ([name, { amount, relative }]) => `${name} from ${relative ? perCent(amount) : brief(amount, 4)} on`,
  );
  const told = result === undefined ? [] : experimentSentences(result.experiment);
  return [
    ...(own.length === 0
      ? [text("The scenario names no alternatives to itself.")]
      : [
          text(
            `(A) The scenario is compared with ${counted(own.length, "alternative")} in the same worlds.`,
            comparison.primary === undefined
              ? "What decides are the promises, physicians' minutes after hours, and the cost of a week."
              : `What decides: ${listed(comparison.primary)}.`,
            ...(sizes.length === 0
              ? []
              : [`A difference matters, in the response's own unit: ${listed(sizes)}.`]),
          ),
          table(
            ["alternative", "what it changes"],
            own.map(([name, patch]) => [name, patchText(patch)]),
          ),
        ]),
    ...(told.length === 0 ? [] : [text(`(B) ${told.join(" ")}`)]),
    place("why these alternatives or settings were chosen, and what was expected of them."),
  ];
}

/** `staff.triage-nurse.count becomes 2; …` */
export function patchText(patch: Readonly<Record<string, unknown>>): string {
  return Object.entries(patch)
    .map(([path, value]) =>
      value === null ? `${path} is taken away` : `${path} becomes ${exactly(value as JsonValue)}`,
    )
    .join("; ");
}
