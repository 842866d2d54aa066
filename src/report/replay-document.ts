import type { Banded, Check, ComparedGroup, PersonReplies } from "../experiment/index.ts";
import { GRADE_WORDS } from "../scenario/index.ts";
import type { Block, Document, DocumentColumn, TableSection } from "./document.ts";
import { fixed, percent } from "./number.ts";
import {
  changeSentences,
  checkText,
  gradeSentences,
  leftOutSentences,
  notJudgedItems,
  offText,
  pathSentences,
  scaleText,
} from "./replay-sentences.ts";
import type { ReplaySummary } from "./replay-summary.ts";
import { sparkline } from "./sparkline.ts";

const STAGES: Readonly<Record<Check["stage"], string>> = {
  demand: "What patients send, as the scenario draws it",
  replies: "First replies to what was recorded",
  backlog: "Messages without a reply",
  people: "Who replies, and when",
};
/** Faults that are told of with what to look at. */
const MOST_FAULTS = 5;

/** What a planner reads after a replay: the grade, what to mend first, and every comparison. */
export function replayDocument(summary: ReplaySummary): Document {
  const { report } = summary;
  return [
    replayTitle(summary),
    gradeBlock(summary),
    ...mendBlocks(summary),
    ...notJudgedBlocks(summary),
    { type: "text", sentences: changeSentences(report) },
    checksTable(summary),
    groupsTable(summary),
    ...peopleBlocks(summary),
    ...pathLines(summary),
    { type: "text", sentences: [...pathSentences(report), ...leftOutSentences(summary)] },
  ].filter((block) => block.type !== "text" || block.sentences.length > 0) as Document;
}

export function replayTitle({ scenario, report, seed }: ReplaySummary): Block {
  return {
    type: "title",
    text: `${scenario}: graded ${report.grade}`,
    under: `record of ${report.start} to ${report.to} · judged from ${report.from} on · ${report.replications.length} worlds · seed ${seed}`,
  };
}

export function gradeBlock(summary: ReplaySummary): Block {
  const { grade } = summary.report;
  return {
    type: "answer",
    question: `How far may “${summary.scenario}” be believed?`,
    answer: `${grade}: it ${GRADE_WORDS[grade]}.`,
    sentences: gradeSentences(summary),
    tone: grade === "A" ? "good" : grade === "D" ? "bad" : "caution",
  };
}

/** What contributes most to a grade that is not an A. */
export function mendBlocks({ report: { faults } }: ReplaySummary): readonly Block[] {
  if (faults.length === 0) return [];
  return [
    { type: "heading", text: "What to mend first" },
    {
      type: "entries",
      entries: faults.slice(0, MOST_FAULTS).map((fault) => ({
        term: checkText(fault),
        note: offText(fault),
        texts: [`look at ${fault.mend}`],
      })),
    },
  ];
}

/** What the grade says nothing of. */
export function notJudgedBlocks({ report }: ReplaySummary): readonly Block[] {
  return [
    { type: "heading", text: "Not judged" },
    { type: "list", items: notJudgedItems(report), tone: "plain", mark: "–" },
  ];
}

export function checksTable({ report: { checks } }: ReplaySummary): Block {
  const stages = [...new Set(checks.map(({ stage }) => stage))];
  return {
    type: "table",
    columns: [
      { title: "", align: "left", wraps: true },
      ...numbers("recorded", "predicted", "9 of 10 worlds", "off"),
    ],
    sections: stages.map(
      (stage): TableSection => ({
        heading: STAGES[stage],
        rows: checks.filter((check) => check.stage === stage).map(checkRow),
      }),
    ),
  };
}

function checkRow(check: Check): readonly string[] {
  const { label, scale, recorded, predicted, off, apart } = check;
  return [
    label,
    scaleText(scale, recorded),
    scaleText(scale, predicted),
    bandText(check, (value) => scaleText(scale, value)),
    off > 0 ? `${fixed(apart, 1)} ×` : "no",
  ];
}

