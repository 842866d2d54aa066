import {
  type Analysis,
  analyse,
  type Comparison,
  type ComparisonRow,
  commonResponses,
  type WeeklyBacklog,
  weeklyBacklogOf,
} from "../../experiment/index.ts";
import { type ReplicationResult, type ResponseDefinition, responseDefinitions } from "../../model/index.ts";
import {
  type Document,
  differenceText,
  GROUP_HEADINGS,
  runDocument,
  type Summary,
  summarise,
  valueText,
  winsText,
} from "../../report/index.ts";
import type { Subject } from "./subject.ts";

/** A response as the page shows it. */
export interface ViewRow {
  readonly response: string;
  readonly label: string;
  readonly heading: string;
  readonly doc: string;
  readonly value: string;
  readonly unit: string;
  /** Empty where there is none yet. */
  readonly interval: string;
  /** Whether it is one of those that decide. */
  readonly primary: boolean;
  /** Against the pinned result, in the same worlds; without an interval where these are too few to compare. */
  readonly change?: ViewChange;
}

interface ViewChange {
  readonly base: string;
  readonly difference: string;
  readonly unit: string;
  readonly interval: string;
  readonly wins: string;
  readonly conclusion: ComparisonRow["conclusion"];
}

/** Results so far, ready to be drawn. Plain data. */
export interface View {
  /** Whole worlds: none at a first look. */
  readonly done: number;
  readonly total: number;
  /** Only at a first look: the dates that it measures, of the beginning of one world. */
  readonly measured?: { readonly first: string; readonly last: string };
  readonly rows: readonly ViewRow[];
  readonly backlog: BacklogView;
  /** Whether it is the very scenario that is pinned, so that there is nothing to compare. */
  readonly isPinned: boolean;
  /** Of the pinned result, if there is another one. */
  readonly pinnedBacklog?: BacklogView;
  /** Worlds of the comparison; absent without one. */
  readonly compared?: number;
  readonly cautions: readonly string[];
  /** What `clinicsim run` prints; only when all worlds are there. */
  readonly document?: Document;
}

/** Open messages by week, each with its ISO date. */
export interface BacklogView extends Omit<WeeklyBacklog, "at"> {
  readonly dates: readonly string[];
}

export interface ViewOptions {
  readonly primary: ReadonlySet<string>;
  /** Whether the one result is of the beginning of a world, and the subject's model of no more. */
  readonly isFirstLook?: boolean;
  /** Whether it is the very scenario that is pinned. */
  readonly isPinned?: boolean;
  readonly comparison?: Comparison;
  readonly pinned?: { readonly subject: Subject; readonly results: readonly ReplicationResult[] };
}

/** What results of a scenario look like. */
export function viewOf(
  subject: Subject,
  results: readonly ReplicationResult[],
  { primary, comparison, pinned, isFirstLook = false, isPinned = false }: ViewOptions,
): View {
  const { scenario, model, plan } = subject;
  const total = plan.replications.length;
  const isShown = ({ headline, name }: ResponseDefinition) => headline || primary.has(name);
  const whole =
    results.length === total && !isFirstLook ? summarise(scenario, model, plan.seed, results) : undefined;
  const analysis: Analysis = whole?.analysis ?? analyse(model, results, { seed: plan.seed, only: isShown });
  const changes = new Map<string, Change>(
    comparison?.alternatives[0]?.rows.map((row) => [row.response, row]) ??
      seenSoFar(subject, analysis, results.length, pinned, isShown),
  );
  return {
    done: isFirstLook ? 0 : results.length,
    total,
    ...(isFirstLook ? { measured: measuredDates(subject) } : {}),
    rows: analysis.rows
      .filter(({ headline, response }) => headline || primary.has(response))
      .map((row) => {
        const change = changes.get(row.response);
        return {
          response: row.response,
          label: row.label,
          heading: GROUP_HEADINGS[row.group],
          doc: row.doc,
          ...valueText(row),
          primary: primary.has(row.response),
          ...(change === undefined ? {} : { change: changeOf(change) }),
        };
      }),
    backlog: backlogView(subject, results),
    isPinned,
    ...(pinned === undefined ? {} : { pinnedBacklog: backlogView(pinned.subject, pinned.results) }),
    ...(comparison === undefined ? {} : { compared: comparison.replications.length }),
    cautions: [...(whole?.cautions ?? []), ...(comparison?.cautions ?? [])]
      .filter(({ code }) => code !== "scenario-warnings") // they stand beside, themselves
      .map(({ message }) => message)
      .filter((message, i, all) => all.indexOf(message) === i),
    ...(whole === undefined ? {} : { document: runDocument(withoutWarnings(whole)) }),
  };
}

type Change = Pick<
  ComparisonRow,
  | "unit"
  | "base"
  | "own"
  | "difference"
  | "low"
  | "high"
  | "joint"
  | "wins"
  | "ties"
  | "losses"
  | "better"
  | "conclusion"
>;

/** Differences from what is pinned in as many worlds, or beginnings of worlds, where there are too few for a comparison: without intervals. */
function* seenSoFar(
  subject: Subject,
  { rows }: Analysis,
  worlds: number,
  pinned: ViewOptions["pinned"],
  only: (definition: ResponseDefinition) => boolean,
): Generator<readonly [string, Change]> {
  if (pinned === undefined || pinned.results.length !== worlds || !isSameWorld(subject, pinned.subject))
    return;
  const { plan, model } = pinned.subject;
  const { common } = commonResponses([model, subject.model].map(responseDefinitions));
  const before = analyse(model, pinned.results, { seed: plan.seed, only }).rows;
  for (const base of before) {
    const own = rows.find(({ response }) => response === base.response);
    if (own === undefined || common.every(({ definition }) => definition.name !== base.response)) continue;
    const { unit, better } = own;
    const none = { low: Number.NaN, high: Number.NaN, wins: 0, ties: 0, losses: 0 };
    const difference = own.estimate - base.estimate;
    yield [own.response, { unit, better, base, own, difference, ...none, conclusion: "unclear" }];
  }
}

/** Whether two measure the same time by the same random numbers. */
function isSameWorld(one: Subject, other: Subject): boolean {
  const windowOf = ({ model }: Subject) => JSON.stringify(measuredDates({ model }));
  return one.plan.seed === other.plan.seed && windowOf(one) === windowOf(other);
}

function changeOf(row: Change): ViewChange {
  const { value, unit } = valueText({ unit: row.unit, ...row.base });
  return {
    base: unit === "%" ? `${value} %` : value,
    ...differenceText(row),
    wins: winsText(row),
    conclusion: row.conclusion,
  };
}

function backlogView({ model }: Subject, results: readonly ReplicationResult[]): BacklogView {
  const { at, ...lines } = weeklyBacklogOf(results);
  const { calendar } = model;
  return { ...lines, dates: at.map((moment) => calendar.dateOf(calendar.dayOf(moment))) };
}

function measuredDates({ model }: Pick<Subject, "model">): NonNullable<View["measured"]> {
  const { calendar, windowStart, windowEnd } = model;
  return {
    first: calendar.dateOf(calendar.dayOf(windowStart)),
    last: calendar.dateOf(calendar.dayOf(windowEnd) - 1),
  };
}

/** The page shows a scenario's warnings themselves, beside it. */
function withoutWarnings(summary: Summary): Summary {
  return { ...summary, cautions: summary.cautions.filter(({ code }) => code !== "scenario-warnings") };
}
