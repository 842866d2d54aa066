import { movingEffects, type ResponseSensitivity } from "../../experiment/index.ts";
import type { RoleGroup } from "../../model/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import type { Block, Card } from "../document.ts";
import { brief } from "../number.ts";
import { effectCells } from "../sensitivity-document.ts";
import type { SensitivitySummary } from "../sensitivity-summary.ts";
import { unitText } from "../value-text.ts";
import { GROUP_NAMES, teamNames } from "./group-cards.ts";

/** Inputs that are told of each response. */
const MOST_TOLD = 2;
const OF_PATIENTS = /^(promise_|first_reply_|resolved_|chasers_|calls_|urgent_|walk_ins_|oldest_)/;

/** What hangs on what is not known, for patients, physicians, nurses and clerks: a card each. */
export function sensitivityCards(
  summary: SensitivitySummary,
  names: readonly string[],
  { clinic }: Pick<Scenario, "clinic">,
): Block {
  const card = (heading: string, responses: readonly ResponseSensitivity[]): Card => {
    const [first] = responses;
    if (first === undefined) return { heading, sentences: ["Nothing was measured here that is about them."] };
    const { label, unit, mean } = first;
    const scale = unit === "share" ? 100 : 1;
    const where = summary.method === "tornado" ? "as written" : "in the mean over the ranges";
    return {
      heading,
      lead: { value: brief(mean * scale), unit: unit === "share" ? "%" : "", label: `${label}, ${where}` },
      sentences: responses.map((response) => toldOf(summary, response, names)),
    };
  };
  const isOf = (group: RoleGroup) => {
    const teams = teamNames(clinic, group);
    return ({ response, label }: ResponseSensitivity) =>
      response.startsWith(`${group}_`) || teams.some((team) => label === `utilisation of ${team}`);
  };
  const { responses } = summary;
  return {
    type: "cards",
    cards: [
      card(
        "Patients",
        responses.filter(({ response }) => OF_PATIENTS.test(response)),
      ),
      ...(["physician", "nurse", "clerk"] as const).map((group) =>
        teamNames(clinic, group).length === 0
          ? { heading: GROUP_NAMES[group], sentences: ["None of them works on messages here."] }
          : card(GROUP_NAMES[group], responses.filter(isOf(group)).toSorted(evenings)),
      ),
    ],
  };
}

/** Work after hours goes before the use of hours. */
function evenings(a: ResponseSensitivity, b: ResponseSensitivity): number {
  return Number(a.response.startsWith("utilisation_")) - Number(b.response.startsWith("utilisation_"));
}

function toldOf(
  summary: SensitivitySummary,
  response: ResponseSensitivity,
  names: readonly string[],
): string {
  const label = `${response.label.charAt(0).toUpperCase()}${response.label.slice(1)}`;
  const moving = movingEffects(response).slice(0, MOST_TOLD);
  if (moving.length === 0) return `${label}: nothing moves it by more than chance might.`;
  const unit = unitText(response.unit).split(" per ")[0] ?? "";
  const parts = moving.map((effect) => {
    const [, size = ""] = effectCells(summary, response, effect);
    const told =
      summary.method === "tornado"
        ? `${size.replace(" → ", " to ")} ${unit}`
        : summary.method === "morris"
          ? `by ${size} ${unit}`
          : `${size} of its spread`;
    return `${names[effect.input]!} (${told})`;
  });
  return `${label} moves most with ${parts.join(", then ")}.`;
}
