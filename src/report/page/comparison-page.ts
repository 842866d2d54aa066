import type { ComparedAlternative, ComparisonRow, Estimate } from "../../experiment/index.ts";
import { groupOf } from "../../model/index.ts";
import { comparisonTable } from "../comparison-document.ts";
import type { ComparisonSummary } from "../comparison-summary.ts";
import { differenceText } from "../difference-text.ts";
import type { Block, Document, DocumentColumn } from "../document.ts";
import { backlogFigure } from "../figures/backlog.ts";
import { differencesFigure } from "../figures/differences.ts";
import type { Figure } from "../figures/figure.ts";
import { repliesWithinFigure } from "../figures/first-replies.ts";
import { headroomFigure, headroomSentences } from "../figures/headroom.ts";
import { physicianDayFigure } from "../figures/physician-day.ts";
import { type PromiseKept, promiseMonthsFigure, promisesFigure } from "../figures/promises.ts";
import { type BargainKind, tradeOffFigure } from "../figures/trade-off.ts";
import { waitingFigure } from "../figures/waiting.ts";
import { weekFigures } from "../figures/week-heat.ts";
import type { NamedHeadroom } from "../headroom-json.ts";
import { brief, percent } from "../number.ts";
import type { NamedPatterns } from "../patterns-json.ts";
import type { PromiseTerms } from "../summary.ts";
import { valueText } from "../value-text.ts";
import { selectionSentences, verdictSentences } from "../verdicts.ts";
import { counted, listed, runText } from "../words.ts";
import {
  ledgerSection,
  organisationSection,
  reproduceSection,
  warningBlocks,
  withoutPatterns,
} from "./below.ts";
import { groupCards } from "./group-cards.ts";
import { headroomOf, type PageMatter } from "./matter.ts";
import { type Estimated, isWithin, type PlanFacts, ranked, standingOf } from "./plan-facts.ts";
import { toldOf } from "./responses-told.ts";

const COST = "cost_per_week";
const AFTER_HOURS = "physician_after_hours_min_per_week";
const WAIT = "first_reply_p90_business_h";
/** Alternatives beyond this number are listed where one asks for them. */
const FEW = 12;

/** What a director reads of a comparison: what to choose, what it costs, what it does for whom, how sure that is. */
export function comparisonPage(
  summary: ComparisonSummary,
  promises: readonly PromiseTerms[],
  matter: PageMatter,
): Document {
  const { comparison, cautions, seed } = summary;
  const { alternatives, base, replications, confidence } = comparison;
  const choice = choose(summary, promises);
  const { best, second } = choice;
  const told = toldOf(comparison, best.name);
  const { scenario } = matter;
  const teams = (group: "physician" | "nurse" | "clerk") => teamsIn(matter, best.name, group);
  return [
    {
      type: "title",
      text: summary.scenario,
      under: `${counted(alternatives.length, "alternative")} against “${base}” in ${replications.length === 1 ? "one simulated world" : `the same ${replications.length} simulated worlds`} · ${runText(summary)} · seed ${seed}`,
    },
    answer(summary, promises, choice, headroomOf(matter, best.name)),
    groupCards(told, promises, scenario, teams),
    {
      type: "heading",
      text: second === undefined || second.name === base ? "Beside today" : "Beside the runner-up and today",
    },
    besideTable(summary, promises, [best, ...(second === undefined ? [] : [second])]),
    ...warningBlocks(cautions, scenario, base),
    { type: "heading", text: "Pictures" },
    ...figuresOf(summary, promises, choice, matter).map((figure) => ({ type: "figure", figure }) as const),
    ...(matter.patterns === undefined ? withoutPatterns(matter.command) : []),
    { type: "heading", text: "For those who ask" },
    {
      type: "section",
      heading: `All ${counted(alternatives.length + 1, "way")} of working, in the order of the rule`,
      folded: alternatives.length > FEW,
      blocks: [
        rankingTable(choice.order, promises, costUnit(summary)),
        { type: "list", items: verdictSentences(comparison), tone: "plain", mark: "–" },
      ],
    },
    {
      type: "section",
      heading: "Every response that decides",
      folded: true,
      blocks: [comparisonTable(summary, ({ primary }) => primary, "together")],
    },
    {
      type: "section",
      heading: "Other responses, each interval by itself",
      folded: true,
      blocks: [comparisonTable(summary, ({ primary, headline }) => headline && !primary, "each")],
    },
    {
      type: "section",
      heading: "Notes on the statistics",
      folded: true,
      blocks: [{ type: "text", sentences: statisticsSentences(summary, confidence) }],
    },
    ledgerSection(scenario, matter.sources),
    organisationSection(scenario),
    reproduceSection(matter, replications.length, "the comparison's folder"),
  ];
}

