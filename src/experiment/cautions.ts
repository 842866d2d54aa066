import type { Model, ReplicationResult } from "../model/index.ts";
import { meanInterval } from "../stats/index.ts";
import type { Caution } from "./analysis.ts";
import { roundedUp } from "./rounded-up.ts";
import type { Overloaded, RunKind } from "./run-kind.ts";
import type { SkewedResponse } from "./skewed-responses.ts";

const FEWEST_REPLICATIONS = 10;
/** Weeks of window below which nothing can be said of its course. */
const SHORTEST_COURSE = 8;
/** A backlog has another level if it differs by this share, and by so many messages. */
const SHARE = 0.25;
const MESSAGES = 3;

/** What a reader must know before believing these results. */
export function cautionsOf(
  model: Model,
  results: readonly ReplicationResult[],
  { overloaded, warmUp }: RunKind,
  skewed: readonly SkewedResponse[],
): readonly Caution[] {
  const cautions: Caution[] = [];
  const caution = (code: string, message: string) => void cautions.push({ code, message });
  for (const each of overloaded) {
    caution(
      "overload",
      `${overloadText(each)}: that backlog grows for as long as the run lasts, so waits say how long that was`,
    );
  }
  if (isGrowing(model, results)) {
    caution(
      "still-growing",
      "the backlog is still growing when the window ends: waits depend on the length of the run",
    );
  }
  if (warmUp.verdict === "short") {
    caution(
      "short-warm-up",
      `the warm-up is too short: by MSER the open messages of the first ${warmUp.weeks} weeks differ from those of later ones`,
    );
  }
  if (results.some(({ diagnostics }) => diagnostics.undecided.some((count) => count > 0))) {
    caution(
      "short-run-out",
      "the run ends before some messages were due: they count as promises not kept; a longer run.runOut would tell",
    );
  }
  if (results.length < FEWEST_REPLICATIONS) {
    const many =
      results.length === 1 ? "1 replication has no interval" : `${results.length} replications are few`;
    caution(
      "few-replications",
      `${many}: use at least ${FEWEST_REPLICATIONS}, so that intervals can be relied on`,
    );
  }
  if (skewed.length > 0 && results.length >= FEWEST_REPLICATIONS) {
    const needs = skewed.reduce((most, each) => Math.max(most, each.needs), 0);
    caution(
      "skewed-replications",
      `a few replications differ much from the rest in ${namesOf(skewed)}, so that ${skewed.length === 1 ? "its interval covers less often than it says" : "their intervals cover less often than they say"}; some ${roundedUp(needs)} replications would mend that`,
    );
  }
  return cautions;
}

/** Up to three of them. */
function namesOf(skewed: readonly SkewedResponse[]): string {
  const labels = skewed.slice(0, 3).map(({ label }) => label);
  const others = skewed.length - labels.length;
  if (others > 0) return `${labels.join(", ")} and ${others} more`;
  return labels.length < 2 ? labels.join("") : `${labels.slice(0, -1).join(", ")} and ${labels.at(-1)}`;
}

function overloadText({ team, person, load }: Overloaded): string {
  if (load === Infinity) return `nobody is there for the work of ${person ?? team}`;
  return person === undefined
    ? `${percent(load)} of its hours are asked of ${team}`
    : `${percent(load)} of the hours of ${person} are asked, whatever time the others have`;
}

/** Whether the weekly backlog grows through the window. */
function isGrowing(model: Model, results: readonly ReplicationResult[]): boolean {
  const courses = results.map((result) => backlogInWindow(model, result));
  const weeks = courses[0]?.length ?? 0;
  if (weeks < SHORTEST_COURSE) return false;
  const third = Math.floor(weeks / 3);
  const mean = (from: number, to: number) => courses.map((course) => meanOf(course.subarray(from, to)));
  const [first, middle, last] = [mean(0, third), mean(third, 2 * third), mean(weeks - third, weeks)];
  return isHigher(middle, first) && isHigher(last, middle);
}

/** Whether levels of the same replications are higher: surely, and by enough to matter. */
function isHigher(levels: readonly number[], than: readonly number[]): boolean {
  const { estimate, low } = meanInterval(levels.map((level, i) => level - than[i]!));
  const least = Math.max(MESSAGES, SHARE * meanOf(than));
  return estimate > least && !(low <= 0);
}

function backlogInWindow(
  { windowStart, windowEnd }: Model,
  { diagnostics }: ReplicationResult,
): Float64Array {
  const { weeklyBacklog, weeklyBacklogAt } = diagnostics;
  return weeklyBacklog.filter(
    (_, i) => weeklyBacklogAt[i]! >= windowStart && weeklyBacklogAt[i]! < windowEnd,
  );
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
