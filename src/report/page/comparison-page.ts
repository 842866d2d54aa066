import { groupOf } from "../../model/index.ts";
import { comparisonTable } from "../comparison-document.ts";
import type { ComparisonSummary } from "../comparison-summary.ts";
import type { Document } from "../document.ts";
import { HOW_TO_FIND_HEADROOM } from "../figures/headroom.ts";
import { brief } from "../number.ts";
import type { PromiseTerms } from "../summary.ts";
import { verdictSentences } from "../verdicts.ts";
import { counted, listed, runText } from "../words.ts";
import {
  ledgerSection,
  organisationSection,
  reproduceSection,
  warningBlocks,
  withoutPatterns,
} from "./below.ts";
import { choose } from "./choice.ts";
import { comparisonAnswer } from "./comparison-answer.ts";
import { comparisonFigures } from "./comparison-figures.ts";
import { besideTable, costUnit, rankingTable } from "./comparison-tables.ts";
import { groupCards } from "./group-cards.ts";
import { headroomOf, type PageMatter } from "./matter.ts";
import { toldOf } from "./responses-told.ts";

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
    comparisonAnswer(summary, promises, choice, headroomOf(matter, best.name)),
    groupCards(told, promises, scenario, teams),
    {
      type: "heading",
      text: second === undefined || second.name === base ? "Beside today" : "Beside the runner-up and today",
    },
    besideTable(summary, promises, [best, ...(second === undefined ? [] : [second])]),
    ...warningBlocks(cautions, scenario, base),
    { type: "heading", text: "Pictures" },
    ...comparisonFigures(summary, promises, choice, matter).map(
      (figure) => ({ type: "figure", figure }) as const,
    ),
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
      blocks: [
        {
          type: "text",
          sentences: statisticsSentences(
            summary,
            confidence,
            promises.length === 0 || headroomOf(matter, best.name)?.search === "thorough",
          ),
        },
      ],
    },
    ledgerSection(scenario, matter.sources),
    organisationSection(scenario),
    reproduceSection(matter, replications.length, "the comparison's folder"),
  ];
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

function statisticsSentences(
  { comparison }: ComparisonSummary,
  confidence: number,
  isLookedFor: boolean,
): readonly string[] {
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
    ...(isLookedFor ? [] : [HOW_TO_FIND_HEADROOM]),
    ...(leftOut.length === 0
      ? []
      : [
          `Not compared, because not all alternatives have it alike: ${leftOut.map(({ response }) => response).join(", ")}.`,
        ]),
  ];
}