export function groupsTable({ report: { groups, promise } }: ReplaySummary): Block {
  const section = (kind: ComparedGroup["kind"], heading: string): TableSection => ({
    heading,
    rows: groups.filter((group) => group.kind === kind).map(groupRow),
  });
  return {
    type: "table",
    columns: [
      { title: `share that keeps “${promise}”`, align: "left", wraps: true },
      ...numbers("messages", "recorded", "predicted", "9 of 10 worlds", "energy", "chance"),
    ],
    sections: [
      section("all", "All"),
      section("topic", "By topic"),
      section("weekday", "By weekday of sending"),
    ].filter(({ rows }) => rows.length > 0),
  };
}

function groupRow({ name, messages, share, energy, chance }: ComparedGroup): readonly string[] {
  const text = (value: number) => percent(value, 0);
  return [
    name,
    String(messages),
    text(share.recorded),
    text(share.predicted),
    bandText(share, text),
    fixed(energy, 3),
    fixed(chance, 2),
  ];
}

const ROLES: Readonly<Record<string, string>> = {
  clerk: "clerk or assistant",
  nurse: "nurse or pharmacist",
  physician: "physician",
};

export function peopleBlocks({ report: { people } }: ReplaySummary): readonly Block[] {
  if (people.length === 0) return [];
  const table = (title: string, of: (person: PersonReplies) => Banded): Block => ({
    type: "table",
    columns: [{ title, align: "left", wraps: true }, ...numbers("recorded", "predicted", "9 of 10 worlds")],
    sections: [{ rows: people.map((person) => personRow(person, of(person))) }],
  });
  return [
    table("replies a week of each person, the busiest first", (person) => person),
    table("minutes a week of each person from one reply to the next", ({ minutes }) => minutes),
    {
      type: "text",
      sentences: [
        "Minutes are counted by the same rule on both sides: from one reply of a person to the next, where these are no more than half an hour apart.",
        "Other work in between is in them, and the first message of a sitting is not; they are told, and not graded.",
      ],
    },
  ];
}

function personRow({ role, rank }: PersonReplies, banded: Banded): readonly string[] {
  const text = (value: number) => fixed(value, 1);
  return [`${ROLES[role]} ${rank}`, text(banded.recorded), text(banded.predicted), bandText(banded, text)];
}

/** The weekly shares in time, recorded over predicted. */
function pathLines({ report: { weekly } }: ReplaySummary): readonly Block[] {
  const line = (values: readonly number[], most: number) =>
    sparkline(
      values.map((value) => (Number.isNaN(value) ? 0 : value)),
      most,
    );
  const most = (...paths: readonly (readonly number[])[]) =>
    paths.flat().reduce((top, value) => (value > top ? value : top), 0);
  const { share, backlog } = weekly;
  const open = most(backlog.recorded, backlog.predicted);
  const start = share.weeks[0];
  if (start === undefined) return [];
  return [
    { type: "heading", text: `Week by week from ${start}` },
    {
      type: "entries",
      entries: [
        { term: "share in time", note: "recorded", texts: line(share.recorded, 1) },
        { term: "share in time", note: "predicted", texts: line(share.predicted, 1) },
        {
          term: "backlog",
          note: `recorded, up to ${fixed(most(backlog.recorded), 0)}`,
          texts: line(backlog.recorded, open),
        },
        {
          term: "backlog",
          note: `predicted, up to ${fixed(most(backlog.predicted), 0)}`,
          texts: line(backlog.predicted, open),
        },
      ],
    },
  ];
}

function numbers(...titles: readonly string[]): readonly DocumentColumn[] {
  return titles.map((title) => ({ title, align: "right" }));
}

function bandText({ low, high }: Pick<Banded, "low" | "high">, text: (value: number) => string): string {
  return Number.isNaN(low) ? "–" : `${text(low)} to ${text(high)}`;
}
