import type { Block, Document } from "../document.ts";
import { effectsFigure } from "../figures/effects.ts";
import type { Figure } from "../figures/figure.ts";
import { type Mark, tornadoFigure } from "../figures/tornado.ts";
import { inputNames } from "../input-text.ts";
import { sensitivityCautions } from "../sensitivity-cautions.ts";
import { methodSentences, responseBlocks, sensitivityDocument } from "../sensitivity-document.ts";
import { worthMeasuring } from "../sensitivity-ranking.ts";
import type { SensitivitySummary } from "../sensitivity-summary.ts";
import type { PromiseTerms } from "../summary.ts";
import { ledgerSection, organisationSection, reproduceSection, warningBlocks } from "./below.ts";
import type { PageMatter } from "./matter.ts";
import { sensitivityAnswer } from "./sensitivity-answer.ts";
import { sensitivityCards } from "./sensitivity-cards.ts";

/** Responses that have a picture; of more, the others stand in tables. */
const MOST_FIGURES = 8;

/** What a director reads of what nobody knows for sure: what to find out first, what hangs on it for whom, and the tornado. */
export function sensitivityPage(
  summary: SensitivitySummary,
  promises: readonly PromiseTerms[],
  matter: PageMatter,
): Document {
  const { responses, method, points, replications, inputs } = summary;
  const { scenario } = matter;
  const names = inputNames(inputs.map(({ path }) => path));
  const [title] = sensitivityDocument(summary);
  const cautions = sensitivityCautions(summary, names).map((message) => ({ code: "sensitivity", message }));
  const figures = responses
    .slice(0, MOST_FIGURES)
    .map((response): Figure | undefined =>
      method === "tornado"
        ? tornadoFigure(summary, response, names, markOf(response.response, promises))
        : effectsFigure(summary, response, names),
    )
    .filter((figure) => figure !== undefined);
  return [
    title!,
    sensitivityAnswer(summary, promises, names),
    sensitivityCards(summary, names, scenario),
    ...worthMeasuring(summary, names),
    ...warningBlocks(cautions, scenario),
    ...(figures.length === 0 ? [] : [{ type: "heading", text: "Pictures" } as const]),
    ...figures.map((figure) => ({ type: "figure", figure }) as const),
    { type: "heading", text: "For those who ask" },
    {
      type: "section",
      heading: "What moves each response",
      folded: true,
      blocks: responses.flatMap((response): readonly Block[] => responseBlocks(summary, response, names)),
    },
    {
      type: "section",
      heading: "Notes on the method",
      folded: true,
      blocks: [{ type: "text", sentences: methodSentences(method) }],
    },
    ledgerSection(scenario, matter.sources),
    organisationSection(scenario),
    reproduceSection(matter, points * replications, "the analysis's folder"),
  ];
}

/** What is promised of a response. */
function markOf(response: string, promises: readonly PromiseTerms[]): Mark | undefined {
  const promise = promises.find(({ response: name }) => response === `${name}_share`);
  if (promise !== undefined) return { level: promise.target, words: `the target of “${promise.name}”` };
  const risked = promises.find(({ response: name }) => response === `${name}_month_risk`);
  return risked === undefined ? undefined : { level: risked.risk, words: "the risk that is allowed" };
}
