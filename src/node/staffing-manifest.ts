import { FRESH, type StaffingPlan, staffingId } from "../experiment/index.ts";
import type { JsonObject } from "../scenario/index.ts";
import { objectIn, textIn, wholeIn } from "./manifest-values.ts";
import { offsetsOf } from "./plan-of-manifest.ts";
import type { ResultFile } from "./result-folder.ts";

/** `manifest.json` of a staffing answer: all that is needed to make it again, and the files that it consists of. */
export function staffingManifestText(
  plan: StaffingPlan,
  files: readonly ResultFile[],
  version: string,
): string {
  const { engine, scenario, offsets, atMost, worlds } = plan;
  const document = JSON.parse(scenario) as { readonly run: { readonly seed: number } };
  const manifest = {
    format: "clinicsim/staff/1",
    tool: "clinicsim",
    version,
    id: staffingId(plan),
    engine,
    seedPlan: {
      seed: document.run.seed,
      search: { first: 1, atMost },
      confirmation: { first: FRESH, atMost },
      explanation: { first: FRESH, count: worlds },
    },
    offsets,
    scenario: document,
    files: Object.fromEntries(files.map(({ file, ...rest }) => [file, rest])),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** The files a manifest lists, if it is that of exactly this plan; undefined for any other text. */
export function filesOfStaffingManifest(text: string, plan: StaffingPlan): readonly ResultFile[] | undefined {
  try {
    const { version, files } = JSON.parse(text) as { version: string; files: Record<string, ResultFile> };
    const listed = Object.entries(files).map(([file, rest]) => ({ ...rest, file }));
    return staffingManifestText(plan, listed, version) === text ? listed : undefined;
  } catch {
    return undefined;
  }
}

/** Replications of a plan, and worlds of an explanation, that `--at-most` and `--worlds` allow. */
const AT_MOST = [20, 100_000] as const;
const WORLDS = [4, 10_000] as const;

/** The question that a manifest tells. Throws InputError where it is none. */
export function staffingPlanOf(manifest: JsonObject): StaffingPlan {
  const { search, explanation } = objectIn(manifest.seedPlan, "seedPlan");
  const { atMost } = objectIn(search, "seedPlan.search");
  const { count } = objectIn(explanation, "seedPlan.explanation");
  return {
    engine: textIn(manifest.engine, "engine"),
    scenario: JSON.stringify(objectIn(manifest.scenario, "scenario")),
    offsets: offsetsOf(manifest.offsets, "offsets"),
    atMost: wholeIn(atMost, "seedPlan.search.atMost", ...AT_MOST),
    worlds: wholeIn(count, "seedPlan.explanation.count", ...WORLDS),
  };
}
