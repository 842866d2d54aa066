import { groupOf, type Model, ROLES, type RoleGroup } from "../../model/index.ts";
import { DAYS_PER_YEAR } from "../../units.ts";
import type { Replies } from "./outcomes.ts";
import type { RecordedMessages } from "./recorded-messages.ts";

/** Replies to be expected of business days on which somebody, having replied to nothing, counts as away: by chance e⁻⁵ of such stretches are silent. */
const SILENT = 5;

type Away = NonNullable<RecordedMessages["arrivals"]["away"]>;

/** Who was away when, as far as replies tell. */
export interface RecordedAbsences {
  readonly away: Away;
  /** People of the model whose absences are the record's, and those whose absences are drawn. */
  readonly known: number;
  readonly drawn: number;
}

interface RepliesOfPerson {
  readonly role: number;
  readonly byDay: Float64Array;
  count: number;
}

/**
 * Absences by the replies of each person on record: a stretch of business days without any reply, on which at least five were to be expected by
 * the person's replies on such weekdays. People on record are taken for those of the model with the same role, the busiest for the one with
 * the greatest share of the patients. Whoever replies so little that four weeks of silence tell nothing is left out, and so is everybody
 * where a record does not say who replied.
 */
export function recordedAbsences(model: Model, recorded: RecordedMessages): RecordedAbsences {
  const ranked = [...repliesByPerson(model, recorded.outcomes).values()].sort((a, b) => b.count - a.count);
  const away = model.clinic.teams.map(({ count }) =>
    new Array<Uint8Array<ArrayBuffer> | undefined>(count).fill(undefined),
  );
  let known = 0;
  ROLES.forEach((role, rank) => {
    const own = ranked.filter((each) => each.role === rank);
    peopleOf(model, role).forEach(({ team, ordinal }, place) => {
      const silent = own[place] && silentDays(model, own[place].byDay);
      if (silent === undefined) return;
      away[team]![ordinal] = silent;
      known += 1;
    });
  });
  const all = model.clinic.teams.reduce((sum, { count }) => sum + count, 0);
  return { away, known, drawn: all - known };
}

/**
 * [business days a year] How long people of a group of roles are away in the mean, as far as replies tell; NaN where they tell of nobody. The same
 * rule for a record and for replications, so that what the rule cannot see is missing on both sides.
 */
export function daysAway(model: Model, replies: Replies, group: RoleGroup): number {
  const { calendar, days } = model;
  const silent = [...repliesByPerson(model, replies).values()]
    .filter(({ role }) => role >= 0 && groupOf(ROLES[role]!) === group)
    .map(({ byDay }) => silentDays(model, byDay))
    .filter((each) => each !== undefined);
  const away = silent.reduce(
    (sum, each) =>
      sum + each.reduce((own, is, day) => own + (is === 1 && calendar.isOpenDay(day) ? 1 : 0), 0),
    0,
  );
  return away / silent.length / (days / DAYS_PER_YEAR);
}

function repliesByPerson(
  { calendar, days }: Model,
  { replied: moments, role, person: people }: Replies,
): ReadonlyMap<number, RepliesOfPerson> {
  const found = new Map<number, RepliesOfPerson>();
  people.forEach((person, i) => {
    const replied = moments[i]!;
    if (person < 0 || Number.isNaN(replied)) return;
    const own = found.get(person) ?? { role: role[i]!, byDay: new Float64Array(days), count: 0 };
    own.byDay[calendar.dayOf(replied)]! += 1;
    own.count += 1;
    found.set(person, own);
  });
  return found;
}

/** Those with the greatest share of the patients first. */
function peopleOf({ clinic }: Model, role: (typeof ROLES)[number]) {
  return clinic.teams
    .flatMap((spec, team) =>
      Array.from({ length: spec.role === role ? spec.count : 0 }, (_, ordinal) => ({
        team,
        ordinal,
        share: spec.people[ordinal]?.panelShare ?? 1,
      })),
    )
    .sort((a, b) => b.share - a.share || a.team - b.team || a.ordinal - b.ordinal);
}

/** By local day 1 for silence that tells; undefined where not even four weeks of it would. */
function silentDays(
  { calendar, days: length }: Model,
  byDay: Float64Array,
): Uint8Array<ArrayBuffer> | undefined {
  const business = Array.from(byDay.keys()).filter((day) => calendar.isOpenDay(day));
  const sums = new Float64Array(7);
  const counts = new Float64Array(7);
  for (const day of business) {
    sums[calendar.dayOfWeek(day)]! += byDay[day]!;
    counts[calendar.dayOfWeek(day)]! += 1;
  }
  const expected = sums.map((sum, weekday) => (counts[weekday] === 0 ? 0 : sum / counts[weekday]!));
  if (4 * expected.reduce((sum, each) => sum + each, 0) < SILENT) return undefined;
  const silent = new Uint8Array(length);
  let stretch: number[] = [];
  const endStretch = () => {
    const missed = stretch.reduce((sum, day) => sum + expected[calendar.dayOfWeek(day)]!, 0);
    if (missed >= SILENT) silent.fill(1, stretch[0], stretch.at(-1)! + 1);
    stretch = [];
  };
  for (const day of business) {
    if (byDay[day] === 0) stretch.push(day);
    else endStretch();
  }
  endStretch();
  return silent;
}
