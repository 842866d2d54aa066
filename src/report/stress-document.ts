import type { Bounded, StressResult } from "../experiment/index.ts";
import { cautionsBlock } from "./cautions-block.ts";
import type { Block, Document, DocumentColumn, DocumentEntry } from "./document.ts";
import { fixed, percent } from "./number.ts";
import { sparkline } from "./sparkline.ts";
import { givenText } from "./staffing-values.ts";
import { stressReasons } from "./stress-reasons.ts";
import type { StressSummary } from "./stress-summary.ts";
import { counted, daysText } from "./words.ts";

/** What a planner reads after a battery: a table, a chart, what to think of it, what each stress is. */
export function stressDocument(summary: StressSummary): Document {
  const { report, cautions, seed } = summary;
  const { stresses, replications } = report;
  const [only] = replications;
  const worlds = replications.length === 1 ? `world ${only}` : `the same ${replications.length} worlds`;
  return [
    {
      type: "title",
      text: summary.scenario,
      under: `${counted(stresses.length, "stress", "stresses")} against “${report.base}” in ${worlds} · seed ${seed}`,
    },
    ...(stresses.length === 0 ? [] : [table(summary), ...chart(summary), notesBlock(summary)]),
    ...stressReasonsEntries(summary),
    ...cautionsBlock(cautions),
  ];
}

/** The table of all stresses and how to read it; nothing where there are none. */
export function stressTable(summary: StressSummary): Document {
  return summary.report.stresses.length === 0 ? [] : [table(summary), notesBlock(summary)];
}

/** What each stress is, and why it is not stood; and those that do not apply. */
export function stressReasonsEntries({ report }: StressSummary): Document {
  const { stresses, leftOut } = report;
  return [
    {
      type: "entries",
      entries: stresses.map((stress) => ({
        term: stress.name,
        note: stress.verdict,
        texts: [stress.doc, ...stressReasons(stress, report)],
      })),
    },
    ...(leftOut.length === 0
      ? []
      : [
          {
            type: "list",
            items: leftOut.map(({ name, why }) => `${name} does not apply: ${why}`),
            tone: "faint",
            mark: "·",
          } as const,
        ]),
  ];
}

const notesBlock = (summary: StressSummary): Block => ({ type: "text", sentences: notes(summary) });

function table({ report: { stresses, watched } }: StressSummary): Block {
  const right = (title: string): DocumentColumn => ({ title, align: "right" });
  return {
    type: "table",
    columns: [
      { title: "", align: "left" },
      right("peak backlog"),
      right("worst week"),
      right("evening min"),
      right("days to recover"),
      { title: "", align: "left" },
    ],
    sections: [
      {
        rows: stresses.map((stress) => [
          stress.name,
          `${fixed(stress.peak.estimate, 0)} (${fixed(stress.peak.base, 0)})`,
          worstText(stress),
          stress.evenings === undefined ? "–" : signed(stress.evenings),
          recoveryText(stress, watched),
          stress.verdict,
        ]),
      },
    ],
  };
}

function worstText({ promises, worst }: StressResult): string {
  const week = promises.find(({ promise }) => promise === worst)?.worstWeek;
  return week === undefined ? "–" : `${percent(week.share.estimate, 0)} (${fixed(week.base * 100, 0)})`;
}

function signed({ estimate, low, high }: Bounded): string {
  const text = fixed(estimate, high - low < 6 ? 1 : 0);
  return Number(text.replace("−", "-")) > 0 ? `+${text}` : text;
}

function recoveryText({ recovery }: StressResult, watched: number): string {
  const { estimate, low, high } = recovery;
  const day = (value: number) => (value === Number.POSITIVE_INFINITY ? "∞" : fixed(value, 0));
  if (estimate === Number.POSITIVE_INFINITY) return `not within ${daysText(watched)}`;
  if (Number.isNaN(low) || low === high) return day(estimate);
  return `${day(estimate)} (${day(low)}–${day(high)})`;
}

/** The backlog above the plan's own, each on its own scale. */
function chart({ report: { stresses } }: StressSummary): Block[] {
  const entries = stresses.map(({ name, path, peak }): DocumentEntry => {
    const most = peak.more.estimate;
    const lines =
      most > 0.5
        ? sparkline(
            path.map(({ more }) => more.estimate),
            most,
          )
        : [];
    return {
      term: name,
      note: `${most > 0.5 ? `up to ${fixed(most, 0)} more` : "hardly any more"} from ${path[0]?.date ?? ""}`,
      texts: lines,
    };
  });
  return [
    { type: "heading", text: "More open messages than without the stress, a mark for each business day" },
    { type: "entries", entries },
  ];
}

function notes({
  report: { recoverWithin, watched, confidence, decidedAt },
}: StressSummary): readonly string[] {
  return [
    "Peak and worst week are those that the stress makes worst, in brackets the same morning and week without it; the worst week is that of the promise that is then furthest below its target. Evening minutes are each physician's after hours, more than without, until the end of the watch.",
    `Days to recover count from the end of a stress until the backlog is back for a week, in the mean over worlds; each is watched for ${daysText(watched)}.`,
    `A plan stands a stress if the backlog is back within ${daysText(recoverWithin)} and every promise is kept for the messages sent in the four weeks from its beginning, or as long as it lasts.`,
    ...(decidedAt > confidence
      ? [
          `Intervals are shown at ${givenText(confidence, "share")}; verdicts go by ${givenText(decidedAt, "share")}, since the worlds were looked at more than once.`,
        ]
      : []),
  ];
}
