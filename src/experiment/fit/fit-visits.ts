import { type Calendar, VISIT_MODES, type VisitMode } from "../../model/index.ts";
import { normalQuantile } from "../../random/index.ts";
import { DAYS_PER_YEAR, MINUTES_PER_DAY, MINUTES_PER_HOUR } from "../../units.ts";
import type { ExtractVisits } from "../extract/extract-visits.ts";
import type { Bounds } from "./bounds.ts";
import { fitDelay } from "./fit-delay.ts";
import { meanBounds } from "./mean-bounds.ts";

/** Visits of one kind that came of messages. */
export interface BookedKind {
  readonly mode: VisitMode;
  readonly visits: number;
  readonly perBusinessDay: Bounds;
  /** Business days from booking to the earliest visits. */
  readonly notice: number;
  /** Business days that a visit passed over, though it was booked early enough for them: they were full, and `perBusinessDay` is of them; 0 where too few were, and it is of all days. */
  readonly fullDays: number;
}

/** What is learned of the visits of a specialty; undefined parts: too little is told. */
export interface VisitsFit {
  /** Local days of the log that the file covers, from its first to before its last. */
  readonly covers: Span;
  readonly visits: number;
  /** Of regular visits, between which there is so long for a patient. */
  readonly perPatientPerYear: Bounds | undefined;
  readonly gaps: number;
  /** Patients who are seen at that pace, seen in this time or not. */
  readonly panel: Bounds | undefined;
  /** Visits of somebody's half-day. */
  readonly perSession: Bounds | undefined;
  readonly sessions: number;
  readonly ofMessages: number;
  /** The most frequent kind of those that came of messages. */
  readonly bookAs: VisitMode | undefined;
  readonly kinds: readonly BookedKind[];
}

interface Span {
  readonly from: number;
  readonly to: number;
}

const Z95 = normalQuantile(0.975);
const FEWEST_VISITS = 50;
const FEWEST_SESSIONS = 20;
const FEWEST_OF_MESSAGES = 20;
const FEWEST_FULL = 20;
/** [days] Within which nearly all visits that come of messages take place. */
const SETTLED = 30;
const EARLIEST = 0.05;
const HALF_OF_DAY = 12.5 * MINUTES_PER_HOUR;

interface Watched {
  readonly calendar: Calendar;
  /** Days watched in full. */
  readonly span: Span;
}

/** The days of `span` that a file of visits covers: from its first regular visit to its last, or of all visits where none is regular. Visits to come that were booked for threads go on later. */
export function coveredBy({ at, ofThread }: ExtractVisits, calendar: Calendar, { from, to }: Span): Span {
  const regular = Array.from(at.keys()).filter((i) => ofThread[i] === 0);
  const days = (regular.length > 0 ? regular : Array.from(at.keys())).map((i) => calendar.dayOf(at[i]!));
  if (days.length === 0) return { from, to: from };
  return { from: Math.max(from, days[0]!), to: Math.max(from, Math.min(to, days.at(-1)! + 1)) };
}

/** Of a specialty, on the days of `span` that the file covers; undefined of fewer than 50 visits in them. */
export function fitVisits(visits: ExtractVisits, specialty: number, watched: Watched): VisitsFit | undefined {
  const { calendar } = watched;
  const span = coveredBy(visits, calendar, watched.span);
  const end = calendar.dayStart(span.to);
  const all = Array.from(visits.at.keys()).filter((i) => visits.specialty[i] === specialty);
  const dayOf = (i: number) => calendar.dayOf(visits.at[i]!);
  const within = all.filter((i) => dayOf(i) >= span.from && dayOf(i) < span.to);
  if (within.length < FEWEST_VISITS) return undefined;
  const regular = within.filter((i) => visits.ofThread[i] === 0);
  const pace = paceOf(visits, regular, end);
  const sessions = sessionsOf(visits, within, calendar);
  const ofMessages = all.filter((i) => visits.ofThread[i] === 1 && !Number.isNaN(visits.booked[i]!));
  const kinds = VISIT_MODES.flatMap((mode, m) => {
    const kind = bookedKind(
      visits,
      ofMessages.filter((i) => visits.mode[i] === m),
      mode,
      { calendar, span },
    );
    return kind === undefined ? [] : [kind];
  });
  const most = kinds.reduce<BookedKind | undefined>(
    (best, kind) => (best === undefined || kind.visits > best.visits ? kind : best),
    undefined,
  );
  return {
    covers: span,
    visits: within.length,
    perPatientPerYear: pace?.perYear,
    gaps: pace?.gaps ?? 0,
    panel: pace === undefined ? undefined : panelOf(regular.length, span.to - span.from, pace.perYear),
    perSession: sessions.length < FEWEST_SESSIONS ? undefined : meanBounds(sessions),
    sessions: sessions.length,
    ofMessages: ofMessages.length,
    bookAs: most?.mode,
    kinds,
  };
}

