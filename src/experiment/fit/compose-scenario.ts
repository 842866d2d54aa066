import { invariant } from "../../errors.ts";
import {
  type JsonObject,
  type JsonValue,
  parseDocument,
  parseScenario,
  type Scenario,
} from "../../scenario/index.ts";
import { BASE_CLINIC } from "./base-clinic.ts";
import { baseSpecialty } from "./base-places.ts";
import { borrowTeam, teamsToBorrow } from "./borrow-teams.ts";
import { composeOtherWork } from "./compose-calls.ts";
import { composeDemand, rangeEntry } from "./compose-demand.ts";
import { composeTeam, postsOf } from "./compose-team.ts";
import { composeTopics } from "./compose-topics.ts";
import { composeVisits } from "./compose-visits.ts";
import { type BorrowedParameter, Draft, type FittedParameter } from "./draft.ts";
import type { Fit, SpecialtyFit, TeamFit } from "./fit.ts";
import { learnLaw } from "./learn-law.ts";
import { leftOutLines } from "./left-out.ts";
import { remarkSecondFiles, remarkUntold } from "./remark-untold.ts";
import { scenarioText } from "./scenario-text.ts";
import { intervalOf, percentText, rangeOf, shareFigure, timeText } from "./written-amounts.ts";

/** A scenario made of what an extract says, and what each of its numbers rests on. */
export interface WrittenFit {
  /** Commented JSON: a scenario file. */
  readonly text: string;
  readonly scenario: Scenario;
  readonly fitted: readonly FittedParameter[];
  readonly borrowed: readonly BorrowedParameter[];
  readonly remarks: readonly string[];
}

export interface ComposeOptions {
  readonly name: string;
  /** From which comes what the extract cannot tell; absent: a clinic of the evidence. */
  readonly base?: Scenario;
  /** Shown in the ledger: which records these are. */
  readonly records: string;
  /** By which a replay knows the log again; absent: none. */
  readonly log?: JsonObject;
}

const FEWEST_CHASERS = 20;
const WARM_UP = "6 weeks";

/** The clinic of the evidence that stands in where no scenario was named. */
export function baseScenario(): Scenario {
  const { scenario, issues } = parseDocument(BASE_CLINIC);
  invariant(
    scenario !== undefined,
    `the base has faults: ${issues.map(({ message }) => message).join("; ")}`,
  );
  return scenario;
}

/** Writes the scenario of a fit. */
export function composeScenario(
  fit: Fit,
  { name, base = baseScenario(), records, log }: ComposeOptions,
): WrittenFit {
  const draft = new Draft(base, records);
  draft.put(["$schema"], "./scenario.schema.json");
  draft.put(["formatVersion"], draft.baseAt(["formatVersion"])!);
  draft.put(["name"], name);
  draft.put(["description"], `Fitted to a message log of ${fit.start} to ${fit.lastDate}.`);
  const calendar = draft.baseAt(["calendar"]) as JsonObject;
  const { portalOutages: _, ...kept } = calendar;
  draft.put(["calendar"], { ...kept, timeZone: fit.timeZone });
  draft.put(["run"], {
    start: fit.start,
    warmUp: WARM_UP,
    length: "52 weeks",
    runOut: "2 weeks",
    seed: 1,
    replications: 30,
  });
  const known = fit.specialties.map((specialty) => specialty.name);
  const teams = fit.teams
    .map((team) => ({ ...team, serves: team.serves.filter((each) => known.includes(each)) }))
    .filter(({ serves }) => serves.length > 0);
  const unstaffed = known.filter((name) => !teams.some(({ serves }) => serves.includes(name)));
  const borrowed = teamsToBorrow(
    draft,
    unstaffed,
    teams.map((team) => team.name),
  );
  remarkUntold(draft, fit.tells);
  for (const line of leftOutLines(fit.leftOut)) draft.remark(line);
  if (unstaffed.length > 0) {
    draft.remark(
      `the log does not say who of the staff works for ${unstaffed.join(", ")} (staff_id and staff_role): teams, their hours and who reads first are not learned from it`,
    );
  }
  for (const specialty of fit.specialties) {
    const from = baseSpecialty(draft, specialty.name);
    composeDemand(draft, fit, specialty, from);
    composeTopics(draft, fit, specialty, from);
    composeImpatience(draft, specialty, from);
    remarkSecondFiles(draft, fit, specialty);
    composeOtherWork(draft, [...teams, ...borrowed], specialty, from);
    composeVisits(draft, specialty, from);
    draft.borrow(["specialties", specialty.name, "answerDelay"], [...from, "answerDelay"]);
    draft.borrow(["specialties", specialty.name, "unknownPatient"], [...from, "unknownPatient"]);
  }
  for (const team of teams) composeTeam(draft, fit, team);
  for (const team of borrowed) borrowTeam(draft, team);
  composePolicies(draft, fit, teams, unstaffed);
  draft.borrow(["promises"], ["promises"]);
  draft.put(["alternatives"], alternativesOf(teams));
  if (log !== undefined) draft.put(["fitted"], log);
  const document = { ...draft.document, evidence: draft.evidence } as JsonObject;
  const text = scenarioText(document, commentsOf(fit));
  const { scenario, issues } = parseScenario(text);
  invariant(
    scenario !== undefined,
    `the fitted scenario has faults: ${issues.map(({ path, message }) => `${path}: ${message}`).join("; ")}`,
  );
  return { text, scenario, fitted: draft.fitted, borrowed: draft.borrowed, remarks: draft.remarks };
}

