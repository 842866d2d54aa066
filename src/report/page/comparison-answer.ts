import type { ComparisonSummary } from "../comparison-summary.ts";
import { differenceText } from "../difference-text.ts";
import type { Block } from "../document.ts";
import { headroomSentences, UNKNOWN_HEADROOM } from "../figures/headroom.ts";
import type { NamedHeadroom } from "../headroom-json.ts";
import { percent } from "../number.ts";
import type { PromiseTerms } from "../summary.ts";
import { valueText } from "../value-text.ts";
import { selectionSentences } from "../verdicts.ts";
import { type Choice, COST } from "./choice.ts";
import { decider, isWithin, type PlanFacts, standingOf } from "./plan-facts.ts";

/** What to choose, with what odds and at what cost, and why. */
export function comparisonAnswer(
  summary: ComparisonSummary,
  promises: readonly PromiseTerms[],
  choice: Choice,
  headroom: NamedHeadroom | undefined,
): Block {
  const { comparison } = summary;
  const { base, replications } = comparison;
  const { best, second, selected } = choice;
  const isBase = best.name === base;
  const standing = standingOf(best, promises);
  const many = promises.length > 1 ? "promises" : "promise";
  const keeps = promises.length > 0 && standing !== "none" && isWithin(best, promises);
  const what = isBase ? `Stay with “${base}”` : `Choose “${best.name}”`;
  const headline = selected
    ? `${what}.`
    : promises.length === 0 || standing === "none"
      ? `${what}.`
      : keeps
        ? `${what}: it keeps the ${many}${standing === "keeps" ? "" : ", though not surely"}.`
        : `None keeps the ${many}; “${best.name}” comes nearest.`;
  return {
    type: "answer",
    question: `What should “${summary.scenario}” change, if anything?`,
    answer: headline,
    tone: keeps && standing === "keeps" ? "good" : "caution",
    sentences: [
      ...promises.flatMap((promise, i) => promiseSentences(best, promise, i)),
      ...oddsSentences(comparison, isBase ? second?.name : best.name, promises, isBase),
      ...costSentences(comparison, choice),
      ...(selected ? selectionSentences(comparison) : [ruleSentence(choice, promises, base)]),
      ...(headroom !== undefined ? headroomSentences(headroom) : keeps ? [UNKNOWN_HEADROOM] : []),
      ...(second === undefined ? [] : [`The runner-up is “${second.name}”.`]),
      ...(replications.length === 1
        ? ["One world is one year's luck: nothing here can be told from chance."]
        : []),
    ],
  };
}

function promiseSentences(
  { shares, risks }: PlanFacts,
  { name, risk }: PromiseTerms,
  i: number,
): readonly string[] {
  const [kept, falls] = [shares[i]!, risks[i]!];
  if (Number.isNaN(kept.estimate) || Number.isNaN(falls.estimate)) return [];
  const share = valueText({ ...kept, unit: "share" });
  const short = valueText({ ...falls, unit: "share" });
  const range = short.interval === "" || short.interval === "always" ? "" : ` (${short.interval})`;
  return [
    `“${name}” is then kept for ${share.value} % of messages, and a month falls short with a risk of ${short.value} %${range}; ${percent(risk, 0)} is allowed.`,
  ];
}

/** In how many worlds the recommended is better than the base, or than the runner-up where it is the base itself, of what decides. */
function oddsSentences(
  { alternatives, base }: ComparisonSummary["comparison"],
  name: string | undefined,
  promises: readonly PromiseTerms[],
  isBase: boolean,
): readonly string[] {
  const rows = alternatives.find((each) => each.name === name)?.rows ?? [];
  return promises.flatMap(({ name: promised, response }) => {
    const row = rows.find((each) => each.response === `${response}_share`);
    if (row === undefined || row.wins + row.losses === 0) return [];
    const worlds = row.wins + row.ties + row.losses;
    if (worlds === 1) return [];
    const [other, better] = isBase ? [name, row.losses] : [base, row.wins];
    return [`More messages keep “${promised}” than with “${other}” in ${better} of ${worlds} worlds.`];
  });
}

function costSentences(
  { alternatives, base }: ComparisonSummary["comparison"],
  { best }: Choice,
): readonly string[] {
  const row = (alternatives.find(({ name }) => name === best.name) ?? alternatives[0])?.rows.find(
    ({ response }) => response === COST,
  );
  if (row === undefined) return [];
  const money = row.unit.split(" per ")[0] ?? "";
  const isBase = best.name === base;
  const { value } = valueText({ ...(isBase ? row.base : row.own), unit: row.unit });
  // Nobody has said what people cost.
  if (value === "none" || (row.base.estimate === 0 && row.own.estimate === 0)) return [];
  const costs = `It costs ${value} ${money} a week`;
  if (isBase) return [`${costs}.`];
  const { difference, interval } = differenceText(row);
  if (!Number.isFinite(row.difference)) return [`${costs}.`];
  const more = row.difference > 0 ? "more" : "less";
  const size = difference.replace(/^[+−]/, "");
  if (row.conclusion === "same" || row.difference === 0) return [`${costs}, as much as “${base}”.`];
  return [
    `${costs}, ${size} ${more} than “${base}”${interval === "" || interval === "always" ? "" : ` (${interval})`}.`,
  ];
}

function ruleSentence(
  { order, passed, best }: Choice,
  promises: readonly PromiseTerms[],
  base: string,
): string {
  const isPassed = (plan: PlanFacts) => passed.includes(plan);
  if (promises.length === 0) {
    return best.name === base && passed.length > 0
      ? "With none of the others patients surely wait less, and nothing else that decides is surely better: there is no reason to change."
      : "It is the one whose patients wait least: nine of ten first replies come soonest.";
  }
  const keeping = order.filter((plan) => isWithin(plan, promises));
  if (keeping.length === 0)
    return "It is the one whose worst promise is least beyond the risk that is allowed.";
  const many = order.length;
  const kept = promises.length > 1 ? "every promise" : "the promise";
  if (keeping.length === 1) return `It is the only one of ${many} ways of working that keeps ${kept}.`;
  const who = `${keeping.length === many ? `All ${many}` : `${keeping.length} of ${many}`} ways of working keep ${kept}`;
  if (best.name === base && passed.length > 0) {
    const others = passed.length === 1 ? `“${passed[0]!.name}”` : "another";
    return `${who}; with ${others} nothing that decides is surely better, nor is it surely cheaper: there is no reason to change.`;
  }
  const hasCosts = order.some(({ cost }) => cost > 0) && !Number.isNaN(best.cost);
  const rivals = keeping.filter((plan) => !isPassed(plan));
  const alike = rivals.filter(({ cost }) => cost === best.cost || !hasCosts);
  if (alike.length === 1) {
    return passed.length === 0
      ? `${who}; it is the cheapest of them.`
      : `${who}; it is the cheapest of those that are surely better than “${base}” in something that decides.`;
  }
  const whose = hasCosts ? "; of those that cost least it has" : "; of these it has";
  const reason = decider(best, alike.find((plan) => plan !== best)!);
  return reason === undefined
    ? `${who}; nothing that decides tells it from the next.`
    : `${who}${whose} ${reason}.`;
}
