import { InputError, type Issue } from "../errors.ts";
import { readTextFile } from "../node/index.ts";
import { type Patch, parseScenario, parseSetFlag, type Scenario, starterText } from "../scenario/index.ts";
import type { Flags } from "./program.ts";

/**
 * A scenario file, or the starter, read, changed as `--set` says and by `more`, and checked. Throws InputError with every
 * fault.
 */
export async function loadScenario(
  file: string | undefined,
  flags: Flags,
  more: Patch = {},
): Promise<Scenario> {
  const text = file === undefined ? starterText() : await readTextFile(file);
  const { scenario, issues } = parseScenario(text, { patch: { ...patchOf(flags), ...more } });
  if (scenario === undefined) throw new InputError(issues);
  return scenario;
}

/** The same with the seed and the number of replications that were asked for. */
export async function loadAsked(
  file: string | undefined,
  flags: Flags,
  { seed, replications }: { readonly seed?: number; readonly replications?: number },
): Promise<Scenario> {
  return loadScenario(file, flags, {
    ...(seed === undefined ? {} : { "run.seed": seed }),
    ...(replications === undefined ? {} : { "run.replications": replications }),
  });
}

function patchOf({ set }: Flags): Patch {
  const issues: Issue[] = [];
  let patch: Patch = {};
  for (const flag of Array.isArray(set) ? (set as readonly string[]) : []) {
    try {
      patch = { ...patch, ...parseSetFlag(flag) };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      issues.push(...error.issues.map((issue) => ({ ...issue, path: "--set" })));
    }
  }
  if (issues.length > 0) throw new InputError(issues);
  return patch;
}
