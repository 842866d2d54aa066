import type { Calendar, Model, VisitMode } from "../../model/index.ts";
import { keyedUniformAt } from "../../random/index.ts";
import { DAYS_PER_YEAR, MINUTES_PER_HOUR } from "../../units.ts";
import type { SynthesisOptions, SyntheticPerson } from "./synthesis-options.ts";

/** A visit that the model booked for a thread. */
export interface BookedVisit {
  readonly thread: number;
  readonly part: number;
  readonly specialty: number;
  readonly patient: number;
  readonly mode: VisitMode;
  /** [min since start] */
  readonly booked: number;
  /** Local day of the visit. */
  readonly day: number;
}

/** What a clinic's calendar would tell of a visit; times are [min since start]. */
export interface SyntheticVisit {
  readonly specialty: number;
  readonly patient: number;
  readonly at: number;
  readonly booked: number;
  readonly mode: VisitMode;
  /** The thread that it came of, and its part; absent: a regular visit. */
  readonly of?: { readonly thread: number; readonly part: number };
  /** Whose visit; absent where it is told of nobody. */
  readonly by?: SyntheticPerson;
}

const TWO_32 = 4_294_967_296;
/** Business days after a closed date over which its visits are spread. */
const SPREAD = 5;
const PHASE = 0x76697369;
const MORNING = 9 * MINUTES_PER_HOUR;
const AFTERNOON = 13 * MINUTES_PER_HOUR;
const HALF_DAY = 3 * MINUTES_PER_HOUR;
const AT_NOON = 12 * MINUTES_PER_HOUR;

/**
 * Visits booked in [from, to), with regular ones that take place in it: the model knows of these only how often they are, so each patient of the panel is given one every
 * 365 ∕ `perPatientPerYear` days from a day drawn for the patient on, moved from closed dates to one of the next business days, in half-days of so many with one physician after the other.
 */
export function syntheticVisits(
  model: Model,
  booked: readonly BookedVisit[],
  options: SynthesisOptions,
): readonly SyntheticVisit[] {
  const { from, to, visitsPerSession } = options;
  const { calendar, clinic } = model;
  const ofThreads = booked
    .filter((visit) => visit.booked >= from && visit.booked < to)
    .map(({ thread, part, specialty, patient, mode, booked: when, day }): SyntheticVisit => {
      const at = Math.max(when, calendar.dayStart(day) + AFTERNOON + HALF_DAY);
      return { specialty, patient, at, booked: when, mode, of: { thread, part } };
    });
  const regular = clinic.specialties.flatMap((_, specialty) => {
    const perSession = visitsPerSession?.[specialty];
    return perSession === undefined ? [] : regularVisits(model, specialty, perSession, options);
  });
  return [...regular, ...ofThreads].sort((a, b) => a.at - b.at || a.patient - b.patient);
}

/** That day, or if it is closed one of the next business days, so that these are not crowded after a weekend. */
function openDayFrom(calendar: Calendar, day: number, more: number): number {
  if (calendar.isOpenDay(day)) return day;
  let left = more;
  let at = day + 1;
  while (at < calendar.days && (!calendar.isOpenDay(at) || left > 0)) {
    if (calendar.isOpenDay(at)) left -= 1;
    at += 1;
  }
  return at;
}

function regularVisits(
  { calendar, clinic, teams, days }: Model,
  specialty: number,
  perSession: number,
  { seed, replication, from, to }: SynthesisOptions,
): readonly SyntheticVisit[] {
  const { patients, visitsPerYear, bookAs } = clinic.specialties[specialty]!;
  const every = DAYS_PER_YEAR / visitsPerYear;
  const due: {
    readonly patient: number;
    readonly day: number;
    readonly last: number;
  }[] = [];
  for (let patient = 0; patient < patients; patient += 1) {
    const phase = keyedUniformAt(PHASE + specialty, seed % TWO_32, replication, patient) * every;
    for (let visit = phase; visit < days; visit += every) {
      const day = openDayFrom(calendar, Math.floor(visit), patient % SPREAD);
      if (day < days) due.push({ patient, day, last: Math.floor(visit - every) });
    }
  }
  due.sort((a, b) => a.day - b.day || a.patient - b.patient);
  const own = teams.filter(({ team }) => team.role === "physician" && team.serves.includes(specialty));
  const people = own.flatMap(({ team, index }) =>
    Array.from({ length: team.count }, (_, person): SyntheticPerson => ({ team: index, person })),
  );
  let [session, first, onDay] = [-1, 0, -1];
  return due.flatMap(({ patient, day, last }, i): readonly SyntheticVisit[] => {
    const mine = Math.floor(i / perSession);
    if (mine !== session) {
      // A session is of the day of its first visit.
      onDay = session >= 0 && day === first ? onDay + 1 : 0;
      [session, first] = [mine, day];
    }
    const place = i - Math.ceil(mine * perSession);
    const isMorning = people.length === 0 || Math.floor(onDay / people.length) % 2 === 0;
    const minute = (isMorning ? MORNING : AFTERNOON) + Math.floor((HALF_DAY * place) / perSession);
    const at = calendar.dayStart(first) + minute;
    if (at < from || at >= to) return [];
    // More half-days than the team has are somebody's who is not in the scenario.
    const by = onDay < 2 * people.length ? people[onDay % people.length] : undefined;
    const booked = calendar.dayStart(last) + AT_NOON;
    return [
      {
        specialty,
        patient,
        at,
        booked,
        mode: bookAs,
        ...(by === undefined ? {} : { by }),
      },
    ];
  });
}
