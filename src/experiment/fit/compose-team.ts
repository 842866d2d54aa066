import type { Role } from "../../model/index.ts";
import type { JsonObject, JsonValue } from "../../scenario/index.ts";
import { baseTeam } from "./base-places.ts";
import { mapped } from "./bounds.ts";
import { wilson } from "./clustered-share.ts";
import { rangeEntry } from "./compose-demand.ts";
import type { Draft } from "./draft.ts";
import type { Fit, TeamFit } from "./fit.ts";
import { clock, hoursOfSlots, weekdaysText } from "./week-slots.ts";
import {
  figures,
  intervalOf,
  isBounded,
  numberText,
  percentText,
  rangeOf,
  shareFigure,
} from "./written-amounts.ts";

const FEWEST_EVENINGS = 20;
/** [posts] By how little an average may be off a whole number. */
const NEARLY_ALL = 0.1;

/** Posts of a team: people on an average day. */
export function postsOf({ onRolls }: TeamFit): number {
  return Math.max(1, Math.round(onRolls));
}

/** A team: posts, hours, evenings, absence, and what the base has for what they cost. */
export function composeTeam(draft: Draft, fit: Fit, team: TeamFit): void {
  const here = ["staff", team.name];
  const { role, people, serves, hours } = team;
  const base = baseTeam(draft, role, serves);
  const blocks = role === "physician" || role === "resident";
  draft.put([...here, "role"], role);
  const posts = postsOf(team);
  draft.learn([...here, "count"], posts, {
    of: team.name,
    label: "people",
    value: `${posts}`,
    ...(posts === people.length && Math.abs(team.onRolls - posts) < NEARLY_ALL
      ? { how: "those with 40 replies or closings at least" }
      : {
          how: `${figures(team.onRolls)} on an average day, of ${people.length} with 40 replies or closings at least, each from the first of these to the last`,
          weak: "some joined or left meanwhile: the average stands for all the time",
        }),
  });
  draft.put([...here, "serves"], serves);
  const key = blocks ? "inbox" : "shifts";
  const written = hoursOfSlots(hours.slots);
  if (written.length > 0) {
    draft.learn([...here, key], written, {
      of: team.name,
      label: blocks ? "inbox blocks" : "shifts",
      value: written.join("; "),
      how: team.fromRoster ? "the roster" : `half-hours in which work began (${hours.acts} pieces)`,
      ...(team.fromRoster
        ? {}
        : {
            weak: "time without anything to do does not show, so that hours may be longer: there is no interval",
          }),
    });
  } else if (base !== undefined) draft.borrow([...here, key], [...base, key]);
  composePeople(draft, team, here, key);
  composeEvenings(draft, fit, team, here);
  composeAbsence(draft, team, here, base);
  if (role === "resident") draft.put([...here, "coSignature"], coSignature(draft, fit, team, here));
  if (base === undefined) return;
  for (const each of ["endOfHours", "reRead", "costPerHour", "costBasis"])
    draft.borrow([...here, each], [...base, each]);
}

/** Those whose hours or panels differ, by their pseudonyms. */
function composePeople(draft: Draft, team: TeamFit, here: readonly string[], key: string): void {
  const { name, hours, routing } = team;
  const people = stayers(team);
  const uneven = routing?.uneven === true && routing.patients.every((n) => !Number.isNaN(n));
  const all = uneven ? people.reduce((sum, person) => sum + routing.patients[person]!, 0) : 0;
  const written: Record<string, JsonValue> = {};
  people.forEach((person, post) => {
    const own = hours.own.find((each) => each.person === person);
    const entry: Record<string, JsonValue> = {};
    if (own !== undefined) entry[key] = hoursOfSlots(own.slots);
    if (uneven) entry.panelShare = figures((routing.patients[person]! * people.length) / all, 2);
    const called = `person ${post + 1}`;
    if (uneven || own !== undefined) written[called] = entry;
    if (!uneven) return;
    const share = mapped(wilson(routing.patients[person]! / all, all), (x) => x * people.length);
    draft.note([...here, "people", called, "panelShare"], {
      of: name,
      label: `${called}’s panel over the average one`,
      value: numberText(share.estimate),
      interval: intervalOf(share, numberText),
      ...rangeEntry(rangeOf(share, (x) => figures(x, 2))),
      how: `patients by who answered them most, of ${Math.round(all)} who were answered`,
    });
  });
  if (Object.keys(written).length === 0) return;
  draft.put([...here, "people"], inOrder(written, people.length));
  draft.note([...here, "people"], {
    of: name,
    label: uneven ? "people's own panels and hours" : "people's own hours",
    value: `${Object.keys(written).length} of ${people.length} people`,
    how: uneven
      ? "patients by who answered them most; hours as the team's"
      : "mornings and afternoons on which next to nothing was done",
  });
}

