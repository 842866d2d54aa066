import { InputError, type Issue } from "../errors.ts";
import { didYouMean, formatPath, type Patch, patchScenario, type Scenario } from "../scenario/index.ts";
import type { CompareFlags } from "./compare-flags.ts";
import { loadScenario } from "./load-scenario.ts";
import type { Flags } from "./program.ts";

/** What the scenario of a file is called among its own alternatives. */
const AS_IT_IS = "as it is";

interface LoadedAlternative {
  readonly name: string;
  readonly scenario: Scenario;
}

/** Alternatives to compare, the base first. */
export interface LoadedAlternatives {
  /** The one that says what is compared by. */
  readonly terms: Scenario;
  readonly alternatives: readonly LoadedAlternative[];
}

/**
 * The scenarios to compare: those of several files, or that of one file and its alternatives; all with the seed and number of replications
 * of the first, or of the flags. Throws InputError with every fault.
 */
export async function loadAlternatives(
  files: readonly string[],
  flags: Flags,
  { seed, replications, base, only, terms }: CompareFlags,
): Promise<LoadedAlternatives> {
  const scenarios = await loadAll(files, flags, {
    ...(seed === undefined ? {} : { "run.seed": seed }),
    ...(replications === undefined ? {} : { "run.replications": replications }),
  });
  const [first] = scenarios;
  const all: readonly Choice[] =
    scenarios.length === 1
      ? ownAlternatives(first!.scenario)
      : scenarios.map((each) => ({ ...each, path: [] }));
  const names = all.map(({ name }) => name);
  const chosen = base === undefined ? names[0]! : known("--base", base, names);
  const wanted = only.map((name) => known("--only", name, names));
  const ordered = [
    ...all.filter(({ name }) => name === chosen),
    ...all.filter(({ name }) => name !== chosen && (wanted.length === 0 || wanted.includes(name))),
  ];
  if (ordered.length < 2) throw nothingToCompare(files, only);
  const declared =
    scenarios.length === 1 ? first!.scenario : scenarios.find(({ name }) => name === chosen)!.scenario;
  const deciding = patched(declared, terms, []);
  const { run } = declared.clinic;
  const sameWorlds = {
    comparison: null,
    alternatives: null,
    "run.seed": run.seed,
    "run.replications": run.replications,
  };
  const faults: Issue[] = [];
  const alternatives = ordered.flatMap(({ name, scenario, patch = {}, path }) => {
    try {
      return [{ name, scenario: patched(scenario, { ...patch, ...sameWorlds }, path) }];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      faults.push(...error.issues);
      return [];
    }
  });
  if (faults.length > 0) throw new InputError(faults);
  return { terms: deciding, alternatives };
}

interface Choice {
  readonly name: string;
  readonly scenario: Scenario;
  /** What makes it another scenario. */
  readonly patch?: Patch;
  /** Where the patch stands. */
  readonly path: readonly string[];
}

function ownAlternatives(scenario: Scenario): readonly Choice[] {
  const own = Object.entries(scenario.alternatives);
  const name = Object.hasOwn(scenario.alternatives, AS_IT_IS) ? scenario.clinic.name : AS_IT_IS;
  return [
    { name, scenario, path: [] },
    ...own.map(([each, patch]) => ({ name: each, scenario, patch, path: ["alternatives", each] })),
  ];
}

/** Every file's scenario, named by itself, or by its file where two have the same name. */
async function loadAll(
  files: readonly string[],
  flags: Flags,
  more: Patch,
): Promise<readonly LoadedAlternative[]> {
  const issues: Issue[] = [];
  const loaded: { readonly file: string; readonly scenario: Scenario }[] = [];
  for (const file of files) {
    try {
      loaded.push({ file, scenario: await loadScenario(file, flags, more) });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      issues.push(...error.issues.map((issue) => (files.length === 1 ? issue : { ...issue, file })));
    }
  }
  if (issues.length > 0) throw new InputError(issues);
  const twice = files.find((file, i) => files.indexOf(file) !== i);
  if (twice !== undefined) throw inputError("file-twice", `${twice} is given twice`, "give every file once");
  const names = loaded.map(({ scenario }) => scenario.clinic.name);
  const distinct = new Set(names).size === names.length;
  return loaded.map(({ file, scenario }, i) => ({ name: distinct ? names[i]! : file, scenario }));
}

/** A scenario with changes. Throws InputError with the faults in them, placed under `path`. */
function patched(scenario: Scenario, patch: Patch, path: readonly string[]): Scenario {
  const { scenario: result, issues } = patchScenario(scenario, patch);
  if (result !== undefined) return result;
  const around = formatPath(path);
  throw new InputError(
    issues
      .filter(({ severity }) => severity === "error")
      .map((issue) => ({ ...issue, path: [around, issue.path].filter((part) => part !== "").join(".") })),
  );
}

function known(flag: string, name: string, names: readonly string[]): string {
  if (names.includes(name)) return name;
  throw inputError("unknown-alternative", `there is no alternative "${name}"`, didYouMean(name, names), flag);
}

function nothingToCompare(files: readonly string[], only: readonly string[]): InputError {
  if (only.length > 0) {
    return inputError(
      "nothing-to-compare",
      "leaves nothing to compare with the base",
      "name another alternative",
      "--only",
    );
  }
  const message = `${files[0] ?? "the scenario"} has no alternatives to compare`;
  return inputError("nothing-to-compare", message, "write some under `alternatives`, or give a second file");
}

function inputError(code: string, message: string, hint: string, path = ""): InputError {
  return new InputError([{ code, path, message, hint, severity: "error" }]);
}
