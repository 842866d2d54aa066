import { groupOf, type RoleGroup } from "../../model/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import type { Block, Card } from "../document.ts";
import type { PromiseTerms } from "../summary.ts";
import type { Told, ToldResponses } from "./responses-told.ts";

/** What a sentence says of a response, or of one without end; the value stands where `…` is. */
type Saying = readonly [response: string | RegExp, sentence: string, endless?: string];

const PATIENTS: readonly Saying[] = [
  [
    "first_reply_median_business_h",
    "Half of first replies come within … opening hours",
    "More than half of first messages have no reply when the run ends",
  ],
  [
    "first_reply_p90_business_h",
    "Nine of ten come within … opening hours",
    "More than one in ten first messages has none when the run ends",
  ],
  ["chasers_per_week", "… a week write again to ask what became of a message"],
  ["calls_answered_share", "… % of calls are answered"],
  ["urgent_unread_4h_per_month", "… truly urgent messages a month are unread for over four hours"],
];

const STAFF: Readonly<Record<RoleGroup, readonly Saying[]>> = {
  physician: [
    [
      "physician_after_hours_worst_min_per_week",
      "The physician with most of it works … minutes a week after hours",
    ],
    ["physician_message_min_per_day", "Messages take … minutes a business day"],
    ["physician_unpaid_min_per_week", "… minutes a week on messages are paid by nobody"],
  ],
  nurse: [
    ["nurse_message_min_per_day", "Messages take a nurse … minutes a business day"],
    ["nurse_other_min_per_day", "Calls and other work take … minutes more"],
    [/^days_without_/, "… business days of the period pass without any of them"],
    [/^interruptions_per_day_/, "A message is put aside for a call … times a day"],
  ],
  clerk: [
    ["clerk_message_min_per_day", "Messages take a clerk … minutes a business day"],
    ["clerk_other_min_per_day", "Other work takes … minutes more"],
    ["clerk_touches_per_thread", "A thread is taken up … times by them"],
  ],
};

export const GROUP_NAMES: Readonly<Record<RoleGroup, string>> = {
  physician: "Physicians",
  nurse: "Nurses",
  clerk: "Clerks and assistants",
};

const LEADS: Readonly<Record<RoleGroup, readonly [response: string, label: string]>> = {
  physician: ["physician_after_hours_min_per_week", "minutes a week after hours"],
  nurse: ["nurse_message_min_per_day", "minutes a day on messages"],
  clerk: ["clerk_message_min_per_day", "minutes a day on messages"],
};

/** What it means for patients, physicians, nurses and clerks: a card each. */
export function groupCards(
  told: ToldResponses,
  promises: readonly PromiseTerms[],
  { clinic }: Pick<Scenario, "clinic">,
  teamsOf: (group: RoleGroup) => readonly string[] = (group) => teamNames(clinic, group),
): Block {
  return {
    type: "cards",
    cards: [
      patientsCard(told, promises),
      ...(["physician", "nurse", "clerk"] as const).map((group) => staffCard(group, told, teamsOf(group))),
    ],
  };
}

/** Teams of a group that have somebody in them. */
export function teamNames(clinic: Scenario["clinic"], group: RoleGroup): readonly string[] {
  return clinic.teams
    .filter(({ role, count }) => count > 0 && groupOf(role) === group)
    .map(({ name }) => name);
}

function patientsCard(told: ToldResponses, promises: readonly PromiseTerms[]): Card {
  const [promise] = promises;
  const kept = promise === undefined ? undefined : told.get(`${promise.response}_share`);
  const wait = told.get("first_reply_p90_business_h");
  const [row, unit, label] =
    kept === undefined || Number.isNaN(kept.estimate)
      ? [wait, "opening hours", "within which nine of ten first replies come"]
      : [kept, "%", `of messages keep “${promise!.name}”`];
  return {
    heading: "Patients",
    ...(row === undefined || row.value === "none"
      ? {}
      : { lead: { value: row.value, unit, label: withBase(label, row) } }),
    sentences: sayings(PATIENTS, told),
  };
}

function staffCard(group: RoleGroup, told: ToldResponses, teams: readonly string[]): Card {
  const heading = GROUP_NAMES[group];
  if (teams.length === 0) return { heading, sentences: ["None of them works on messages here."] };
  const [response, label] = LEADS[group];
  const row = told.get(response);
  const utilisations = [...told.values()].filter(({ response: name }) => name.startsWith("utilisation_"));
  const busy = utilisations
    .filter(({ label: of }) => teams.some((team) => of === `utilisation of ${team}`))
    .filter(({ estimate }) => Number.isFinite(estimate))
    .map((each) =>
      said(`Hours for messages are … % taken (${each.label.replace("utilisation of ", "")})`, each),
    );
  return {
    heading,
    ...(row === undefined || row.value === "none"
      ? {}
      : { lead: { value: row.value, unit: "", label: withBase(label, row) } }),
    sentences: [
      ...sayings(
        STAFF[group].filter(([name]) => name !== response),
        told,
      ),
      ...busy,
    ],
  };
}

function sayings(list: readonly Saying[], told: ToldResponses): readonly string[] {
  return list.flatMap(([wanted, sentence, endless]) => {
    const found = [...told.values()].filter(({ response }) =>
      typeof wanted === "string" ? response === wanted : wanted.test(response),
    );
    return (
      found
        .filter(({ estimate }) => !Number.isNaN(estimate))
        // Of days on which nobody is there, none is worth a word.
        .filter(({ response, value, base }) =>
          response.startsWith("days_without_") ? value !== "0" || (base !== undefined && base !== "0") : true,
        )
        .map((each) => {
          if (endless !== undefined && each.estimate === Infinity) return `${endless}${against(each)}.`;
          return said(found.length > 1 ? `${sentence} (${each.label})` : sentence, each);
        })
    );
  });
}

function said(sentence: string, row: Told): string {
  return `${sentence.replace("…", row.value)}${against(row)}.`;
}

/** `, instead of 27.5`: what the base has, and whether one can tell the two apart. */
function against({ value, base, row }: Told): string {
  if (base === undefined || row === undefined) return "";
  if (value === base || row.conclusion === "same") return ", as before";
  if (row.conclusion === "alike") return `, about as before (${base})`;
  return row.conclusion === "unclear"
    ? ` (before ${base}: one cannot tell them apart)`
    : `, instead of ${base}`;
}

function withBase(label: string, row: Told): string {
  return `${label}${against(row)}`;
}