/** Places of as many people as there are posts: those who were there longest. */
function stayers(team: TeamFit): readonly number[] {
  const { rolls } = team;
  const length = (person: number) => rolls[person]!.to - rolls[person]!.from;
  return rolls
    .map((_, person) => person)
    .sort((a, b) => length(b) - length(a) || a - b)
    .slice(0, postsOf(team))
    .sort((a, b) => a - b);
}

/** Names stand for the first posts, in order: whoever comes before one that differs has an entry, too. */
function inOrder(written: Readonly<Record<string, JsonValue>>, count: number): JsonObject {
  const names = Array.from({ length: count }, (_, i) => `person ${i + 1}`);
  const last = names.findLastIndex((name) => written[name] !== undefined);
  return Object.fromEntries(names.slice(0, last + 1).map((name) => [name, written[name] ?? {}]));
}

function composeEvenings(
  draft: Draft,
  fit: Fit,
  { name, evenings, serves }: TeamFit,
  here: readonly string[],
): void {
  const known = evenings.filter((each) => each.evenings >= FEWEST_EVENINGS);
  if (known.length === 0) return;
  // Where others read between, a message that was read need not have been with this team yet.
  const between =
    !fit.tells.reads ||
    fit.specialties.some((each) => serves.includes(each.name) && each.triage === "clerk-first");
  draft.put(
    [...here, "evenings"],
    known.map(({ days, from, upTo, probability }) => ({
      days: weekdaysText(days),
      from: clock(from),
      upTo: `${upTo} min`,
      probability: shareFigure(probability.estimate),
    })),
  );
  known.forEach(({ days, from, upTo, atLeast, probability, evenings: watched }, i) => {
    const bounds = between ? { ...probability, high: 1 } : probability;
    const of = known.length === 1 ? "" : `, ${weekdaysText(days)}`;
    draft.note([...here, "evenings", `${i}`, "probability"], {
      of: name,
      label: `evenings from ${clock(from)}, for up to ${upTo} min${of}`,
      value: percentText(probability.estimate),
      interval: intervalOf(bounds, percentText),
      ...rangeEntry(rangeOf(bounds, shareFigure)),
      how: `of ${watched} evenings on which something waited for them, ${weekdaysText(days)}`,
      ...(between ? { weak: "messages may still have been with others: at least this" } : {}),
    });
    draft.note([...here, "evenings", `${i}`, "upTo"], {
      of: name,
      label: `an evening's length${of}`,
      value: `${upTo} min`,
      how: `nineteen of twenty evenings ended within it; without an interval: the last but one message was done by ${atLeast} min, when the last was taken up is not told, and where all was done people might have gone on`,
    });
  });
}