/** The name of the way of working that the page recommends. */
export function recommendedOf(summary: ComparisonSummary, promises: readonly PromiseTerms[]): string {
  return choose(summary, promises).best.name;
}

interface Choice {
  readonly best: PlanFacts;
  readonly second: PlanFacts | undefined;
  readonly order: readonly PlanFacts[];
  /** Selected by a procedure of its own, not by the rule. */
  readonly selected: boolean;
}

function choose({ comparison }: ComparisonSummary, promises: readonly PromiseTerms[]): Choice {
  const { base, alternatives, selection } = comparison;
  const [first] = alternatives;
  const plans = [
    factsOf(base, first?.rows ?? [], promises, (row) => row.base),
    ...alternatives.map(({ name, rows }) => factsOf(name, rows, promises, (row) => row.own)),
  ];
  const order = ranked(plans, promises);
  const [found, ...others] = selection?.left ?? [];
  const selected = others.length === 0 ? order.find(({ name }) => name === found) : undefined;
  const best = selected ?? order[0]!;
  return { best, second: order.find((each) => each !== best), order, selected: selected !== undefined };
}

function factsOf(
  name: string,
  rows: readonly ComparisonRow[],
  promises: readonly PromiseTerms[],
  side: (row: ComparisonRow) => Estimate,
): PlanFacts {
  const of = (response: string): Estimated => {
    const row = rows.find((each) => each.response === response);
    const { estimate, low, high } =
      row === undefined ? { estimate: Number.NaN, low: Number.NaN, high: Number.NaN } : side(row);
    return { estimate, low, high };
  };
  return {
    name,
    risks: promises.map(({ response }) => of(`${response}_month_risk`)),
    shares: promises.map(({ response }) => of(`${response}_share`)),
    cost: of(COST).estimate,
    afterHours: of(AFTER_HOURS).estimate,
    wait: of(WAIT).estimate,
  };
}

