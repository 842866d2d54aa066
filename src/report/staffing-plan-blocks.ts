import type { ChosenPlan, StaffingAnswer } from "../experiment/index.ts";
import type { Block, DocumentColumn } from "./document.ts";
import { fixed } from "./number.ts";
import { requirementName } from "./requirement-name.ts";
import {
  changeText,
  givenText,
  intervalText,
  shortUnit,
  toldText,
  toleranceText,
} from "./staffing-values.ts";
import { capital, counted, listed } from "./words.ts";

/** A column by its title, words on the left and numbers on the right. */
export const left = (title: string): DocumentColumn => ({ title, align: "left" });
export const right = (title: string): DocumentColumn => ({ title, align: "right" });

/** What was decided. */
export function planTable({ decisions }: StaffingAnswer, { levels }: ChosenPlan): Block {
  return {
    type: "table",
    columns: [left(""), { ...left(""), wraps: true }],
    sections: [{ heading: "The plan", rows: decisions.map(({ name }, i) => [name, levels[i]!]) }],
  };
}

/** What the plan keeps, by how much, against what it has to. */
export function keptTable({ kept }: ChosenPlan): Block {
  return {
    type: "table",
    columns: [left(""), right(""), left("95 % interval"), left("has to be")],
    sections: [
      {
        heading: "What it keeps, in fresh worlds",
        rows: kept.map((row) => {
          const unit = row.share === undefined ? shortUnit(row.unit) : "share";
          const bound = `${row.direction} ${givenText(row.bound, shortUnit(row.unit))}`;
          const within =
            row.share === undefined
              ? bound
              : `within ${givenText(row.bound, shortUnit(row.unit))} for at least ${givenText(row.share, "share")}`;
          return [row.label, toldText(row, unit), intervalText(row, unit), within];
        }),
      },
    ],
  };
}

/** Cost, odds, what binds, the runner-up, ties. */
export function chosenSentences(answer: StaffingAnswer, chosen: ChosenPlan): readonly string[] {
  const { objectives, runnerUp, ties, explanation } = answer;
  const [objective] = objectives;
  const { label, unit, matters } = objective!;
  const spare = Number.isNaN(chosen.faultless)
    ? ""
    : ` In ${fixed(chosen.faultless * 100, 0)} % of them no month falls short of a promise.`;
  const today = explanation?.today.rows.find(({ response }) => response === objective!.response);
  const than =
    today === undefined
      ? ""
      : `, against ${toldText({ estimate: today.own, low: Number.NaN, high: Number.NaN }, unit)} today`;
  return [
    `${capital(label)}: ${toldText(chosen.objective, unit)}${than}. It was confirmed in ${counted(chosen.confirmedIn, "world")} that the search had not seen.${spare}`,
    `Least to spare, measured in tolerances, has ${requirementName(answer, chosen.binding)}.`,
    ...(runnerUp === undefined
      ? ["No other plan that was tried keeps everything."]
      : [runnerUpSentence(answer, chosen)]),
    ...(ties.length === 0
      ? []
      : [
          `A tie: ${listed(ties.map((plan) => `“${unlike(answer, chosen, plan)}”`))} ${ties.length === 1 ? "keeps" : "keep"} everything too, with the same hours and a difference in ${label} below ${toleranceText(matters, unit)}; ${takenText(answer)}.`,
        ]),
  ];
}

/** Why the chosen plan and none of those like it. */
function takenText({ tieBreaks }: StaffingAnswer): string {
  const reasons = {
    "expected cost": "the one whose expected cost comes first in the search was taken",
    hours: "the one that keeps a little fewer hours was taken",
    list: "the one that is listed first was taken",
  };
  return listed([...new Set(tieBreaks)].map((each) => reasons[each]));
}

function runnerUpSentence(answer: StaffingAnswer, chosen: ChosenPlan): string {
  const { plan, objective } = answer.runnerUp!;
  const { label, unit, matters } = answer.objectives[0]!;
  const hours = answer.plans[plan]!.hours - chosen.hours;
  const same = objective.low > -matters && objective.high < matters;
  const more =
    Math.abs(hours) < 0.05
      ? ""
      : `, and ${fixed(Math.abs(hours), 1)} h a week ${hours > 0 ? "more" : "less"} kept for messages`;
  const cost = same
    ? `a difference in ${label} that does not matter (${changeText(objective, shortUnit(unit))})`
    : `${label} ${changeText(objective, shortUnit(unit))}`;
  return `Runner-up: ${unlike(answer, chosen, plan)}, with ${cost}${more}.`;
}

/** A plan by what it has else than the chosen one. */
function unlike({ decisions, plans }: StaffingAnswer, { levels }: ChosenPlan, plan: number): string {
  const other = plans[plan]!.levels;
  const parts = decisions.flatMap(({ name }, i) => (other[i] === levels[i] ? [] : [`${name}: ${other[i]!}`]));
  return parts.length === 0 ? "the same" : parts.join(", ");
}
