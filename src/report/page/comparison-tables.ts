import type { ComparisonSummary } from "../comparison-summary.ts";
import type { Block, DocumentColumn } from "../document.ts";
import { brief } from "../number.ts";
import type { PromiseTerms } from "../summary.ts";
import { valueText } from "../value-text.ts";
import { AFTER_HOURS, COST, WAIT } from "./choice.ts";
import type { Estimated, PlanFacts } from "./plan-facts.ts";

/** The recommended, the runner-up and the base, side by side. */
export function besideTable(
  { comparison: { alternatives, base } }: ComparisonSummary,
  promises: readonly PromiseTerms[],
  plans: readonly PlanFacts[],
): Block {
  const names = [...new Set([...plans.map(({ name }) => name), base])];
  const wanted = [
    ...promises.flatMap(({ response }) => [`${response}_share`, `${response}_month_risk`]),
    WAIT,
    AFTER_HOURS,
    "nurse_message_min_per_day",
    "calls_answered_share",
    COST,
  ];
  const first = alternatives[0]?.rows ?? [];
  const rows = wanted.flatMap((response) => {
    const known = first.find((row) => row.response === response);
    if (known === undefined || (response === COST && known.base.estimate === 0 && !costsAnything(plans)))
      return [];
    const cells = names.map((name) => {
      const row =
        name === base
          ? known
          : alternatives.find((each) => each.name === name)!.rows.find((each) => each.response === response)!;
      const { value, unit, interval } = valueText({
        ...(name === base ? row.base : row.own),
        unit: row.unit,
      });
      const short = unit.split(" per ")[0] === "" ? "" : ` ${unit.split(" per ")[0]}`;
      return `${value}${value === "none" ? "" : short}${interval === "" || interval === "always" ? "" : ` (${interval})`}`;
    });
    return [[known.label, ...cells]];
  });
  const title = (name: string, i: number) =>
    i === 0 ? `${name} – recommended` : name === base ? `${name} – now` : `${name} – runner-up`;
  return {
    type: "table",
    columns: [
      { title: "", align: "left", wraps: true },
      ...names.map((name, i): DocumentColumn => ({ title: title(name, i), align: "right" })),
    ],
    sections: [{ rows }],
  };
}

/** Every way of working in the order of the rule, by what decides in it. */
export function rankingTable(
  order: readonly PlanFacts[],
  promises: readonly PromiseTerms[],
  money: string,
): Block {
  const right = (title: string): DocumentColumn => ({ title, align: "right" });
  const hasCosts = costsAnything(order);
  const share = (value: Estimated) => valueText({ ...value, unit: "share" });
  return {
    type: "table",
    columns: [
      { title: "", align: "left", wraps: true },
      ...promises.flatMap(({ name }) =>
        promises.length === 1
          ? [right("kept"), right("risk of a month")]
          : [right(`${name}: kept`), right(`${name}: risk of a month`)],
      ),
      ...(hasCosts ? [right(`cost [${money}]`)] : []),
      right("after hours [min per week]"),
      right("9 of 10 replies within [h]"),
    ],
    sections: [
      {
        rows: order.map(({ name, shares, risks, cost, afterHours, wait }) => [
          name,
          ...promises.flatMap((_, i) => [percentText(share(shares[i]!)), percentText(share(risks[i]!))]),
          ...(hasCosts ? [number(cost, 0)] : []),
          number(afterHours, 1),
          number(wait, 1),
        ]),
      },
    ],
  };
}

function percentText({ value }: { readonly value: string }): string {
  return value === "none" ? value : `${value} %`;
}

function number(value: number, decimals: number): string {
  return Number.isNaN(value) ? "none" : value === Infinity ? "∞" : brief(value, decimals);
}

/** Whether anybody has said what people cost. */
function costsAnything(plans: readonly PlanFacts[]): boolean {
  return plans.some(({ cost }) => cost !== 0);
}

/** The unit of the cost of a week. */
export function costUnit({ comparison: { alternatives } }: ComparisonSummary): string {
  return alternatives[0]?.rows.find(({ response }) => response === COST)?.unit ?? "per week";
}
