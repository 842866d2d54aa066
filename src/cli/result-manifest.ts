import { join } from "node:path";
import { InputError } from "../errors.ts";
import type { Offsets } from "../experiment/index.ts";
import { MANIFEST, readTextFile } from "../node/index.ts";
import { fits, type NamedHeadroom, readHeadroomJson, type Shape } from "../report/index.ts";
import { type JsonObject, parseDocument, type Scenario } from "../scenario/index.ts";

/** Largest file of a result that is read [bytes]: a comparison of hundreds of alternatives in some hundreds of responses. */
const LIMIT = 256 * 1024 * 1024;

/** What a manifest says, as far as a page tells it. */
export interface ResultManifest {
  readonly format: string;
  readonly version: string;
  readonly engine: string;
  readonly id: string;
  readonly scenario: JsonObject;
  readonly offsets: Offsets;
  /** Of a battery: the plan without any stress. */
  readonly base?: { readonly scenario: JsonObject; readonly offsets: Offsets };
  readonly alternatives?: readonly {
    readonly name: string;
    readonly scenario: JsonObject;
    readonly offsets: Offsets;
  }[];
}

const PLAN_SHAPE: Shape = {
  scenario: {},
  offsets: { atStart: "number", changes: [{ at: "number", jump: "number" }] },
};
const MANIFEST_SHAPE: Shape = {
  format: "text",
  version: "text",
  engine: "text",
  id: "text",
  "alternatives?": [{ name: "text" }],
};

/** The manifest of a result folder. Throws InputError where there is none of which a page could be made. */
export async function readResultManifest(folder: string): Promise<ResultManifest> {
  const text = await textOf(folder, MANIFEST);
  try {
    const manifest = JSON.parse(text) as ResultManifest;
    if (
      fits(manifest, MANIFEST_SHAPE) &&
      /^clinicsim\/(manifest|sweep|replay|staff)\/1$/.test(manifest.format)
    ) {
      const { alternatives, base } = manifest;
      const plans = alternatives ?? [base ?? manifest];
      if (plans.length > 0 && plans.every((plan) => fits(plan, PLAN_SHAPE))) return manifest;
    }
  } catch {
    // Told below.
  }
  throw noResult(folder, `its ${MANIFEST} is not one of clinicsim's`);
}

/** A scenario that a manifest holds. */
export function scenarioOf(folder: string, document: JsonObject): Scenario {
  const { scenario } = parseDocument(document);
  if (scenario === undefined) throw noResult(folder, `a scenario in its ${MANIFEST} cannot be read`);
  return scenario;
}

/** What has been found before of how much more volume it bears. */
export async function headroomIn(folder: string): Promise<NamedHeadroom | undefined> {
  const text = await optionalText(folder, "headroom.json");
  const headroom = text === undefined ? undefined : readHeadroomJson(text);
  if (text !== undefined && headroom === undefined)
    throw noResult(folder, "its headroom.json cannot be read");
  return headroom;
}

/** The text of a file of a result. Throws InputError where there is none. */
export async function textOf(folder: string, file: string): Promise<string> {
  try {
    return await readTextFile(join(folder, file), LIMIT, "result");
  } catch (error) {
    if (!(error instanceof InputError) || file !== MANIFEST) throw error;
    throw noResult(folder, `it has no ${MANIFEST}`);
  }
}

/** The same of a file that need not be there. */
export async function optionalText(folder: string, file: string): Promise<string | undefined> {
  try {
    return await readTextFile(join(folder, file), LIMIT, "result");
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** That a folder holds nothing of which a page could be made. */
export function noResult(folder: string, why: string): InputError {
  const message = `${folder} holds no result that could be reported: ${why}`;
  const hint =
    "name the folder that run, compare, sweep, sensitivity, stress, replay or staff says it has written to";
  return new InputError([{ code: "no-result", path: "", message, hint, severity: "error" }]);
}
