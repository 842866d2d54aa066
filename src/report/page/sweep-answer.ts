import type { Block } from "../document.ts";
import { type Measure, pointText } from "../figures/sweep-figures.ts";
import { brief, percent } from "../number.ts";
import type { PromiseTerms } from "../summary.ts";
import type { SweepSummary } from "../sweep-summary.ts";
import { capital, counted, listed } from "../words.ts";
import { COST } from "./choice.ts";
import { isWithin, type PlanFacts } from "./plan-facts.ts";
import { type SweepWay, waysOf } from "./sweep-ways.ts";

/** What is said of a sweep's ways of working: all in the order of the rule, and the first. */
export interface SweepChoice {
  readonly order: readonly PlanFacts[];
  readonly best: SweepWay;
  readonly factors: readonly Measure[];
  /** Of each factor, whether it is a circumstance. */
  readonly given: readonly boolean[];
}

/** What to choose of what a sweep tried, under which circumstances it holds, and how little is known. */
export function sweepAnswer(
  { scenario, points, replications }: SweepSummary,
  { order, best, factors, given }: SweepChoice,
  promises: readonly PromiseTerms[],
  measures: readonly (Measure & { readonly response: string })[],
): Block {
  const { facts, worst } = best;
  const [, second] = order;
  const keeping = order.filter((plan) => isWithin(plan, promises));
  const keeps = promises.length > 0 && keeping.length > 0;
  const many = promises.length > 1 ? "promises" : "promise";
  const circumstances = factors.filter((_, i) => given[i]).map(({ label }) => label);
  const varies = circumstances.length > 0;
  const throughout = varies ? ` at every ${listed(circumstances)} that was tried` : "";
  const where = !varies ? "There" : best.points.length === 1 ? "With it" : "Where it does worst";
  const kept = promises.map(
    ({ name, risk }, i) =>
      `${where} “${name}” is kept for ${percent(facts.shares[i]!.estimate)} of messages, and a month falls short with a risk of ${percent(facts.risks[i]!.estimate)}; ${percent(risk, 0)} is allowed.`,
  );
  const money = (measures.find(({ response }) => response === COST)?.unit ?? "").split(" per ")[0] ?? "";
  const cheaper = keeping.some(({ cost }) => cost > facts.cost);
  const within = best.points.filter((point) => {
    const [way] = waysOf([point], factors, given, promises);
    return isWithin(way!.facts, promises);
  });
  const chooses = given.includes(false);
  return {
    type: "answer",
    question: chooses
      ? `Which of ${counted(order.length, "way")} of running “${scenario}” is worth having?`
      : `What does “${scenario}” bear?`,
    answer: answerOf(),
    // A mean of few worlds without its interval: nothing here is sure.
    tone: "caution",
    sentences: [
      ...kept.filter((each) => !each.includes("NaN")),
      ...(!(facts.cost > 0) || !chooses ? [] : [`It costs ${brief(facts.cost, 0)} ${money} a week.`]),
      ...(keeps && chooses && order.length > 1
        ? [`${keeping.length} of ${order.length} keep the ${many}${throughout}, by their estimates.`]
        : []),
      ...(varies && promises.length > 0 && best.points.length > 1 && chooses
        ? [
            `${capital(listed(circumstances))} ${circumstances.length === 1 ? "is a circumstance, not a choice" : "are circumstances, not choices"}: ${facts.name} keeps the ${many} at ${within.length} of ${best.points.length} levels that were tried with it.`,
          ]
        : []),
      ...(second === undefined ? [] : [`Next in order: ${second.name}.`]),
      ...(varies && best.points.length > 1
        ? [`The cards below show it where it does worst: ${pointText(worst.levels, factors)}.`]
        : []),
      `Settings are judged by the mean of ${counted(Math.round(replications / points), "simulated world")} each, without intervals${chooses ? `: confirm point ${worst.point} with clinicsim run or compare before acting on it` : ""}.`,
    ],
  };

  function answerOf(): string {
    if (promises.length === 0)
      return chooses ? `Patients wait least with ${facts.name}.` : "No promise is made that it could break.";
    if (!chooses) {
      const own = within.map(({ levels }) => pointText(levels, factors));
      return own.length === best.points.length
        ? `It keeps the ${many}${throughout}.`
        : own.length === 0
          ? `It keeps the ${many} at none of the ${best.points.length} levels that were tried.`
          : `It keeps the ${many} at ${own.length} of ${best.points.length} levels that were tried: ${own.slice(0, 6).join("; ")}${own.length > 6 ? "; …" : ""}.`;
    }
    if (!keeps) return `None keeps the ${many}${throughout}; nearest comes ${facts.name}.`;
    if (keeping.length === 1) return `Only one keeps the ${many}${throughout}: ${facts.name}.`;
    return cheaper
      ? `The cheapest that keeps the ${many}${throughout}: ${facts.name}.`
      : `Several keep the ${many}${throughout}, none of them cheaper than ${facts.name}.`;
  }
}
