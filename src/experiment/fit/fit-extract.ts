import { InputError, type Issue } from "../../errors.ts";
import { Calendar, type CalendarSpec, dayNumber, isoDate, ROLES } from "../../model/index.ts";
import type { Extract } from "../extract/extract.ts";
import type { Fit } from "./fit.ts";
import { fitCalls } from "./fit-calls.ts";
import { aroundOpening } from "./fit-hours.ts";
import { type AssumedCalls, interruptionsBy } from "./fit-interruptions.ts";
import { fitSpecialty } from "./fit-specialty.ts";
import { fitTeam } from "./fit-team.ts";
import { groupTeams } from "./group-teams.ts";
import { leftOutOf, tellable } from "./left-out.ts";
import { type OwnMessages, ownMessages } from "./own-messages.ts";
import { plainNames } from "./plain-names.ts";
import { type Person, peopleOf } from "./staff-acts.ts";
import type { Surroundings } from "./surroundings.ts";
import { touchTimes } from "./touch-times.ts";

export interface FitOptions {
  /** Opening hours, closed dates and patients' sleep over the time of the extract. */
  readonly calendar: CalendarSpec;
  /** By specialty: patients with an account of the portal, where that is known. */
  readonly accounts: Readonly<Record<string, number>>;
  /** Calls that interrupt work on a specialty's messages, where the extract does not tell of them; absent: none do. */
  readonly calls?: (specialty: string) => AssumedCalls | undefined;
}

/** Fewest days an extract has to tell of: eight weeks. */
const FEWEST_DAYS = 56;
const FEWEST_THREADS = 100;
const LEAST_OF_USUAL = 10;

/** Everything that is learned from an extract. Throws InputError, with every fault, where it is too little to learn from or does not go with what was told. */
export function fitExtract(given: Extract, { calendar: spec, accounts, calls: assumedOf }: FitOptions): Fit {
  const extract = { ...given, names: namesOf(given) };
  const { counts, names, sample, offsets } = extract;
  const calendar = new Calendar(
    { ...spec, timeZone: extract.timeZone },
    extract.start,
    counts.days,
    offsets.changes,
  );
  const end = Math.min(extract.end, calendar.end);
  const to = Math.min(counts.days, Math.max(1, calendar.dayOf(end)));
  const span = { from: 0, to };
  const own = ownMessages(sample, calendar, end);
  refuse([...tooLittle(to, own.count), ...unknownSpecialties(accounts, names.specialties)]);
  const { people, others } = peopleOf(extract, calendar);
  const times = touchTimes(people, own);
  const posts = postsOf(people, own);
  const open = aroundOpening(spec.open);
  const teams = groupTeams(people, names.specialties).map((team) =>
    fitTeam(team, { extract, own, calendar, times, open, span, specialties: names.specialties }),
  );
  const calls = names.specialties.map((name, specialty) => ({
    told: extract.calls === undefined ? undefined : fitCalls(extract.calls, specialty, calendar, span),
    assumed: assumedOf?.(name),
  }));
  const interruptions = interruptionsBy(teams, names.specialties, calls, spec, times.readsFirst);
  const fits = names.specialties.map((name, specialty) => {
    const about: Surroundings = {
      extract,
      own,
      calendar,
      times,
      posts,
      span,
      accounts: accounts[name],
      calls: calls[specialty]!.told,
      interruptions: (scope) => interruptions(specialty, scope),
    };
    return fitSpecialty(specialty, about);
  });
  const specialties = fits.filter((fit) => fit !== undefined);
  const learned = specialties.map(({ name }) => name);
  const leftOut = fits
    .flatMap((fit, specialty) => (fit === undefined ? [leftOutOf(specialty, extract, own, learned)] : []))
    .filter(({ messages }) => messages > 0);
  if (specialties.length === 0) {
    refuse([
      fault(
        "too-few-messages",
        `no specialty has ${FEWEST_THREADS} threads that begin in the extract`,
        "take a longer stretch of time",
      ),
    ]);
  }
  if (own.tells.patients) refuse(tooFewAccounts(accounts, specialties));
  return {
    tells: own.tells,
    start: extract.start,
    lastDate: isoDate(dayNumber(extract.start) + to - 1),
    days: to,
    timeZone: extract.timeZone,
    messages: Math.round(counts.messages - tellable(leftOut)),
    calendar,
    specialties,
    leftOut,
    teams,
    standIns: others,
    quietDates: quietDates(extract, calendar, to),
    beside: { visits: extract.visits !== undefined, calls: extract.calls !== undefined },
  };
}

