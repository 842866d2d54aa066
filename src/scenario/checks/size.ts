import { pow } from "../../random/index.ts";
import { DAYS_PER_YEAR, MINUTES_PER_DAY } from "../../units.ts";
import { readDate } from "../dates/date.ts";
import { errorAt, type PlacedIssue } from "../issue-list.ts";
import { LIMITS } from "../limits.ts";
import { readDuration } from "../quantities/duration.ts";
import { readGrowth } from "../quantities/per-year.ts";
import { checked } from "../quantities/reading.ts";
import { readVolume } from "../quantities/volume.ts";
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
    const expected = messagesOf(specialty, first, days);
    messages += expected;
    issues.push(
      ...tooMany(
        [...path, "demand", "volume"],
        expected,
        LIMITS.messages,
        "messages expected in a replication",
      ),
    );
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

/** Messages expected in a run, rounded up: no thread is longer than its follow-ups make it. */
function messagesOf(
  { patients, portalShare, demand, topics }: SoundSpecialty,
  first: number,
  days: number,
): number {
  if (patients === undefined || portalShare === undefined || demand?.volume === undefined) return 0;
  const { rate, per } = checked(readVolume(demand.volume));
  const most = Math.max(0, ...entriesOf(topics).map(([, { followUp }]) => followUp?.probability ?? 0));
  const rounds = demand.counts === "new threads" ? 1 / (1 - most) : 1;
  const perDay = rate * (per === "portal patient" ? patients * portalShare : 1) * MINUTES_PER_DAY * rounds;
  const timeline = (demand.timeline ?? []).map(({ from, to, factor }) => ({
    from: checked(readDate(from)),
    to: checked(readDate(to)),
    factor,
  }));
  const growthFrom = demand.growth?.from;
  const growthRate = demand.growth?.rate;
  let factors = 0;
  for (let day = first; day < first + days; day++) {
    let factor = 1;
    for (const entry of timeline) if (day >= entry.from && day <= entry.to) factor *= entry.factor;
    if (growthFrom !== undefined && growthRate !== undefined) {
      const years = Math.max(0, day - checked(readDate(growthFrom))) / DAYS_PER_YEAR;
      factor *= pow(1 + checked(readGrowth(growthRate)), years);
    }
    factors += factor;
  }
  return perDay * factors;
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
