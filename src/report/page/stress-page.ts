import type { Document } from "../document.ts";
import { stressPathFigure } from "../figures/stress-paths.ts";
import { stressReasonsEntries, stressTable } from "../stress-document.ts";
import type { StressSummary } from "../stress-summary.ts";
import { counted, listed } from "../words.ts";
import { ledgerSection, organisationSection, reproduceSection, warningBlocks } from "./below.ts";
import type { PageMatter } from "./matter.ts";

/** What a director reads of a battery: what the plan stands and what not, a table, and a picture of each stress's backlog. */
export function stressPage(summary: StressSummary, matter: PageMatter): Document {
  const { report, cautions } = summary;
  const { stresses, replications } = report;
  const { scenario, sources } = matter;
  return [
    {
      type: "title",
      text: summary.scenario,
      under: `${counted(stresses.length, "stress", "stresses")} against “${report.base}” · ${counted(replications.length, "simulated world")}`,
    },
    { type: "text", sentences: answerOf(summary) },
    ...stressTable(summary),
    ...warningBlocks(cautions, {
      ...scenario,
      // A battery may need a shorter run than the file's: dates outside that are none of the file's faults.
      warnings: scenario.warnings.filter(({ code }) => code !== "outside-run"),
    }),
    { type: "heading", text: "Pictures" },
    ...stresses.map(
      (stress, i) =>
        ({ type: "figure", figure: stressPathFigure(stress, i + 1, replications.length) }) as const,
    ),
    { type: "heading", text: "For those who ask" },
    {
      type: "section",
      heading: "What each stress is, and why it is not stood",
      folded: true,
      blocks: stressReasonsEntries(summary),
    },
    ledgerSection(scenario, sources),
    organisationSection(scenario),
    reproduceSection(matter, replications.length, "the battery's folder"),
  ];
}

/** Which stresses the plan stands, which not, and of which one cannot tell. */
function answerOf({ report: { stresses } }: StressSummary): readonly string[] {
  const of = (verdict: string) =>
    stresses.filter((each) => each.verdict === verdict).map(({ name }) => `“${name}”`);
  const [passes, fails, open] = [of("passes"), of("fails"), of("cannot tell")];
  return [
    passes.length === stresses.length
      ? "The plan stands every stress."
      : `The plan stands ${passes.length} of ${counted(stresses.length, "stress", "stresses")}.`,
    ...(fails.length === 0 ? [] : [`It does not stand ${listed(fails)}.`]),
    ...(open.length === 0 ? [] : [`These worlds cannot tell of ${listed(open)}.`]),
  ];
}
