import type { Bounded, StressResult } from "../experiment/index.ts";
import type { Block, Document, DocumentColumn } from "./document.ts";
import { brief, fixed, percent } from "./number.ts";
import { sparkline } from "./sparkline.ts";
import type { StressSummary } from "./stress-summary.ts";
import { valueText } from "./value-text.ts";
import { counted, daysText } from "./words.ts";

/** What a planner reads after a battery: a table, a chart, what to think of it, what each stress is. */
export function stressDocument(summary: StressSummary): Document {
  const { report, cautions, seed } = summary;
  const { stresses, replications, leftOut } = report;
  const [only] = replications;
  const worlds = replications.length === 1 ? `world ${only}` : `the same ${replications.length} worlds`;
  return [
    {
      type: "title",
      text: summary.scenario,
      under: `${counted(stresses.length, "stress", "stresses")} against “${report.base}” in ${worlds} · seed ${seed}`,
    },
    ...(stresses.length === 0 ? [] : [table(summary), ...chart(summary)]),
    ...(stresses.length === 0 ? [] : [{ type: "text", sentences: notes(summary) } as const]),
    { type: "list", items: stresses.map((stress) => sentence(stress, report)), tone: "plain", mark: "–" },
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
    ...(cautions.length === 0
      ? []
      : [
          {
            type: "list",
            items: cautions.map(({ message }) => message),
            tone: "caution",
            mark: "!",
          } as const,
        ]),
  ];
}

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
          `${numberOf(stress.peak)} (${numberOf({ ...stress.peak, estimate: stress.peak.base })})`,
          worstText(stress),
          stress.evenings === undefined ? "–" : signed(stress.evenings),
          recoveryText(stress, watched),
          stress.verdict,
        ]),
      },
    ],
  };
}

/** With the digits that its interval bears out. */
function numberOf({ estimate, low, high }: Bounded): string {
  return valueText({ unit: "", estimate, low, high }).value;
}

function worstText({ promises, worst }: StressResult): string {
  const week = promises.find(({ promise }) => promise === worst)?.worstWeek;
  return week === undefined ? "–" : `${percent(week.share.estimate, 0)} (${fixed(week.base * 100, 0)})`;
}

function signed(evenings: Bounded): string {
  const text = numberOf(evenings);
  return evenings.estimate > 0 ? `+${text}` : text;
}

function recoveryText({ recovery }: StressResult, watched: number): string {
  const { estimate, low, high } = recovery;
  const day = (value: number) => (value === Number.POSITIVE_INFINITY ? "∞" : fixed(value, 0));
  if (estimate === Number.POSITIVE_INFINITY) return `not within ${daysText(watched)}`;
  if (Number.isNaN(low) || low === high) return day(estimate);
  return `${day(estimate)} (${day(low)}–${day(high)})`;
}

/** The backlog above the plan's own, on one scale for all. */
function chart({ report: { stresses } }: StressSummary): readonly Block[] {
  const most = stresses.reduce(
    (top, { path }) => path.reduce((peak, { more }) => Math.max(peak, more.estimate), top),
    0,
  );
  if (!(most > 0)) return [];
  return [
    {
      type: "heading",
      text: `More open messages than without the stress, one mark a business day (full height: ${brief(most, 0)})`,
    },
    {
      type: "code",
      lines: stresses.flatMap(({ name, path }) => [
        name,
        ...sparkline(
          path.map(({ more }) => more.estimate),
          most,
        ),
      ]),
    },
  ];
}

function notes({ report: { recoverWithin, watched } }: StressSummary): readonly string[] {
  return [
    "In brackets: the same morning or week without the stress. The worst week is that of the promise that falls furthest below its target; evening minutes are those of each physician after hours, more than without, until the end of the watch.",
    `Days to recover count from the end of a stress until the backlog is back for a week, in the mean over worlds; each is watched for ${daysText(watched)}.`,
    `A plan stands a stress if the backlog is back within ${daysText(recoverWithin)} and every promise is kept in the four weeks from its beginning.`,
  ];
}

function sentence(stress: StressResult, { recoverWithin, watched }: StressSummary["report"]): string {
  const { name, doc, promises, recovery, verdict } = stress;
  const broken = promises.filter((promise) => promise.verdict !== "passes");
  const reasons = [
    ...broken.map(({ promise, share, base, target, verdict: each }) => {
      const kept = `“${promise}” is kept for ${percent(share.estimate)} of four weeks' messages`;
      const without = `${percent(base.estimate)} without the stress, the target is ${percent(target, 0)}`;
      return `${kept} (${without})${each === "cannot tell" ? ", which may be chance" : ""}`;
    }),
    ...(recovery.verdict === "passes"
      ? []
      : [
          recovery.estimate === Number.POSITIVE_INFINITY
            ? `the backlog is not back within ${daysText(watched)}`
            : `the backlog takes ${fixed(recovery.estimate, 0)} days to come back (${daysText(recoverWithin)} are allowed)${recovery.verdict === "cannot tell" ? ", which may be chance" : ""}`,
        ]),
  ];
  const ending = reasons.length === 0 ? "" : `: ${reasons.join("; ")}`;
  return `${name} (${doc}) ${verdict === "cannot tell" ? "cannot be told" : verdict}${ending}.`;
}
