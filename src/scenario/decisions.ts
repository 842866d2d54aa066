import { didYouMean } from "./did-you-mean.ts";
import { errorAt, type Fault, type PlacedIssue } from "./issue-list.ts";
import { isObject, type JsonObject, type JsonValue, quoted, type Segment } from "./json-value.ts";
import { LIMITS } from "./limits.ts";
import type { Patch } from "./patch.ts";

/** Something to decide, as a scenario writes it. */
export type WrittenDecision =
  /** Values of the place that is its name: as `--vary` takes them, or as a list. */
  | { readonly kind: "values"; readonly name: string; readonly values: string | readonly JsonValue[] }
  /** Changes with names; `inOrder`: from least to most. */
  | {
      readonly kind: "choices";
      readonly name: string;
      readonly choices: readonly { readonly name: string; readonly set: Patch }[];
      readonly inOrder: boolean;
    }
  /** Posts of a team in steps, of which a part of one has the hours of its roster: what a person's entry in `people` says. */
  | {
      readonly kind: "posts";
      readonly name: string;
      readonly team: string;
      readonly steps: string;
      readonly rosters: Readonly<Record<string, JsonObject>>;
    };

const FORMS =
  'write values ("1..3", or a list), {"choices": [ … ]}, or {"team": …, "fte": "0.5:2:0.25", "rosters": {…}}';

/** What a scenario says may be decided, and all that is wrong with it; `teams` are those there are. */
export function readDecisions(
  vary: Readonly<Record<string, unknown>>,
  teams: readonly string[],
): { readonly decisions: readonly WrittenDecision[]; readonly issues: readonly PlacedIssue[] } {
  const issues: PlacedIssue[] = [];
  const decisions: WrittenDecision[] = [];
  for (const [name, value] of Object.entries(vary)) {
    const refuse = (fault: Fault, ...below: Segment[]) =>
      void issues.push(errorAt(["staffing", "vary", name, ...below], fault));
    const decision = readDecision(name, value as JsonValue, teams, refuse);
    if (decision !== undefined) decisions.push(decision);
  }
  return { decisions, issues };
}

type Refuse = (fault: Fault, ...below: Segment[]) => void;

function readDecision(
  name: string,
  value: JsonValue,
  teams: readonly string[],
  refuse: Refuse,
): WrittenDecision | undefined {
  if (typeof value === "string") return { kind: "values", name, values: value };
  if (Array.isArray(value)) {
    if (value.length > 0) return { kind: "values", name, values: value as readonly JsonValue[] };
    refuse({ code: "not-a-decision", message: "there is nothing to choose among", hint: FORMS });
    return undefined;
  }
  if (isObject(value) && Object.hasOwn(value, "choices")) return choicesOf(name, value, refuse);
  if (isObject(value) && Object.hasOwn(value, "fte")) return postsOf(name, value, teams, refuse);
  refuse({ code: "not-a-decision", message: `${quoted(value)} is nothing to decide`, hint: FORMS });
  return undefined;
}

function choicesOf(name: string, value: JsonObject, refuse: Refuse): WrittenDecision | undefined {
  const { choices, inOrder = false } = value;
  if (!onlyKeys(value, ["choices", "inOrder"], refuse)) return undefined;
  if (typeof inOrder !== "boolean") {
    refuse({ code: "wrong-type", message: `it is true or false, not ${quoted(inOrder)}` }, "inOrder");
    return undefined;
  }
  const list = Array.isArray(choices) ? (choices as readonly JsonValue[]) : [];
  const sound = list.flatMap((each) => {
    if (!isObject(each)) return [];
    const { name: title, set = {}, ...rest } = each;
    const isSound =
      typeof title === "string" && title !== "" && isObject(set) && Object.keys(rest).length === 0;
    return isSound ? [{ name: title, set: set as Patch }] : [];
  });
  const names = new Set(sound.map((each) => each.name));
  if (sound.length < 1 || names.size < list.length || list.length > LIMITS.choices) {
    const hint = `for example [{"name": "as today"}, {"name": "two", "set": {"staff.triage-nurse.count": 2}}]; at most ${LIMITS.choices}`;
    refuse(
      { code: "not-a-decision", message: "choices are a list of changes, each with a name of its own", hint },
      "choices",
    );
    return undefined;
  }
  return { kind: "choices", name, choices: sound, inOrder };
}

function postsOf(
  name: string,
  value: JsonObject,
  teams: readonly string[],
  refuse: Refuse,
): WrittenDecision | undefined {
  const { team, fte, rosters = {} } = value;
  if (!onlyKeys(value, ["team", "fte", "rosters"], refuse)) return undefined;
  if (typeof team !== "string" || !teams.includes(team)) {
    const message = `there is no team ${quoted(team ?? "")}`;
    refuse({ code: "unknown-team", message, hint: didYouMean(String(team ?? ""), teams) }, "team");
    return undefined;
  }
  if (typeof fte !== "string") {
    refuse({ code: "wrong-type", message: 'steps are a text, as in "0.5:2:0.25"' }, "fte");
    return undefined;
  }
  const read: Record<string, JsonObject> = {};
  if (!isObject(rosters)) {
    refuse(
      { code: "wrong-type", message: 'rosters are hours by part of a post, as in {"0.5": [ … ]}' },
      "rosters",
    );
    return undefined;
  }
  for (const [part, hours] of Object.entries(rosters)) {
    const size = Number(part);
    if (!(size > 0 && size < 1)) {
      const hint = "name a part of a post between 0 and 1, as in 0.25";
      refuse(
        { code: "not-a-decision", message: `${quoted(part)} is no part of a post`, hint },
        "rosters",
        part,
      );
    } else if (Array.isArray(hours)) read[`${size}`] = { shifts: hours };
    else if (isObject(hours)) read[`${size}`] = hours;
    else
      refuse(
        { code: "wrong-type", message: "a roster is a list of hours, or a person's entry" },
        "rosters",
        part,
      );
  }
  return { kind: "posts", name, team, steps: fte, rosters: read };
}

function onlyKeys(value: JsonObject, known: readonly string[], refuse: Refuse): boolean {
  const unknown = Object.keys(value).filter((key) => !known.includes(key));
  for (const key of unknown) {
    refuse(
      { code: "unknown-key", message: `there is no key ${quoted(key)} here`, hint: didYouMean(key, known) },
      key,
    );
  }
  return unknown.length === 0;
}