function composeImpatience(draft: Draft, { name, chasers }: SpecialtyFit, base: readonly string[]): void {
  const here = ["specialties", name, "impatience"];
  const from = [...base, "impatience"];
  const { delay, probability, duplicates, seenUntil } = chasers;
  if (delay === undefined || chasers.chasers < FEWEST_CHASERS) {
    draft.borrow([...here, "chaser"], [...from, "chaser"]);
  } else {
    const early = delay.best.mean > seenUntil;
    const weak = early
      ? {
          weak: `nine of ten had an answer within ${timeText(seenUntil)} awake, before most would have chased`,
        }
      : {};
    draft.learn([...here, "chaser", "probability"], shareFigure(probability.estimate), {
      of: name,
      label: "who waits long enough writes again",
      value: percentText(probability.estimate),
      interval: intervalOf(probability, percentText),
      ...rangeEntry(rangeOf(probability, shareFigure)),
      how: `${chasers.chasers} messages about one that waited; what was answered is censored then`,
      ...weak,
    });
    learnLaw(draft, [...here, "chaser", "after"], delay, {
      of: name,
      label: "waiting before a chaser, awake",
      ...weak,
    });
    if (Number.isNaN(duplicates.estimate))
      draft.borrow([...here, "chaser", "duplicates"], [...from, "chaser", "duplicates"]);
    else {
      draft.learn([...here, "chaser", "duplicates"], shareFigure(duplicates.estimate), {
        of: name,
        label: "chasers answered like a message of their own",
        value: percentText(duplicates.estimate),
        interval: intervalOf(duplicates, percentText),
        ...rangeEntry(rangeOf(duplicates, shareFigure)),
        how: "messages sent while one waited that got a reply of their own",
      });
    }
  }
  if (draft.baseAt([...base, "calls"]) !== undefined) draft.borrow([...here, "call"], [...from, "call"]);
  draft.borrow([...here, "emergency"], [...from, "emergency"]);
}

