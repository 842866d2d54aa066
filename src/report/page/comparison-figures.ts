import type { ComparedAlternative } from "../../experiment/index.ts";
import type { ComparisonSummary } from "../comparison-summary.ts";
import { backlogFigure } from "../figures/backlog.ts";
import { differencesFigure } from "../figures/differences.ts";
import type { Figure } from "../figures/figure.ts";
import { repliesWithinFigure } from "../figures/first-replies.ts";
import { headroomFigure } from "../figures/headroom.ts";
import { type PromiseKept, promiseMonthsFigure, promisesFigure } from "../figures/promises.ts";
import { type BargainKind, tradeOffFigure } from "../figures/trade-off.ts";
import { waitingFigure } from "../figures/waiting.ts";
import { weekAndDayFigures } from "../figures/week-and-day.ts";
import { percent } from "../number.ts";
import type { PromiseTerms } from "../summary.ts";
import { type Choice, COST } from "./choice.ts";
import { headroomOf, type PageMatter } from "./matter.ts";
import type { PlanFacts } from "./plan-facts.ts";

/** Ways of working that are drawn side by side; of more, the first by the rule. */
const FEW = 12;

/** The pictures of a comparison: promises, changes, cost, and the recommended way of working beside the base. */
export function comparisonFigures(
  { comparison }: ComparisonSummary,
  promises: readonly PromiseTerms[],
  { best, second, order }: Choice,
  matter: PageMatter,
): readonly Figure[] {
  const { patterns } = matter;
  const { alternatives, base, primary, confidence } = comparison;
  const told = [...new Set([best.name, base, ...(second === undefined ? [] : [second.name])])];
  const named = (name: string) => patterns?.find((each) => each.name === name);
  const own = told.flatMap((name) => named(name) ?? []);
  const [recommended] = own;
  const former = named(base);
  const kept = (i: number): PromiseKept[] =>
    order.slice(0, FEW).map(({ name, shares }) => ({
      name,
      share: shares[i]!.estimate,
      low: shares[i]!.low,
      high: shares[i]!.high,
      target: promises[i]!.target,
    }));
  const drawn = ["drawn", `the first ${FEW} of ${order.length} by the rule of this page`] as const;
  const [promise] = promises;
  const rowsOf = (name: string) =>
    (alternatives.find((each) => each.name === name) ?? alternatives[0])?.rows ?? [];
  const waits = rowsOf(best.name)
    .filter(({ group }) => group === "waiting")
    .map((row) => ({ ...row, estimate: (best.name === base ? row.base : row.own).estimate }));
  const joint = `${percent(confidence, 0)}, all of what decides together`;
  const headroom = headroomOf(matter, best.name);
  const found = [
    ...promises.map((each, i) => {
      const figure = promisesFigure(kept(i), each.name, confidence);
      if (figure === undefined) return undefined;
      const named = i === 0 ? figure : { ...figure, name: `${figure.name}-${i + 1}` };
      return order.length <= FEW ? named : { ...named, inputs: [...named.inputs, drawn] };
    }),
    ...primary.map((response) => differencesFigure(response, alternatives, base, joint)),
    headroom === undefined ? undefined : headroomFigure(best.name, headroom),
    promise === undefined ? undefined : bargains(order, promise, told, base, alternatives),
    ...(own.length === 0
      ? []
      : [
          repliesWithinFigure(own, "opening hours only"),
          ...promises.map((each, i) => promiseMonthsFigure(own.slice(0, 2), i, each)),
          backlogFigure(own.slice(0, 2)),
        ]),
    waitingFigure(best.name, waits),
    ...(recommended === undefined
      ? []
      : weekAndDayFigures(recommended, former === recommended ? undefined : former)),
  ];
  return found.filter((figure) => figure !== undefined);
}

function bargains(
  order: readonly PlanFacts[],
  { response, target }: PromiseTerms,
  told: readonly string[],
  base: string,
  alternatives: readonly ComparedAlternative[],
): Figure | undefined {
  const rows = alternatives[0]?.rows ?? [];
  const [cost, share] = [COST, `${response}_share`].map((name) => rows.find((row) => row.response === name));
  if (cost === undefined || share === undefined) return undefined;
  const kinds = ["recommended", "as it is now", "runner-up", "others"] as const;
  const kindOf = (name: string): BargainKind =>
    name === told[0]
      ? "recommended"
      : name === base
        ? "as it is now"
        : told.includes(name)
          ? "runner-up"
          : "others";
  return tradeOffFigure(
    order.map(({ name, cost: x, shares }) => ({
      name,
      x,
      y: shares[0]!.estimate,
      kind: kindOf(name),
      label: told.includes(name) ? name : "",
    })),
    {
      x: { label: cost.label, unit: cost.unit },
      y: { label: share.label, unit: share.unit },
      kinds: kinds.filter((kind) => order.some(({ name }) => kindOf(name) === kind)),
      target,
    },
  );
}
