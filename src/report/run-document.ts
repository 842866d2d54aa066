import { cautionsBlock } from "./cautions-block.ts";
import type { Block, Document, TableSection } from "./document.ts";
import { GROUP_HEADINGS } from "./group-headings.ts";
import { brief } from "./number.ts";
import { regimeBlocks } from "./regimes-text.ts";
import { runKindSentences } from "./run-kind-text.ts";
import { sanitySentences } from "./sanity-sentences.ts";
import { sentences } from "./sentences.ts";
import type { Summary } from "./summary.ts";
import { untilSentences } from "./until-text.ts";
import { valueText } from "./value-text.ts";
import { whyItWaited } from "./why-it-waited.ts";
import { counted, runText } from "./words.ts";

/** What a planner reads after a run: numbers, what they say, whether to believe them. */
export function runDocument(summary: Summary): Document {
  const { analysis, cautions, seed } = summary;
  const replications = analysis.replications.length;
  const [only] = analysis.replications;
  const which = replications === 1 ? `replication ${only}` : counted(replications, "replication");
  return [
    { type: "title", text: summary.scenario, under: `${runText(summary)} · ${which} · seed ${seed}` },
    table(summary),
    ...whyItWaited(analysis.rows),
    ...textBlock(sentences(summary)),
    ...textBlock(untilSentences(summary.until, analysis)),
    ...regimeBlocks(summary),
    ...textBlock(runKindSentences(summary)),
    ...textBlock(sanitySentences(summary)),
    ...cautionsBlock(cautions),
  ];
}

function table({ analysis: { rows, confidence } }: Summary): Block {
  const shown = rows.filter(({ headline }) => headline);
  const groups = [...new Set(shown.map(({ group }) => group))];
  const sections = groups.map(
    (group): TableSection => ({
      heading: GROUP_HEADINGS[group],
      rows: shown
        .filter((row) => row.group === group)
        .map((row) => {
          const { value, unit, interval } = valueText(row);
          return [row.label, value, unit, interval];
        }),
    }),
  );
  return {
    type: "table",
    columns: [
      { title: "", align: "left" },
      { title: "", align: "right" },
      { title: "", align: "left" },
      { title: `${brief(confidence * 100)} % interval`, align: "left" },
    ],
    sections,
  };
}

function textBlock(sentences: readonly string[]): readonly Block[] {
  return sentences.length === 0 ? [] : [{ type: "text", sentences }];
}
