import type { ReplyColumns } from "../../model/index.ts";
import { quantile, sorted } from "../../stats/index.ts";
import { changeOf } from "./change.ts";
import { BAND, type Check, checkMeasure, checkSize, isCheck, risksOf, tooVague } from "./check.ts";
import { compareGroup, quantilePairs } from "./compare-groups.ts";
import { backlogCourse, shareCourse, threadCourse, toldWeeks } from "./courses.ts";
import { demandMeasures, drawnColumns, sentColumns } from "./demand-measures.ts";
import { gradeOf } from "./grade.ts";
import { type NotJudged, STAGES, type Term } from "./measure.ts";
import { drawnReplies, outcomesOf } from "./outcomes.ts";
import { peopleReplies } from "./people.ts";
import { absenceMeasures } from "./people-measures.ts";
import { pooledLeftOut } from "./pooled-left-out.ts";
import type { ReplayReport } from "./replay-report.ts";
import type { ReplayView } from "./replay-view.ts";
import { replyGroups, replyMeasures } from "./reply-measures.ts";
import type { SeenRecord } from "./seen-record.ts";
import { unjudgedParts } from "./unjudged-parts.ts";
import { type TracedPath, tracePath } from "./weekly-path.ts";

/** √ of the coefficient between exponential waits of means 1 and 1.25. */
const ENERGY = 0.11;
const OUTSIDE = 0.2;

/** Holds a record against replications of a model: with its arrivals, and with arrivals that the model draws. */
export function judge(
  view: ReplayView,
  replayed: readonly ReplyColumns[],
  drawn: readonly ReplyColumns[],
  fitted?: SeenRecord,
): Omit<ReplayReport, "replications"> {
  const { recorded, model, from } = view;
  const { arrivals, outcomes, end } = recorded;
  const own = outcomes;
  const replications = replayed.map((columns) => outcomesOf(columns, arrivals, end));
  const hours = Array.from(view.firsts, (i) => view.openHours(i, own));
  const scale = Math.max(1, Math.min(quantile(sorted(hours), 0.5), 1000));
  const groups = replyGroups(view).map((group) => compareGroup(view, group, own, replications, scale));
  const [all] = groups;
  const sent = sentColumns(view);
  const shares = replications.map((outcomes) => shareCourse(view, outcomes));
  const share = trace(view, shareCourse(view, own), shares);
  const backlog = trace(
    view,
    backlogCourse(view, own),
    replications.map((each) => backlogCourse(view, each)),
  );
  const threads = trace(
    view,
    threadCourse(view, sent),
    drawn.map((each) => threadCourse(view, each)),
  );
  const change = changeOf(shareCourse(view, own), shares);
  const replyTerms = replyMeasures(view);
  const demandTerms = demandMeasures(view);
  const absenceTerms = absenceMeasures(view);
  const measures = [...replyTerms, ...demandTerms, ...absenceTerms].filter((term) => "of" in term);
  const risks = risksOf(measures);
  const most = model.calendar.business.between(model.calendar.dayStart(from), end) / 60;
  const compare = <T>(terms: readonly Term<T>[], record: T, worlds: readonly T[]) =>
    terms.map((term) => {
      if (!("of" in term)) return term;
      return checkMeasure(term, record, worlds, { risk: risks[term.headline ? "headline" : "other"], most });
    });
  const found: readonly (Check | NotJudged)[] = [
    ...compare(
      demandTerms,
      sent,
      drawn.map((columns) => drawnColumns(columns, end)),
    ),
    ...compare(replyTerms, own, replications),
    ...compare(
      absenceTerms,
      own,
      drawn.map((columns) => drawnReplies(columns, end)),
    ),
    pathCheck("demand", "new threads", "demand.timeline and demand.dayFactor", threads),
    pathCheck(
      "replies",
      "shares in time",
      "what changes from week to week: absence, timeline, other work",
      share,
    ),
    pathCheck(
      "backlog",
      "backlogs",
      "what changes from week to week: absence, timeline, other work",
      backlog,
    ),
    checkSize(
      {
        stage: "replies",
        label: "distance of first replies from what is predicted",
        scale: "energy",
        tolerance: ENERGY,
        mend: "how long replies take: staff hours, absence, other work, topics.*.minutes",
      },
      Math.sqrt(all!.compared.energy),
      all!.energies.map(Math.sqrt),
    ),
    "check" in change ? change.check : change,
  ];
  const compared = found.filter(isCheck);
  const headlines = measures.filter(({ headline }) => headline).length;
  const checks = STAGES.flatMap((stage) => compared.filter((check) => check.stage === stage));
  return {
    start: model.calendar.dateOf(0),
    from: model.calendar.dateOf(from),
    to: model.calendar.dateOf(recorded.days - 1),
    messages: arrivals.sent.length,
    judged: view.firsts.length,
    promise: view.promises[0]!.name,
    ...gradeOf(checks, headlines, fitted !== undefined),
    checks,
    notJudged: [
      ...unjudgedParts(recorded.leftOut),
      ...found.flatMap((each) => (isCheck(each) ? tooVague(each) : [each])),
    ],
    ...(fitted === undefined ? {} : { fitted }),
    ...("check" in change && change.isSure
      ? { change: { date: view.dateOfWeek(change.week), step: change.step } }
      : {}),
    groups: groups.map(({ compared }) => compared),
    quantiles: quantilePairs(view, own, replications),
    weekly: {
      share: share.path,
      backlog: toldWeeks(view, backlog.path),
      threads: toldWeeks(view, threads.path),
    },
    people: peopleReplies(view, replications),
    leftOut: pooledLeftOut(recorded.leftOut),
  };
}

function pathCheck(
  stage: Check["stage"],
  label: string,
  mend: string,
  { outside, usual }: TracedPath,
): Check | NotJudged {
  return checkSize(
    {
      stage,
      label: `weeks with ${label} outside the band of ${Math.round(BAND * 100)} %`,
      scale: "path",
      tolerance: OUTSIDE,
      mend,
    },
    outside,
    usual,
  );
}

function trace(view: ReplayView, own: readonly number[], others: readonly (readonly number[])[]): TracedPath {
  const weeks = Array.from({ length: view.weeks }, (_, week) => view.dateOfWeek(week));
  return tracePath(weeks, view.firstWeek, own, others);
}
