import {
  buildDesign,
  type Design,
  parseDerive,
  parseVary,
  tableDesign,
  valueAt,
} from "../experiment/index.ts";
import { readCsvTable } from "../node/index.ts";
import { type JsonObject, parsePath, type Scenario } from "../scenario/index.ts";
import { flagFaults } from "./flag-faults.ts";
import type { SweepFlags } from "./sweep-flags.ts";

/** The design that the flags ask for. Throws InputError with every fault in them. */
export async function sweepDesign(
  { vary, derive, sample, designSeed, design: file }: SweepFlags,
  scenario: Scenario,
): Promise<Design> {
  const document = scenario.document as unknown as JsonObject;
  const { trying, finish } = flagFaults({});
  const current = (path: string) => valueAt(document, parsePath(path) ?? []);
  const factors = vary.flatMap((text) => trying(() => parseVary(text, current)) ?? []);
  const derivations = derive.flatMap((text) => trying(() => parseDerive(text)) ?? []);
  finish();
  const seed = designSeed ?? scenario.clinic.run.seed;
  const request =
    file === undefined
      ? { factors, ...(sample === undefined ? {} : { sample: { ...sample, seed } }) }
      : tableDesign(await readCsvTable(file), file);
  return buildDesign(request, derivations, document);
}
