import type { Discovery, RuleCondition } from "../experiment/index.ts";
import { cautionsBlock } from "./cautions-block.ts";
import type { DiscoverySummary } from "./discovery-summary.ts";
import type { Block, Document } from "./document.ts";
import { levelText, shortNames } from "./factor-text.ts";
import { brief, fixed, percent } from "./number.ts";
import { counted, listed } from "./words.ts";

type Said = Pick<RuleCondition, "path" | "unit" | "operator" | "value">;

/** Trade-offs that are shown. */
const MOST_SHOWN = 8;

/** What a planner reads of when a clinic fails. */
export function discoveryDocument(summary: DiscoverySummary): Document {
  const { scenario, fails, judged, factors, points, replications, discovery, cautions } = summary;
  const names = new Map(shortNames(factors).map((name, i) => [factors[i]!, name]));
  const said = (conditions: readonly Said[]) => conditions.map((each) => conditionText(each, names));
  const what = judged === "worlds" ? "a world" : "a point";
  const least = replications.fewest < replications.most ? "at least " : "";
  const under = `${counted(points.told, "point")} of ${counted(factors.length, "factor")} · ${least}${counted(replications.fewest, "replication")} each · ${what} fails where ${fails}`;
  return [
    { type: "title", text: scenario, under },
    { type: "text", sentences: sentencesOf(summary, said) },
    ...conditionsTable(discovery, said),
    ...tradeOffTable(discovery, said),
    ...cautionsBlock(cautions),
  ];
}

type Sayer = (conditions: readonly Said[]) => readonly string[];

function sentencesOf({ discovery, judged }: DiscoverySummary, said: Sayer): readonly string[] {
  const { verdict, rule, failing, p, points } = discovery;
  const noun = judged === "worlds" ? "worlds" : "points";
  switch (verdict) {
    case "never":
      return [`Nothing fails at any of the ${points} points: there is nothing to find a rule for.`];
    case "always":
      return [`Everything fails at all ${points} points: there is nothing to find a rule for.`];
    case "none":
      return [
        `There is no rule: ${percent(failing)} of ${noun} fail, and which of them do has, as far as these points tell, nothing to do with what was varied.`,
        `Where nothing has, a search like this finds as much in ${percent(p)} of cases.`,
      ];
    case "rule": {
      const { conditions, density, coverage, points: inside, heldOut } = rule!;
      const ends = ({ estimate, low, high }: typeof heldOut.density) =>
        `${percent(estimate, 0)} (${fixed(100 * low, 0)} – ${fixed(100 * high, 0)})`;
      return [
        `Fails when ${listed(said(conditions))}.`,
        `Of ${noun} there, ${percent(density)} fail; of all, ${percent(failing)}.`,
        `The rule holds for ${inside} of ${points} points, and has ${percent(coverage)} of what fails.`,
        `Held against points that had no say in it, such a rule is right for ${ends(heldOut.density)} and has ${ends(heldOut.coverage)} of what fails.`,
      ];
    }
  }
}

function conditionsTable({ rule }: Discovery, said: Sayer): readonly Block[] {
  if (rule === undefined) return [];
  const { conditions } = rule;
  return [
    {
      type: "table",
      columns: [
        { title: "condition", align: "left", wraps: true },
        { title: "found again in", align: "left" },
        { title: "quasi-p", align: "left" },
      ],
      sections: [
        {
          rows: conditions.map((condition) => [
            said([condition])[0]!,
            `${condition.folds} of 10`,
            condition.quasiP < 0.001 ? "< 0.001" : fixed(condition.quasiP, 3),
          ]),
        },
      ],
    },
  ];
}

function tradeOffTable({ tradeOffs, verdict }: Discovery, said: Sayer): readonly Block[] {
  if (verdict !== "rule") return [];
  const step = Math.max(1, (tradeOffs.length - 1) / (MOST_SHOWN - 1));
  const count = Math.min(MOST_SHOWN, tradeOffs.length);
  const shown = Array.from({ length: count }, (_, i) => tradeOffs[Math.round(i * step)]!);
  return [
    { type: "heading", text: "Wider and narrower rules" },
    {
      type: "table",
      columns: [
        { title: "points", align: "right" },
        { title: "fails", align: "right" },
        { title: "of all that fails", align: "right" },
        { title: "when", align: "left", wraps: true },
      ],
      sections: [
        {
          rows: shown.map(({ points, density, coverage, conditions }) => [
            String(points),
            percent(density),
            percent(coverage),
            conditions.length === 0 ? "always" : listed(said(conditions)),
          ]),
        },
      ],
    },
  ];
}

/** `demand.volume > 21.4 per day` */
function conditionText(said: Said, names: ReadonlyMap<string, string>): string {
  const { path, operator, value } = said;
  const name = names.get(path) ?? path;
  if (operator === "one of") {
    return `${name} is ${(value as readonly string[]).map((each) => levelText(each, { path })).join(" or ")}`;
  }
  const sign = { ">": ">", ">=": "≥", "<": "<", "<=": "≤", "=": "is" }[operator];
  return `${name} ${sign} ${typeof value === "number" ? exactText(value, said.unit) : levelText(value, said)}`;
}

/** An end of a rule is short already, and rounding it might move it over a point. */
function exactText(value: number, unit: string | undefined): string {
  const text = Number.isInteger(value) ? brief(value, 0) : String(value).replace("-", "−");
  return unit === undefined ? text : `${text} ${unit}`;
}