function answer(
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
      ...oddsSentences(comparison, best.name, promises),
      ...costSentences(comparison, choice),
      ...(selected ? selectionSentences(comparison) : [ruleSentence(choice, promises)]),
      ...(headroom === undefined ? [] : headroomSentences(headroom)),
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

/** In how many worlds it is better, of what decides. */
function oddsSentences(
  { alternatives, base }: ComparisonSummary["comparison"],
  name: string,
  promises: readonly PromiseTerms[],
): readonly string[] {
  const rows = alternatives.find((each) => each.name === name)?.rows ?? [];
  return promises.flatMap(({ name: promised, response }) => {
    const row = rows.find((each) => each.response === `${response}_share`);
    if (row === undefined || row.wins + row.losses === 0) return [];
    const worlds = row.wins + row.ties + row.losses;
    if (worlds === 1) return [];
    return [`More messages keep “${promised}” than with “${base}” in ${row.wins} of ${worlds} worlds.`];
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

function ruleSentence({ order, best }: Choice, promises: readonly PromiseTerms[]): string {
  if (promises.length === 0)
    return "It is the one whose patients wait least: nine of ten first replies come soonest.";
  const keeping = order.filter((plan) => isWithin(plan, promises)).length;
  if (keeping === 0) return "It is the one whose worst promise is least beyond the risk that is allowed.";
  const many = order.length;
  if (keeping === 1)
    return `It is the only one of ${many} ways of working that keeps ${promises.length > 1 ? "every promise" : "the promise"}.`;
  const next = order.find((plan) => plan !== best);
  if (next?.cost === best.cost && isWithin(next, promises)) {
    return `Of the ${keeping} that do, out of ${many} ways of working, none is cheaper.`;
  }
  return Number.isNaN(best.cost)
    ? `It is one of ${keeping} that do, out of ${many} ways of working.`
    : `It is the cheapest of the ${keeping} that do, out of ${many} ways of working.`;
}

/** The recommended, the runner-up and the base, side by side. */
function besideTable(
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
    if (known === undefined) return [];
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

function rankingTable(order: readonly PlanFacts[], promises: readonly PromiseTerms[], money: string): Block {
  const right = (title: string): DocumentColumn => ({ title, align: "right" });
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
      right(`cost [${money}]`),
      right("after hours [min per week]"),
      right("9 of 10 replies within [h]"),
    ],
    sections: [
      {
        rows: order.map(({ name, shares, risks, cost, afterHours, wait }) => [
          name,
          ...promises.flatMap((_, i) => [percentText(share(shares[i]!)), percentText(share(risks[i]!))]),
          number(cost, 0),
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

function costUnit({ comparison: { alternatives } }: ComparisonSummary): string {
  return alternatives[0]?.rows.find(({ response }) => response === COST)?.unit ?? "per week";
}

function figuresOf(
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
      return figure === undefined || i === 0 ? figure : { ...figure, name: `${figure.name}-${i + 1}` };
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
    ...(recommended === undefined ? [] : weekAndDay(recommended, former)),
  ];
  return found.filter((figure) => figure !== undefined);
}

function weekAndDay(
  recommended: NamedPatterns,
  base: NamedPatterns | undefined,
): readonly (Figure | undefined)[] {
  const [messages, staff, work] = weekFigures(recommended);
  const day = physicianDayFigure(recommended, base === recommended ? undefined : base);
  return [messages, staff, day, work];
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

/** Teams of a group in the recommended way of working, as its patterns have them; in the base's without them. */
function teamsIn(
  { scenario, patterns }: PageMatter,
  name: string,
  group: "physician" | "nurse" | "clerk",
): readonly string[] {
  const teams = patterns?.find((each) => each.name === name)?.patterns.teams ?? scenario.clinic.teams;
  return teams.filter(({ role, count }) => count > 0 && groupOf(role) === group).map((team) => team.name);
}

function statisticsSentences({ comparison }: ComparisonSummary, confidence: number): readonly string[] {
  const { replications, primary, alternatives, leftOut } = comparison;
  return [
    replications.length === 1
      ? "One world was simulated: there are no intervals."
      : `All ways of working were simulated in the same ${replications.length} worlds, with the same patients, absences and calls, so that a difference is the change and not the luck.`,
    ...(replications.length > 1 && primary.length * alternatives.length > 1
      ? [
          `The intervals of what decides (${listed(primary)}) hold together: with a confidence of ${brief(confidence * 100)} % all of them cover at once. All others hold each by itself.`,
        ]
      : []),
    "What is recommended was chosen by these very worlds, so its own numbers are a little flattered, the more so the more alternatives there were: confirm it with another seed.",
    "“Keeps the promise” means that the estimated risk of a month below the target is not above what the scenario allows; “surely”, that its whole interval is not.",
    ...(leftOut.length === 0
      ? []
      : [
          `Not compared, because not all alternatives have it alike: ${leftOut.map(({ response }) => response).join(", ")}.`,
        ]),
  ];
}
