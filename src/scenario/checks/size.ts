import { pow } from "../../random/index.ts";
import { DAYS_PER_YEAR, MINUTES_PER_DAY } from "../../units.ts";
import { readDate } from "../dates/date.ts";
import { errorAt, type PlacedIssue } from "../issue-list.ts";
import { LIMITS } from "../limits.ts";
import { readDuration } from "../quantities/duration.ts";
import { readEvents } from "../quantities/events.ts";
import { readGrowth } from "../quantities/per-year.ts";
import { checked } from "../quantities/reading.ts";
import { readFlareRate, readVolume, type Volume } from "../quantities/volume.ts";
import { readWorkVolume } from "../quantities/work-volume.ts";
import { type Check, entriesOf, type SoundDocument, type SoundSpecialty } from "./check.ts";

/** One replication, and all of them, fit into memory and a day. */
export const checkSize: Check = (document) => {
  const { run, staff } = document;
  if (
    run?.start === undefined ||
    run.warmUp === undefined ||
    run.length === undefined ||
    run.runOut === undefined
  )
    return [];
  const first = checked(readDate(run.start));
  const days = [run.warmUp, run.length, run.runOut].reduce(
    (sum, text) => sum + checked(readDuration(text)) / MINUTES_PER_DAY,
    0,
  );
  if (days > LIMITS.runDays) return [];
  const people = entriesOf(staff).reduce((sum, [, { count }]) => sum + (count ?? 0), 0);
  const issues = tooMany(["staff"], people, LIMITS.people, "people");
  issues.push(
    ...tooMany(["staff"], people * days, LIMITS.personDays, "days of people to draw in a replication"),
  );
  let messages = 0;
  for (const [name, specialty] of entriesOf(document.specialties)) {
    const path = ["specialties", name];
    for (const { at, expected } of messagesOf(specialty, first, days)) {
      messages += expected;
      issues.push(
        ...tooMany([...path, ...at], expected, LIMITS.messages, "messages expected in a replication"),
      );
    }
    for (const [work, pieces] of workOf(document, specialty, days)) {
      const at = [...path, "otherWork", work, "volume"];
      issues.push(...tooMany(at, pieces, LIMITS.work, "pieces of work expected in a replication"));
    }
  }
  const all = messages * (run.replications ?? 1);
  return [
    ...issues,
    ...tooMany(["run", "replications"], all, LIMITS.allMessages, "messages expected in all replications"),
  ];
};

function tooMany(path: readonly string[], value: number, most: number, what: string): PlacedIssue[] {
  if (value <= most) return [];
  return [errorAt(path, { code: "too-large", message: `${Math.round(value)} ${what}, more than ${most}` })];
}

/** Messages expected in a run by where they come from, rounded up: no thread is longer than its follow-ups and chasers make it. */
function messagesOf(
  specialty: SoundSpecialty,
  first: number,
  days: number,
): readonly { readonly at: readonly string[]; readonly expected: number }[] {
  const { patients, portalShare, demand, topics, triggers, flares, impatience } = specialty;
  if (patients === undefined || portalShare === undefined) return [];
  const most = Math.max(0, ...entriesOf(topics).map(([, { followUp }]) => followUp?.probability ?? 0));
  const chased = 1 + (impatience?.chaser?.probability ?? 0);
  const ofThread = chased / (1 - most);
  const perDay = ({ rate, per }: Volume) =>
    rate * (per === "portal patient" ? patients * portalShare : 1) * MINUTES_PER_DAY;
  const found: { at: readonly string[]; expected: number }[] = [];
  if (demand?.volume !== undefined) {
    const each = demand.counts === "new threads" ? ofThread : chased;
    const expected =
      perDay(checked(readVolume(demand.volume))) * each * factorDays(demand, first, first + days);
    found.push({ at: ["demand", "volume"], expected });
  }
  for (const [name, { events, probability }] of entriesOf(triggers)) {
    if (events === undefined) continue;
    const expected = checked(readEvents(events)) * days * (probability ?? 1) * ofThread;
    found.push({ at: ["triggers", name, "events"], expected });
  }
  if (flares?.rate !== undefined) {
    const expected = perDay(checked(readFlareRate(flares.rate))) * days * (flares.messages ?? 1) * ofThread;
    found.push({ at: ["flares", "rate"], expected });
  }
  return found;
}

/**
 * Days from `first` to before `end`, each counted as often as timeline and growth multiply its volume; growth
 * as at the end of a stretch.
 */
function factorDays(demand: NonNullable<SoundSpecialty["demand"]>, first: number, end: number): number {
  const timeline = (demand.timeline ?? []).map(({ from, to, factor }) => ({
    from: checked(readDate(from)),
    until: checked(readDate(to)) + 1,
    factor,
  }));
  const { from, rate } = demand.growth ?? {};
  const growthFrom = from === undefined ? end : checked(readDate(from));
  const perYear = rate === undefined ? 1 : 1 + checked(readGrowth(rate));
  const years = Array.from({ length: Math.ceil((end - first) / 365) }, (_, i) => first + 365 * i);
  const cuts = new Set([first, end, ...years, ...timeline.flatMap((entry) => [entry.from, entry.until])]);
  const bounds = [...cuts].filter((day) => day >= first && day <= end).sort((a, b) => a - b);
  let sum = 0;
  for (const [i, begin] of bounds.slice(0, -1).entries()) {
    const until = bounds[i + 1]!;
    const active = timeline.filter((entry) => entry.from <= begin && entry.until >= until);
    const factor = active.reduce((product, entry) => product * entry.factor, 1);
    const grown = perYear > 1 ? pow(perYear, Math.max(0, until - growthFrom) / DAYS_PER_YEAR) : 1;
    sum += (until - begin) * factor * grown;
  }
  return sum;
}

function workOf(
  { staff }: SoundDocument,
  { otherWork }: SoundSpecialty,
  days: number,
): readonly (readonly [string, number])[] {
  return entriesOf(otherWork).map(([name, { volume, team }]) => {
    if (volume === undefined || team === undefined) return [name, 0];
    const { perBusinessDay, per } = checked(readWorkVolume(volume));
    const people = per === "team" ? 1 : (staff?.[team]?.count ?? 0);
    return [name, perBusinessDay * people * days];
  });
}