function composeAbsence(
  draft: Draft,
  { name, absence, cover }: TeamFit,
  here: readonly string[],
  base: readonly string[] | undefined,
): void {
  const { vacationWeeks, stretchWeeks, sickDays, seesWeeks, seesSingleDays } = absence;
  if (seesWeeks && isBounded(vacationWeeks)) {
    const weeks = (x: number) => `${Math.round(2 * x) / 2} weeks per year`;
    draft.learn([...here, "absence", "vacation"], weeks(Math.min(26, vacationWeeks.estimate)), {
      of: name,
      label: "weeks away a year",
      value: numberText(vacationWeeks.estimate),
      interval: intervalOf(vacationWeeks, numberText),
      range: [weeks(vacationWeeks.low), weeks(Math.min(52, vacationWeeks.high))],
      how: "a week or more of business days without an act that chance would not make",
      ...(seesSingleDays ? {} : { weak: "people who act on few days seem away when there is nothing to do" }),
    });
    draft.put(
      [...here, "absence", "vacationStretch"],
      `${Math.min(8, stretchWeeks)} week${stretchWeeks === 1 ? "" : "s"}`,
    );
    draft.note([...here, "absence", "vacationStretch"], {
      of: name,
      label: "usual stretch away",
      value: `${stretchWeeks} week${stretchWeeks === 1 ? "" : "s"}`,
      how: "the median of these stretches",
    });
  } else if (base !== undefined) {
    draft.borrow([...here, "absence", "vacation"], [...base, "absence", "vacation"]);
    draft.borrow([...here, "absence", "vacationStretch"], [...base, "absence", "vacationStretch"]);
  }
  if (seesSingleDays && isBounded(sickDays)) {
    const days = (x: number) => `${Math.round(x)} days per year`;
    draft.learn([...here, "absence", "sick"], days(sickDays.estimate), {
      of: name,
      label: "single days away a year",
      value: numberText(sickDays.estimate),
      interval: intervalOf(sickDays, numberText),
      range: [days(sickDays.low), days(sickDays.high)],
      how: "shorter stretches of business days without an act",
    });
  } else if (base !== undefined) draft.borrow([...here, "absence", "sick"], [...base, "absence", "sick"]);
  if (!composeCover(draft, cover, name, here) && base !== undefined) {
    draft.borrow([...here, "absence", "cover"], [...base, "absence", "cover"]);
    draft.remark(
      `${name}: who does the work of somebody who is away does not show in the log, and much hangs on it: set absence.cover`,
    );
  }
}

/** Who answers the patients of somebody who is away; whether the log says so. */
function composeCover(draft: Draft, fit: TeamFit["cover"], of: string, here: readonly string[]): boolean {
  if (fit?.cover === undefined) return false;
  const { byColleagues, messages, cover, isWayTold } = fit;
  draft.learn([...here, "absence", "cover"], cover, {
    of,
    label: "answered by a colleague before whose patient it is was back",
    value: `${percentText(byColleagues.estimate)}: cover ${cover}`,
    interval: intervalOf(byColleagues, percentText),
    how: `${messages} messages of patients of somebody who was away for a week or more; “${cover}” ${WHY_COVER[cover]}`,
    ...(isWayTold
      ? {}
      : { weak: "whether one colleague covers or several together cannot be told: one is taken" }),
  });
  return true;
}

const WHY_COVER = {
  none: "because most waited",
  buddy:
    "because whoever did most in an absence did four fifths of it or more, or is the only colleague, or else could not be told apart",
  pool: "because several colleagues did it in the same absence",
};

/** Of what residents and physicians answer, the share that physicians sign, by who closed it. */
function coSignature(draft: Draft, fit: Fit, { name, serves }: TeamFit, here: readonly string[]): JsonObject {
  const count = (role: Role) =>
    fit.teams
      .filter((team) => team.role === role && team.serves.some((s) => serves.includes(s)))
      .reduce((sum, team) => sum + team.people.reduce((n, person) => n + person.total, 0), 0);
  const [residents, physicians] = [count("resident"), count("physician")];
  const share = physicians / Math.max(1, residents + physicians);
  const { high } = wilson(share, Math.max(1, residents + physicians));
  const most = { estimate: share, low: 0, high };
  draft.note([...here, "coSignature", "share"], {
    of: name,
    label: "drafts that a physician signs",
    value: percentText(share),
    interval: intervalOf(most, percentText),
    ...rangeEntry(rangeOf(most, shareFigure)),
    how: "of what residents and physicians closed, what physicians did",
    weak: "a physician's own replies cannot be told from signed drafts: at most this",
  });
  return { share: shareFigure(share), effort: 0.3 };
}
