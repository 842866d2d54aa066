import {
  type Extract,
  type Fit,
  type FittedParameter,
  leftOutLines,
  type WrittenFit,
} from "../experiment/index.ts";
import { formatPath, parsePath } from "../scenario/index.ts";
import type { Block, Document, DocumentColumn } from "./document.ts";
import { extractDocument } from "./extract-document.ts";
import { brief, fixed } from "./number.ts";
import { counted } from "./words.ts";

/** What was learned from an extract, and what was made of it. */
export interface FitSummary {
  readonly extract: Extract;
  readonly fit: Fit;
  readonly written: WrittenFit;
  /** Where the scenario was written. */
  readonly file: string;
}

const left = (title: string): DocumentColumn => ({ title, align: "left" });
const right = (title: string): DocumentColumn => ({ title, align: "right" });
const wrapping = (title: string): DocumentColumn => ({ title, align: "left", wraps: true });

/** What a planner reads of a fit: what the log says, how well, what is weak, what it could not say, and how good the log is. */
export function fitDocument({ extract, fit, written, file }: FitSummary): Document {
  const { scenario, fitted, borrowed, remarks } = written;
  return [
    {
      type: "title",
      text: scenario.clinic.name,
      under: `learned from ${brief(fit.messages, 0)} messages of ${counted(fit.days, "day")}, ${fit.start} to ${fit.lastDate}`,
    },
    fittedTable(fitted),
    ...goodnessBlocks(fit),
    ...weakBlocks(fitted),
    { type: "heading", text: "What the log cannot tell" },
    borrowedTable(written),
    {
      type: "text",
      sentences: [
        `${counted(borrowed.length, "value")} stand in the scenario as the evidence has them, or as the scenario of --like.`,
        "Put your own numbers where you have them: the ledger at the end of the file says of each what stands behind it.",
      ],
    },
    ...remarkBlocks(fit, remarks),
    ...extractDocument(extract, leftOutLines(fit.leftOut)),
    { type: "heading", text: "What to do next" },
    {
      type: "list",
      tone: "plain",
      mark: "–",
      items: [
        `check opening hours, holidays, promises and the table above in ${file}`,
        `clinicsim validate ${file}`,
        `clinicsim replay ${file} <the same extract>: how far the model may be believed`,
      ],
    },
  ];
}

/** One section for each specialty and team. */
function fittedTable(fitted: readonly FittedParameter[]): Block {
  const groups = [...new Set(fitted.map(({ of }) => of))];
  return {
    type: "table",
    columns: [left(""), wrapping(""), left("95 % interval"), left("")],
    sections: groups.map((group) => ({
      heading: group,
      rows: fitted
        .filter(({ of }) => of === group)
        .map(({ label, value, interval, weak }) => [
          label,
          value,
          interval,
          weak === undefined ? "" : "weak",
        ]),
    })),
  };
}

/** How near laws of delays come to what was seen. */
function goodnessBlocks({ specialties }: Fit): readonly Block[] {
  const rows = specialties.flatMap(({ name, topics, chasers }) => {
    const shared = topics.find(({ ownDelay, delay }) => !ownDelay && delay !== undefined)?.delay;
    const delays = [
      ...(shared === undefined ? [] : [{ what: "next message", delay: shared }]),
      ...topics.flatMap(({ name: topic, ownDelay, delay }) =>
        ownDelay && delay !== undefined ? [{ what: `next message, “${topic}”`, delay }] : [],
      ),
      ...(chasers.delay === undefined ? [] : [{ what: "chaser", delay: chasers.delay }]),
    ];
    return delays.map(({ what, delay: { best, families, came, watched, fitsNone } }) => [
      `${name}: ${what}`,
      fitsNone ? `as seen (${best.family} fits badly)` : best.family,
      fixed(best.distance, 3),
      families
        .slice(1)
        .map(({ family, distance }) => `${family} ${fixed(distance, 3)}`)
        .join(", "),
      few(came),
      few(watched),
    ]);
  });
  if (rows.length === 0) return [];
  return [
    {
      type: "table",
      columns: [
        wrapping(""),
        left("law"),
        right("off by"),
        wrapping("others"),
        right("came"),
        right("did not"),
      ],
      sections: [{ heading: "How well the laws of delays fit", rows }],
    },
    {
      type: "text",
      sentences: [
        "“Off by” is the largest difference, at any time, between the share that had come by then and what the law says: 0.03 is three points in a hundred (the distance of Kolmogorov and Smirnov).",
        "What had not come when it was last seen counts as later or never.",
        "A law that is off by more than five points and more than chance is replaced by what was seen.",
      ],
    },
  ];
}

