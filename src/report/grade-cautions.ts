import type { Caution } from "../experiment/index.ts";
import { gradeSentence, type Scenario } from "../scenario/index.ts";
import { cautionsBlock } from "./cautions-block.ts";
import type { Block } from "./document.ts";

type ScenarioDocument = Scenario["document"];

/** How far a replay found that the model of a scenario may be believed, where one did. */
export function gradeCautions(document: ScenarioDocument): readonly Caution[] {
  const message = gradeSentence(document);
  return message === undefined ? [] : [{ code: "replay-grade", message }];
}

/** The same of a scenario's canonical text, which is its document. */
export function gradeCautionsOf(canonicalText: string): readonly Caution[] {
  return gradeCautions(JSON.parse(canonicalText) as ScenarioDocument);
}

/** The same as a block of a report that has no cautions of its own. */
export function gradeBlocks({ document }: Pick<Scenario, "document">): readonly Block[] {
  return cautionsBlock(gradeCautions(document));
}