/** How often a patient is seen: by the time to the next visit, that of those who have not come again being censored at the end. */
function paceOf(
  { patient, at }: ExtractVisits,
  regular: readonly number[],
  end: number,
): { readonly perYear: Bounds; readonly gaps: number } | undefined {
  const last = new Map<number, number>();
  const came: number[] = [];
  for (const i of regular) {
    if (patient[i]! < 0) continue;
    const before = last.get(patient[i]!);
    if (before !== undefined && at[i]! > before) came.push((at[i]! - before) / MINUTES_PER_DAY);
    last.set(patient[i]!, at[i]!);
  }
  const watched = [...last.values()].map((time) => (end - time) / MINUTES_PER_DAY).filter((days) => days > 0);
  const fit = fitDelay(
    { came: Float64Array.from(came), watched: Float64Array.from(watched) },
    { always: true },
  );
  if (fit === undefined) return undefined;
  // Where visits come like clockwork no family fits: then what was seen counts, with the spread that it has.
  const { estimate, low, high } = fit.fitsNone ? seenMean(fit.empirical, came) : fit.mean;
  const perYear = {
    estimate: DAYS_PER_YEAR / estimate,
    low: DAYS_PER_YEAR / high,
    high: DAYS_PER_YEAR / low,
  };
  return { perYear, gaps: came.length };
}

/** The mean of what Kaplan and Meier's estimate says came, and an interval of as many values as did. */
function seenMean(empirical: readonly number[], came: readonly number[]): Bounds {
  const estimate = empirical.reduce((sum, x) => sum + x, 0) / empirical.length;
  const { low, high } = meanBounds(came);
  const half = (high - low) / 2;
  return { estimate, low: estimate - half, high: estimate + half };
}

function panelOf(visits: number, days: number, perYear: Bounds): Bounds {
  const estimate = (visits * DAYS_PER_YEAR) / days / perYear.estimate;
  const spread = (perYear.high - perYear.low) / 2 / Z95 / perYear.estimate;
  const half = Z95 * estimate * Math.sqrt(1 / visits + spread * spread);
  return { estimate, low: estimate - half, high: estimate + half };
}

/** Visits of each person on each morning and afternoon with any. */
function sessionsOf({ staff, at }: ExtractVisits, within: readonly number[], calendar: Calendar): number[] {
  const counts = new Map<string, number>();
  for (const i of within) {
    if (staff[i]! < 0) continue;
    const half = calendar.localMinute(at[i]!) < HALF_OF_DAY ? 0 : 1;
    const key = `${staff[i]} ${calendar.dayOf(at[i]!)} ${half}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts.values()];
}

function bookedKind(
  { at, booked }: ExtractVisits,
  own: readonly number[],
  mode: VisitMode,
  { calendar, span }: Watched,
): BookedKind | undefined {
  const open = openDays(calendar, span.to);
  const dayOf = (time: number) => calendar.dayOf(time);
  // Booked on a closed date counts as on the next business day.
  const booking = own
    .map((i) => ({ booked: dayOf(booked[i]!), at: dayOf(at[i]!) }))
    .filter((each) => each.booked >= span.from && each.at < span.to)
    .map((each) => ({ ...each, from: open.before[each.booked]!, to: open.before[each.at]! }));
  const leads = booking
    .filter((each) => each.booked < span.to - SETTLED)
    .map(({ from, to }) => to - from)
    .sort((a, b) => a - b);
  if (leads.length < FEWEST_OF_MESSAGES) return undefined;
  const notice = leads[Math.floor(EARLIEST * leads.length)]!;
  const taken = new Float64Array(open.days.length);
  const passed = new Set<number>();
  for (const i of own) {
    const day = dayOf(at[i]!);
    if (day >= 0 && day < span.to && calendar.isOpenDay(day)) taken[open.before[day]!]! += 1;
  }
  // What was booked before the file begins may be missing in its first days.
  const first = open.before[Math.min(span.to, span.from + SETTLED)]!;
  for (const { from, to } of booking)
    for (let day = Math.max(first, from + notice); day < to; day += 1) passed.add(day);
  const isFull = passed.size >= FEWEST_FULL;
  const counted = isFull ? [...passed].map((day) => taken[day]!) : [...taken.subarray(first)];
  return {
    mode,
    visits: own.length,
    perBusinessDay: meanBounds(counted),
    notice,
    fullDays: isFull ? passed.size : 0,
  };
}

/** Business days before `to`, and how many of them lie before each day. */
function openDays(
  calendar: Calendar,
  to: number,
): { readonly days: readonly number[]; readonly before: Float64Array } {
  const before = new Float64Array(to + 1);
  const days: number[] = [];
  for (let day = 0; day < to; day += 1) {
    if (calendar.isOpenDay(day)) days.push(day);
    before[day + 1] = days.length;
  }
  return { days, before };
}
