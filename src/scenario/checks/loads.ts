import { type Clinic, dayNumber, isoDate, type OfferedLoads, type TeamLoad } from "../../model/index.ts";
import { MINUTES_PER_HOUR } from "../../units.ts";
import { type Fault, type PlacedIssue, warningAt } from "../issue-list.ts";
import { quoted } from "../json-value.ts";

/**
 * Whether the people have the time for the work: each team in the mean, each person in it, each week, and
 * while one is on vacation. The most telling of these is said.
 */
export function checkLoads(clinic: Clinic, { teams }: OfferedLoads): readonly PlacedIssue[] {
  return teams.flatMap((load) => {
    const fault =
      overload(clinic, load) ??
      overloadedPeople(clinic, load) ??
      overloadedWeeks(clinic, load) ??
      overloadWhenAway(clinic, load);
    return fault === undefined ? [] : [warningAt(["staff", clinic.teams[load.team]!.name], fault)];
  });
}

function overload(
  clinic: Clinic,
  { team, load, messages, calls, otherWork, hours, evenings }: TeamLoad,
): Fault | undefined {
  if (load < 1) return undefined;
  const { name, count } = clinic.teams[team]!;
  const work = messages + calls + otherWork;
  const each = count > 1 ? ` for each of ${count}` : "";
  const people = Math.max(1, count);
  const message =
    load === Number.POSITIVE_INFINITY
      ? `the team ${quoted(name)} has work, but no hours to do it in`
      : `the team ${quoted(name)} has ${times(load)} the work that its hours allow: ${inHours(work / people)} of work a week in ${inHours((hours + evenings) / people)}${each}`;
  return {
    code: "overload",
    message,
    hint: "the backlog grows without end: add people or hours, or take work away",
  };
}

function overloadedPeople(clinic: Clinic, { team, people }: TeamLoad): Fault | undefined {
  const over = people.filter(({ load }) => load >= 1).sort((a, b) => b.load - a.load);
  if (over.length === 0) return undefined;
  const { name, people: named } = clinic.teams[team]!;
  const shown = over.slice(0, 5).map(({ ordinal, load }) => {
    const who = named[ordinal] === undefined ? `no. ${ordinal + 1}` : quoted(named[ordinal].name);
    return `${who} (${load === Number.POSITIVE_INFINITY ? "no hours" : times(load)})`;
  });
  const list = `${shown.join(", ")}${over.length > shown.length ? ", …" : ""}`;
  const message = `the team ${quoted(name)} has hours enough, but not each of its people: ${list}`;
  return {
    code: "overload-person",
    message,
    hint: "patients and work come to each alike, whatever the hours; see `policies.routing`",
  };
}

function overloadedWeeks(clinic: Clinic, { team, weeks, peak }: TeamLoad): Fault | undefined {
  const over = weeks.filter(({ load }) => load >= 1);
  if (over.length === 0) return undefined;
  const { name } = clinic.teams[team]!;
  const week = isoDate(dayNumber(clinic.run.start) + peak.from);
  const much =
    peak.load === Number.POSITIVE_INFINITY
      ? "work but no hours"
      : `${times(peak.load)} the work that its hours allow`;
  const message = `the team ${quoted(name)} has more work than hours in ${over.length} of ${weeks.length} weeks; in that of ${week}, ${much}`;
  return {
    code: "overload-weeks",
    message,
    hint: "after holidays and absence; what is left over waits for the weeks that follow",
  };
}

function overloadWhenAway(clinic: Clinic, { team, oneAwayLoad }: TeamLoad): Fault | undefined {
  if (oneAwayLoad < 1) return undefined;
  const { name, count } = clinic.teams[team]!;
  const who = count === 1 ? `the one person of ${quoted(name)} is` : `one of the team ${quoted(name)} is`;
  const message =
    oneAwayLoad === Number.POSITIVE_INFINITY
      ? `while ${who} on vacation, nobody does that work`
      : `while ${who} on vacation, whoever covers has ${times(oneAwayLoad)} the work that hours allow`;
  return { code: "overload-away", message, hint: "see `absence.cover`, or add somebody" };
}

function times(load: number): string {
  return `${Math.round(load * 100) / 100} times`;
}

function inHours(minutes: number): string {
  return `${Math.round((minutes / MINUTES_PER_HOUR) * 10) / 10} h`;
}
