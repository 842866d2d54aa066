import type { Block, Document } from "../document.ts";
import { gradeBlocks } from "../grade-cautions.ts";
import { counted } from "../words.ts";
import { components } from "./components.ts";
import { data } from "./data.ts";
import { experimentation } from "./experimentation.ts";
import { implementation } from "./implementation.ts";
import { logic } from "./logic.ts";
import { objectives } from "./objectives.ts";
import { FOR_YOU, type StressItem, type Study } from "./study.ts";

/** Sections of the checklist, by the first digit of its items. */
const SECTIONS: Readonly<Record<string, string>> = {
  "1": "1 Objectives",
  "2": "2 Logic",
  "3": "3 Data",
  "4": "4 Experimentation",
  "5": "5 Implementation",
  "6": "6 Code access",
};

/**
 * A report by STRESS-DES, the checklist of Monks et al., Journal of Simulation 2019;13(1):55-67, as far as scenario and result can tell;
 * where only a human can, it says so, and how often at its end.
 */
export function stressDesDocument(study: Study): Document {
  const { clinic } = study.scenario;
  const items = [
    ...objectives(study),
    ...logic(study),
    ...components(study),
    ...data(study),
    ...experimentation(study),
    ...implementation(study),
  ];
  const blocks = items.flatMap((item, i) => itemBlocks(item, items[i - 1]));
  const places = blocks.reduce((sum, block) => sum + placesIn(block), 0);
  return [
    {
      type: "title",
      text: `${clinic.name}: STRESS-DES report`,
      under:
        "By the checklist of Monks, Currie, Onggo, Robinson, Kunc & Taylor, Strengthening the reporting of empirical simulation studies, Journal of Simulation 2019;13(1):55-67.",
    },
    ...gradeBlocks(study.scenario),
    ...blocks,
    { type: "heading", text: "Left to say" },
    {
      type: "text",
      sentences: [
        `${counted(places, "place")} above ${places === 1 ? "is" : "are"} for you: look for “${FOR_YOU}”. Everything else was filled in from the scenario${study.result === undefined ? "" : " and its result"}.`,
      ],
    },
  ];
}

function itemBlocks({ number, title, blocks }: StressItem, before?: StressItem): readonly Block[] {
  const section = number[0]!;
  return [
    ...(before?.number[0] === section ? [] : [{ type: "heading", text: SECTIONS[section]! } as const]),
    { type: "heading", text: `${number} ${title}`, level: 2 },
    ...blocks,
  ];
}

function placesIn(block: Block): number {
  return block.type === "list" ? block.items.filter((item) => item.startsWith(FOR_YOU)).length : 0;
}
