import { InputError, type Issue } from "../../errors.ts";
import {
  didYouMean,
  formatPath,
  type JsonValue,
  type Patch,
  parsePath,
  type Scenario,
} from "../../scenario/index.ts";
import type { Factor } from "../designs/factor.ts";
import { givenInputs } from "./given-input.ts";
import { inputPatch } from "./input-patch.ts";
import { ledgerInputs } from "./ledger-inputs.ts";
import { type LeftOutInput, type MovedInput, partOf, type UncertainInput } from "./uncertain-input.ts";

/** Which inputs are meant. */
export interface InputsRequest {
  /** Ranges and choices that were given; with any, the ledger's are not meant unless `only` names them. */
  readonly factors?: readonly Factor[];
  /** Paths into the ledger: those that begin so, a `*` standing for any name. Left out: all but what is decided, not measured: promises, and how many people there are. */
  readonly only?: readonly string[];
  /** Those of the ledger that are not meant. */
  readonly except?: readonly string[];
}

/** What a clinic decides, whatever the ledger says of it. */
const DECIDED = [
  ["promises", "a promise is set, not measured"],
  ["staff.*.count", "how many people there are is decided, not measured"],
] as const;

/** What is not known for sure of a scenario. */
export interface UncertainInputs {
  readonly inputs: readonly UncertainInput[];
  readonly leftOut: readonly LeftOutInput[];
  /**
   * What changes in the scenario with each input at its `u`, 0 ≤ u ≤ 1, or as it is written where there is none: numbers go from the low to
   * the high end of their range by its quantiles, choices have equal parts. Shares that sum to 1 are changed together, see `closedShares`. What
   * a chosen policy has no place for is not changed.
   */
  patchAt(u: readonly (number | undefined)[]): Patch;
  /** What an input is at its `u`: its number in its unit, or its chosen value. Of several places, at the first. */
  valueAt(input: number, u: number): JsonValue;
}

/**
 * A scenario's uncertain inputs: choices first, then `factors`, then the ledger in order of paths. Throws InputError with every fault in what
 * was asked, where there are none, or where two would move the same place.
 */
export function uncertainInputs(scenario: Scenario, request: InputsRequest = {}): UncertainInputs {
  const { factors = [], only, except = [] } = request;
  const ledger = ledgerInputs(scenario);
  const issues: Issue[] = [...ledger.issues];
  const given = factors.flatMap((factor) => {
    try {
      return givenInputs(scenario, factor);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      issues.push(...error.issues);
      return [];
    }
  });
  const known = [...ledger.inputs.map(({ input }) => input.path), ...ledger.leftOut.map(({ path }) => path)];
  for (const [flag, texts] of [
    ["--only", only ?? []],
    ["--except", except],
  ] as const) {
    for (const text of texts) {
      if (known.some((path) => beginsWith(path, text))) continue;
      const message = `no range in the ledger is under ${JSON.stringify(text)}`;
      issues.push({
        code: "unknown-path",
        path: flag,
        message,
        hint: didYouMean(text, known),
        severity: "error",
      });
    }
  }
  const leftOut: LeftOutInput[] = [...ledger.leftOut];
  const fromLedger = ledger.inputs.filter(({ input: { path } }) => {
    if (only === undefined ? factors.length > 0 : !only.some((text) => beginsWith(path, text))) return false;
    if (except.some((text) => beginsWith(path, text))) return false;
    const why = only === undefined ? DECIDED.find(([start]) => beginsWith(path, start))?.[1] : undefined;
    if (why === undefined) return true;
    leftOut.push({ path, why });
    return false;
  });
  const moved = [...given, ...fromLedger.flatMap((each) => without(each, given))].sort(choicesFirst);
  issues.push(...clashes(moved));
  if (issues.length === 0 && moved.length === 0) issues.push(nothing(scenario));
  if (issues.length > 0) throw new InputError(issues);
  return {
    inputs: moved.map(({ input }) => input),
    leftOut,
    patchAt: inputPatch(scenario, moved),
    valueAt: (index, u) => {
      const [mover] = moved[index]!.movers as [MovedInput["movers"][number]];
      return "values" in mover ? mover.values[partOf(u, mover.values.length)]! : mover.quantile(u);
    },
  };
}

/** Whether a path is `start`, or under it; a `*` on either side is any name. */
function beginsWith(path: string, start: string): boolean {
  const segments = parsePath(path) ?? [path];
  const wanted = parsePath(start) ?? [start];
  return wanted.every(
    (segment, i) =>
      segment === segments[i] || (segments[i] !== undefined && (segment === "*" || segments[i] === "*")),
  );
}

/** An input of the ledger without the places that were given a range of their own. */
function without(moved: MovedInput, given: readonly MovedInput[]): readonly MovedInput[] {
  const taken = new Set(given.flatMap(({ input }) => input.places));
  const movers = moved.movers.filter(({ path }) => !taken.has(formatPath(path)));
  if (movers.length === moved.movers.length) return [moved];
  const places = movers.map(({ path }) => formatPath(path));
  return movers.length === 0 ? [] : [{ input: { ...moved.input, places }, movers }];
}

function choicesFirst({ input: a }: MovedInput, { input: b }: MovedInput): number {
  return Number(b.range.kind === "choice") - Number(a.range.kind === "choice");
}

/** Places that two inputs move, or of which one lies within another that is a number too. */
function clashes(moved: readonly MovedInput[]): readonly Issue[] {
  const owners = new Map<string, string>();
  const issues: Issue[] = [];
  for (const { input, movers } of moved) {
    for (const { path } of movers) {
      const around = path.map((_, depth) => formatPath(path.slice(0, depth + 1)));
      const other = around.find(
        (place, depth) =>
          owners.has(place) && (depth === path.length - 1 || !isChoice(moved, owners.get(place)!)),
      );
      if (other !== undefined) {
        const message = `${formatPath(path)} is moved by ${JSON.stringify(owners.get(other))} too`;
        issues.push({
          code: "varied-twice",
          path: input.path,
          message,
          hint: "name each place once",
          severity: "error",
        });
        break;
      }
    }
    for (const { path } of movers) owners.set(formatPath(path), input.path);
  }
  return issues;
}

function isChoice(moved: readonly MovedInput[], path: string): boolean {
  return moved.some(({ input }) => input.path === path && input.range.kind === "choice");
}

function nothing({ ledger }: Scenario): Issue {
  const message = ledger.some(({ range }) => range !== undefined)
    ? "every range was left out"
    : "the scenario's ledger has no ranges, so nothing is uncertain";
  const hint = "give ranges in `evidence`, or with --factor path=low:high";
  return { code: "no-inputs", path: "evidence", message, hint, severity: "error" };
}
