import type { Document } from "../document.ts";
import { backlogWeeksFigure, quantilesFigure, shareWeeksFigure } from "../figures/replay-figures.ts";
import {
  checksTable,
  gradeBlock,
  groupsTable,
  mendBlocks,
  notJudgedBlocks,
  peopleBlocks,
  replayTitle,
} from "../replay-document.ts";
import { changeSentences, leftOutSentences, pathSentences } from "../replay-sentences.ts";
import type { ReplaySummary } from "../replay-summary.ts";
import { ledgerSection, organisationSection, reproduceSection } from "./below.ts";
import type { PageMatter } from "./matter.ts";

/** What somebody reads who wants to know how far a model may be believed. */
export function replayPage(summary: ReplaySummary, matter: PageMatter): Document {
  const { report } = summary;
  const change = changeSentences(report);
  return [
    replayTitle(summary),
    gradeBlock(summary),
    ...mendBlocks(summary),
    ...notJudgedBlocks(summary),
    ...(change.length === 0 ? [] : [{ type: "text", sentences: change } as const]),
    { type: "heading", text: "Pictures" },
    { type: "figure", figure: quantilesFigure(summary) },
    { type: "figure", figure: shareWeeksFigure(summary) },
    { type: "figure", figure: backlogWeeksFigure(summary) },
    { type: "text", sentences: pathSentences(report) },
    { type: "heading", text: "For those who ask" },
    { type: "section", heading: "All comparisons", folded: true, blocks: [checksTable(summary)] },
    {
      type: "section",
      heading: "First replies by topic and weekday",
      folded: true,
      blocks: [groupsTable(summary), ...peopleBlocks(summary)],
    },
    {
      type: "section",
      heading: "What was replayed",
      folded: true,
      blocks: [{ type: "text", sentences: leftOutSentences(summary) }],
    },
    ledgerSection(matter.scenario, matter.sources),
    organisationSection(matter.scenario),
    reproduceSection(matter, report.replications.length, "the result's folder"),
  ];
}
