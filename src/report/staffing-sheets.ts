import type { StaffingAnswer, ToldDifference } from "../experiment/index.ts";
import type { Cell, Sheet, SheetColumn } from "./sheet.ts";

const PLAN_COLUMNS: readonly SheetColumn[] = [
  { name: "plan", doc: "the plan in words: a level of every decision", type: "text" },
  {
    name: "state",
    doc: "chosen; feasible; infeasible; not confirmed: failed in fresh worlds; dearer: surely not cheaper than the chosen one; pruned: out by arithmetic; not tried",
    type: "text",
  },
  { name: "why", doc: "why it was pruned; guess: its test was cut short by --at-most", type: "text" },
  { name: "expected", doc: "expected cost of a week by calculation: the order of the search" },
  { name: "hours", unit: "h per week", doc: "hours kept for messages, absence taken out" },
  { name: "objective", doc: "what is minimised, simulated; empty where nothing was" },
  { name: "replications", doc: "replications of the search that the plan took", type: "whole" },
  { name: "response", doc: "the requirement: a response", type: "text" },
  { name: "direction", doc: "at least or at most", type: "text" },
  { name: "bound", doc: "what the response is held to, in its own unit" },
  { name: "tolerance", doc: "by how much better than the bound a plan is not passed over" },
  {
    name: "estimate",
    doc: "the response, simulated in the search; of a quantile, the share within the bound",
  },
  {
    name: "verdict",
    doc: "met, missed, or open: not decided, because another was missed first or nothing was tried",
    type: "text",
  },
];

/** `plans.csv`: a row for each requirement of each plan. */
export function staffingPlansSheet({ plans, requirements }: StaffingAnswer): Sheet {
  return {
    file: "plans.csv",
    columns: PLAN_COLUMNS,
    rows: plans.flatMap((plan) =>
      requirements.map(({ response, direction, bound, tolerance }, i): readonly Cell[] => [
        plan.name,
        plan.state,
        plan.why ?? (plan.forced ? "guess" : ""),
        plan.expected,
        plan.hours,
        plan.objective,
        plan.replications,
        response,
        direction,
        bound,
        tolerance,
        plan.requirements[i]!.estimate,
        plan.requirements[i]!.verdict,
      ]),
    ),
  };
}

const STEP_COLUMNS: readonly SheetColumn[] = [
  {
    name: "kind",
    doc: "today; fewer or more: a step of a decision; hour: for each hour a week more of a team",
    type: "text",
  },
  { name: "of", doc: "the decision or team", type: "text" },
  { name: "from", doc: "its level in the chosen plan", type: "text" },
  { name: "to", doc: "its level here, or the hours added", type: "text" },
  { name: "response", doc: "name of the response", type: "text" },
  { name: "unit", doc: "its unit", type: "text" },
  { name: "value", doc: "the response with the change" },
  { name: "difference", doc: "less that of the chosen plan in the same worlds" },
  { name: "low", doc: "lower end of the 95 % interval of this difference by itself" },
  { name: "high", doc: "upper end of it" },
];

/** `steps.csv`: the chosen plan with something changed, a row for each response; empty without a plan. */
export function staffingStepsSheet({ explanation }: StaffingAnswer): Sheet {
  const rows: (readonly Cell[])[] = [];
  const add = (head: readonly [string, string, string, string], told: readonly ToldDifference[]) => {
    for (const { response, unit, own, difference } of told) {
      rows.push([...head, response, unit, own, difference.estimate, difference.low, difference.high]);
    }
  };
  if (explanation !== undefined) {
    add(["today", "", "", ""], explanation.today.rows);
    for (const { decision, from, to, rows: own } of explanation.fewer)
      add(["fewer", decision, from, to], own);
    for (const { decision, from, to, rows: own } of explanation.more) add(["more", decision, from, to], own);
    for (const { team, added, rows: own } of explanation.hours) add(["hour", team, "", added], own);
  }
  return { file: "steps.csv", columns: STEP_COLUMNS, rows };
}