const SMALLEST_CELL = 5;

function few(count: number): string {
  return count > 0 && count < SMALLEST_CELL ? `< ${SMALLEST_CELL}` : brief(count, 0);
}

/** By reason: what it weakens. */
function weakBlocks(fitted: readonly FittedParameter[]): readonly Block[] {
  const reasons = new Map<string, string[]>();
  for (const { of, label, weak } of fitted) {
    if (weak === undefined) continue;
    const list = reasons.get(weak) ?? [];
    list.push(`${of}, ${label}`);
    reasons.set(weak, list);
  }
  if (reasons.size === 0) return [];
  const items = [...reasons].map(([why, what]) => {
    const first = what.slice(0, 3).join("; ");
    return `${why}: ${what.length > 3 ? `${first}; and ${what.length - 3} more` : first}`;
  });
  return [
    { type: "heading", text: "What is weak, and why" },
    { type: "list", items, tone: "caution", mark: "?" },
  ];
}

/** One section for each specialty, team and kind of rules: what they are called stands above, so that there is room for values. */
function borrowedTable({ borrowed }: WrittenFit): Block {
  const placed = borrowed.map((each) => {
    const [root = "", ...steps] = parsePath(each.path) ?? [each.path];
    const isNamed = steps.length > 1 && (root === "specialties" || root === "staff");
    const within = isNamed ? steps.slice(1) : steps;
    return {
      ...each,
      group: isNamed ? formatPath([root, steps[0]!]) : root,
      place: within.length === 0 ? "all" : formatPath(within),
    };
  });
  const groups = [...new Set(placed.map(({ group }) => group))];
  return {
    type: "table",
    columns: [left("parameter"), wrapping("value"), left("grade"), left("source")],
    sections: groups.map((group) => ({
      heading: group,
      rows: placed
        .filter((each) => each.group === group)
        .map(({ place, value, grade, source }) => [place, value, grade, source]),
    })),
  };
}

function remarkBlocks(
  { quietDates, standIns, specialties }: Fit,
  remarks: readonly string[],
): readonly Block[] {
  const items = [
    ...remarks,
    ...specialties.flatMap(({ name, closedUnanswered: { estimate } }) =>
      estimate > 0.02
        ? [
            `${name}: ${fixed(100 * estimate, 1)} % of first messages got no reply; the scenario takes all of them to need one`,
          ]
        : [],
    ),
    ...(standIns === 0
      ? []
      : [
          `${standIns < SMALLEST_CELL ? `fewer than ${SMALLEST_CELL} people` : `${standIns} people`} of the staff did too little to be counted as posts, or had no role`,
        ]),
    ...(quietDates.length === 0
      ? []
      : [
          `on ${counted(quietDates.length, "business date")} nobody answered anything: ${quietDates.slice(0, 8).join(", ")}${quietDates.length > 8 ? ", …" : ""}; where you were closed, add them to calendar.extraClosed`,
        ]),
  ];
  if (items.length === 0) return [];
  return [
    { type: "heading", text: "To know" },
    { type: "list", items, tone: "caution", mark: "!" },
  ];
}

/** The same as JSON, without what the scenario file has anyhow. */
export function fitJson({ extract, fit, written, file }: FitSummary): string {
  const { fitted, borrowed, remarks, scenario } = written;
  const told = {
    format: "clinicsim/fit/1",
    scenario: { file, name: scenario.clinic.name, hash: scenario.hash },
    extract: {
      from: fit.start,
      to: fit.lastDate,
      days: fit.days,
      timeZone: fit.timeZone,
      messages: extract.counts.messages,
      share: extract.sample.share,
      faults: extract.faults,
      columns: extract.reading.columns,
    },
    fitted,
    delays: fit.specialties.map(({ name, topics, chasers }) => ({
      specialty: name,
      topics: topics.map((topic) => ({
        topic: topic.name,
        own: topic.ownDelay,
        laws: topic.delay?.families ?? [],
      })),
      chasers: chasers.delay?.families ?? [],
    })),
    borrowed,
    remarks: [...remarks],
    quietDates: fit.quietDates,
    warnings: scenario.warnings,
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}
