import type { ChosenPlan, StaffingAnswer } from "../../experiment/index.ts";
import { patchScenario, type Scenario } from "../../scenario/index.ts";
import type { Block, Document } from "../document.ts";
import type { Figure } from "../figures/figure.ts";
import { type Bargain, type BargainKind, tradeOffFigure } from "../figures/trade-off.ts";
import { brief } from "../number.ts";
import {
  erlangBlocks,
  failedBlock,
  plansBlocks,
  spentBlock,
  tradeOffBlock,
  whyBlocks,
} from "../staffing-document.ts";
import { chosenSentences, keptTable, planTable } from "../staffing-plan-blocks.ts";
import { noPlanSentences, volumeSentence } from "../staffing-sentences.ts";
import type { StaffingSummary } from "../staffing-summary.ts";
import { counted, runText } from "../words.ts";
import { ledgerSection, organisationSection, reproduceSection, warningBlocks } from "./below.ts";
import { COST } from "./choice.ts";
import type { PageMatter } from "./matter.ts";

/** What a director reads of a staffing question: the plan, its odds and cost, why not less, what more would bring, and when it stops being true. */
export function staffingPage(summary: StaffingSummary, matter: PageMatter): Document {
  const { answer } = summary;
  const { chosen, explanation, plans } = answer;
  const { scenario, sources } = matter;
  const figure = chosen === undefined ? undefined : bargains(answer, chosen);
  return [
    {
      type: "title",
      text: summary.scenario,
      under: `${counted(plans.length, "plan")} that may be chosen · ${runText(summary)} · seed ${summary.seed}`,
    },
    answerBlock(summary),
    ...(chosen === undefined ? [] : [planTable(answer, chosen), keptTable(chosen)]),
    ...failedBlock(answer),
    ...warningBlocks([], chosen === undefined ? scenario : staffedBy(scenario, chosen)),
    ...(explanation === undefined ? [] : whyBlocks(answer, explanation)),
    ...(figure === undefined
      ? []
      : ([
          { type: "heading", text: "Pictures" },
          { type: "figure", figure },
        ] as const)),
    ...tradeOffBlock(answer),
    { type: "heading", text: "For those who ask" },
    ...(explanation?.erlang === undefined
      ? []
      : [folded("What a formula would say", erlangBlocks(answer, explanation))]),
    folded(`All ${counted(plans.length, "plan")}, and what became of them`, plansBlocks(answer)),
    folded("Notes on the statistics", [spentBlock(answer)]),
    ledgerSection(scenario, sources),
    organisationSection(scenario),
    reproduceSection(matter, explanation?.worlds ?? chosen?.confirmedIn ?? 0, "the answer's folder"),
  ];
}

/** The scenario with a plan, which has other warnings than without it. */
function staffedBy(scenario: Scenario, { patch }: ChosenPlan): Scenario {
  return patchScenario(scenario, patch).scenario ?? scenario;
}

function folded(heading: string, blocks: readonly Block[]): Block {
  return { type: "section", heading, folded: true, blocks };
}

function answerBlock({ scenario, answer }: StaffingSummary): Block {
  const { chosen, explanation, objectives, confidence, noPlan } = answer;
  const least = objectives[0]!.response === COST ? "the cheapest staffing" : "the best staffing";
  const question = `What is ${least} of “${scenario}” that keeps everything it has to?`;
  if (chosen === undefined) {
    const [first, ...others] = noPlanSentences(answer);
    const tone = noPlan === "cannot tell" ? "caution" : "bad";
    return { type: "answer", question, answer: first!, tone, sentences: others };
  }
  return {
    type: "answer",
    question,
    answer: `${planInWords(answer, chosen)}.`,
    tone: "good",
    sentences: [
      `It keeps everything, with a confidence of ${brief(confidence * 100)} %.`,
      ...chosenSentences(answer, chosen),
      ...(explanation === undefined ? [] : [volumeSentence(explanation, answer)]),
    ],
  };
}

/** The plan's name, with posts of teams in place of paths. */
function planInWords({ decisions }: StaffingAnswer, { name, levels }: ChosenPlan): string {
  return decisions.reduce((words, { name: path }, i) => {
    const team = /^staff\.(.+)\.count$/.exec(path)?.[1];
    const posts = Number(levels[i]);
    return team === undefined
      ? words
      : words.replace(`${path} ${levels[i]}`, `${team}: ${counted(posts, "post")}`);
  }, name);
}

/** What plans cost and what they keep of the first promise, as far as the search has simulated them; none where no cost is minimised. */
function bargains(answer: StaffingAnswer, chosen: ChosenPlan): Figure | undefined {
  const { objectives, requirements, plans, runnerUp, explanation } = answer;
  const [objective] = objectives;
  const place = requirements.findIndex(
    ({ unit, direction, share }) => unit === "share" && direction === "at least" && share === undefined,
  );
  const requirement = requirements[place];
  if (objective?.response !== COST || requirement === undefined) return undefined;
  const kindOf = (i: number): BargainKind =>
    plans[i]!.name === chosen.name ? "recommended" : i === runnerUp?.plan ? "runner-up" : "others";
  const simulated = plans.flatMap(({ name, objective: x, requirements: outcomes }, i): Bargain[] => {
    const kind = kindOf(i);
    const y = outcomes[place]!.estimate;
    return Number.isNaN(x) || Number.isNaN(y) ? [] : [{ name, x, y, kind, label: WORDS[kind] }];
  });
  const own = (response: string) => explanation?.today.rows.find((row) => row.response === response)?.own;
  const [x, y] = [own(objective.response), own(requirement.response)];
  const today: readonly Bargain[] =
    x === undefined || y === undefined ? [] : [{ name: "today", x, y, kind: "as it is now", label: "today" }];
  const all = [...simulated, ...today];
  const kinds = (["recommended", "as it is now", "runner-up", "others"] as const).filter((kind) =>
    all.some((each) => each.kind === kind),
  );
  const figure = tradeOffFigure(all, {
    x: objective,
    y: requirement,
    kinds,
    target: requirement.bound,
  });
  if (figure === undefined) return undefined;
  const worlds =
    "those of the search, which leaves a plan as soon as one can tell: few of those that are far from what is asked";
  return { ...figure, inputs: [...figure.inputs, ["worlds", worlds]] };
}

const WORDS: Readonly<Record<BargainKind, string>> = {
  recommended: "the plan",
  "runner-up": "the runner-up",
  "as it is now": "today",
  others: "",
};