/** Who reads first, by specialty where they differ; whose patients are whose; the rest as in the base. */
function composePolicies(
  draft: Draft,
  fit: Fit,
  teams: readonly TeamFit[],
  unstaffed: readonly string[],
): void {
  const base = (draft.baseAt(["policies", "triage"]) ?? {}) as JsonObject;
  const specialties = fit.specialties.map((each) =>
    unstaffed.includes(each.name)
      ? { ...each, triage: (base.type ?? "none") as SpecialtyFit["triage"] }
      : each,
  );
  const [first] = specialties;
  const triage = (type: SpecialtyFit["triage"]): JsonObject =>
    type === "none" ? { type } : { ...base, type };
  draft.borrow(["policies", "triage"], ["policies", "triage"], { value: triage(first!.triage) });
  for (const key of Object.keys(base)) {
    if (key !== "type" && first!.triage !== "none")
      draft.borrow(["policies", "triage", key], ["policies", "triage", key]);
  }
  const inferred = new Map<string, string[]>();
  for (const { name, triage: type, forwarded } of specialties) {
    const isOwn = type !== first!.triage;
    if (isOwn) draft.put(["specialties", name, "policies", "triage"], triage(type));
    if (unstaffed.includes(name)) continue;
    draft.mention({
      of: name,
      label: "who reads first, by who answers",
      value: WHO[type],
      how: "clerks where they answer more than 2 % of messages, else nurses who do",
      weak: "a log of messages does not say who read; an extract of events would",
    });
    const sentOn =
      type === "none"
        ? ""
        : `; ${percentText(forwarded.estimate)} (${intervalOf(forwarded, percentText)}) of its replies are others’, and were forwarded`;
    const place = isOwn ? name : "";
    inferred.set(place, [...(inferred.get(place) ?? []), `${name}: ${WHO[type]}${sentOn}`]);
    if (type === "none") continue;
    draft.mention({
      of: name,
      label: "forwarded: answered by others than those who read first",
      value: percentText(forwarded.estimate),
      interval: intervalOf(forwarded, percentText),
      how: "roles of those who replied",
    });
  }
  for (const [name, parts] of inferred) {
    const around = name === "" ? [] : ["specialties", name];
    draft.vouch(
      [...around, "policies", "triage", "type"],
      `who reads first, by who answers: ${parts.join("; ")}; weak`,
    );
  }
  const physicians = teams.filter(({ role }) => role === "physician");
  const routings = physicians.flatMap(({ routing }) => (routing === undefined ? [] : [routing]));
  const ownPatients =
    routings.length === 0 || routings.filter((each) => each.ownPhysician).length * 2 >= routings.length;
  const routing = draft.baseAt(["policies", "routing"]) as JsonObject | undefined;
  const keeps = routing !== undefined && ownPatients === `${routing.type}`.startsWith("own");
  if (keeps) draft.borrow(["policies", "routing"], ["policies", "routing"]);
  else
    draft.put(["policies", "routing"], {
      type: ownPatients ? "own-physician" : "physician-pool",
    });
  for (const { name, routing: found } of physicians) {
    if (found === undefined) continue;
    draft.mention({
      of: name,
      label: "two successive replies to a patient by the same person",
      value: percentText(found.same.estimate),
      interval: intervalOf(found.same, percentText),
      how: `${percentText(found.byChance)} if it did not matter whose patient it is`,
    });
  }
  draft.borrow(["policies", "queue"], ["policies", "queue"]);
  draft.borrow(["policies", "closeThreadAfter"], ["policies", "closeThreadAfter"]);
}

const WHO: Readonly<Record<SpecialtyFit["triage"], string>> = {
  "clerk-first": "clerks or assistants",
  "nurse-first": "nurses",
  none: "physicians",
};

function alternativesOf(teams: readonly TeamFit[]): JsonObject {
  const alternatives: Record<string, JsonValue> = {};
  for (const team of teams) {
    const { name, role } = team;
    if (role === "physician" || role === "resident") continue;
    alternatives[`one more in ${name}`.slice(0, 80)] = {
      [`staff.${JSON.stringify(name)}.count`]: postsOf(team) + 1,
    };
    alternatives[`cover for ${name}`.slice(0, 80)] = {
      [`staff.${JSON.stringify(name)}.absence.cover`]: "float",
    };
  }
  return alternatives;
}

/** By path: what is said above it in the file. */
function commentsOf(fit: Fit): ReadonlyMap<string, readonly string[]> {
  return new Map<string, readonly string[]>([
    [
      "",
      [
        `Fitted to a message log of ${fit.start} to ${fit.lastDate}: ${fit.messages} messages. It holds aggregates only.`,
        "Numbers that the log told are `local` in the ledger at the end, with their intervals; all others say there where they come from.",
        "Next: clinicsim validate, then clinicsim replay with the same log to see how far the model may be believed.",
      ],
    ],
    [
      "calendar",
      [
        "Opening hours and holidays are not in a message log: check them, and add the days on which you close besides.",
      ],
    ],
    ["run", ["It begins where the log does, so that both can be compared. Move `start` on to plan ahead."]],
    [
      "staff",
      [
        "People are pseudonyms by role. Shifts and blocks are the half-hours in which work was seen to begin.",
      ],
    ],
    ["specialties", leftOutLines(fit.leftOut)],
    [
      "policies",
      [
        "Who reads first and whose patients are whose were inferred; `clinicsim policies` lists all that there is to choose.",
      ],
    ],
    ["promises", ["What was promised is not in a log: put your own."]],
    [
      "evidence",
      ["What stands behind each number: `local` is the log, with its 95 % interval as the range."],
    ],
  ]);
}