/** By role: whether there is a post; where nobody is told apart, whether anybody of that role replied. */
function postsOf(people: readonly Person[], { role }: OwnMessages): readonly boolean[] {
  return ROLES.map((_, rank) =>
    people.length > 0 ? people.some((person) => person.role === rank) : role.includes(rank),
  );
}

function namesOf({ names }: Extract): Extract["names"] {
  return { ...names, specialties: plainNames(names.specialties), topics: plainNames(names.topics) };
}

function fault(code: string, message: string, hint: string, path = ""): Issue {
  return { code, path, message, hint, severity: "error" };
}

function refuse(issues: readonly Issue[]): void {
  if (issues.length > 0) throw new InputError(issues);
}

function tooLittle(days: number, messages: number): readonly Issue[] {
  const hint = `take at least ${FEWEST_DAYS / 7} weeks, better a year`;
  return [
    ...(days < FEWEST_DAYS ? [fault("too-short", `the extract tells of ${days} whole days`, hint)] : []),
    ...(messages < FEWEST_THREADS
      ? [
          fault(
            "too-few-messages",
            `the extract has ${messages} messages of patients with a time of sending`,
            hint,
          ),
        ]
      : []),
  ];
}

function unknownSpecialties(accounts: FitOptions["accounts"], names: readonly string[]): readonly Issue[] {
  return Object.keys(accounts)
    .filter((name) => !names.includes(name))
    .map((name) =>
      fault(
        "unknown-specialty",
        `"${name}" is no specialty of the extract`,
        `there are: ${names.join(", ")}`,
        "--patients",
      ),
    );
}

function tooFewAccounts(accounts: FitOptions["accounts"], specialties: Fit["specialties"]): readonly Issue[] {
  return specialties
    .filter(({ name, writers }) => (accounts[name] ?? Number.POSITIVE_INFINITY) < writers)
    .map(({ name, writers }) =>
      fault(
        "too-few-patients",
        `${accounts[name]} patients of ${name} are fewer than the ${writers} who wrote`,
        "give all patients who have an account, whether they wrote or not",
        "--patients",
      ),
    );
}

/** Business dates without any reply or closing, of weekdays that have ten in the mean. */
function quietDates({ counts }: Extract, calendar: Calendar, to: number): readonly string[] {
  const byDay = new Float64Array(calendar.days);
  for (const hours of counts.staffByHour) {
    for (let i = 0; i < hours.length; i += 1) byDay[Math.floor(i / 24)]! += hours[i]!;
  }
  const [sums, dates] = [new Float64Array(7), new Float64Array(7)];
  for (let day = 0; day < to; day += 1) {
    if (!calendar.isOpenDay(day)) continue;
    sums[calendar.dayOfWeek(day)]! += byDay[day]!;
    dates[calendar.dayOfWeek(day)]! += 1;
  }
  const quiet: string[] = [];
  for (let day = 0; day < to; day += 1) {
    const weekday = calendar.dayOfWeek(day);
    const usual = sums[weekday]! / Math.max(1, dates[weekday]!);
    if (calendar.isOpenDay(day) && byDay[day] === 0 && usual >= LEAST_OF_USUAL)
      quiet.push(calendar.dateOf(day));
  }
  return quiet;
}
