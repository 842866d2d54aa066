import type { Issue } from "../../errors.ts";
import {
  amountAt,
  formatPath,
  type LedgerEntry,
  parsePath,
  type Scenario,
  shareGroupOf,
  vouchedPlaces,
} from "../../scenario/index.ts";
import { type Ranged, rangedPlace } from "./ranged-place.ts";
import { type LeftOutInput, type MovedInput, starredPath } from "./uncertain-input.ts";

export interface LedgerInputs {
  readonly inputs: readonly MovedInput[];
  readonly leftOut: readonly LeftOutInput[];
  readonly issues: readonly Issue[];
}

/**
 * The ranges of a scenario's ledger as inputs, in order of paths, each with all the places that its entry stands for. An entry for
 * shares that sum to 1 gives one input for each of those that share a sum: they cannot all rise together.
 */
export function ledgerInputs({ document }: Pick<Scenario, "document">): LedgerInputs {
  const inputs: MovedInput[] = [];
  const leftOut: LeftOutInput[] = [];
  const issues: Issue[] = [];
  for (const { text, entry, places } of vouchedPlaces(document)) {
    const { range, shape = "triangular", grade } = entry as LedgerEntry;
    if (range === undefined) continue;
    const path = starredPath(parsePath(text) ?? [text]);
    const found: Ranged[] = [];
    for (const place of places) {
      const amount = amountAt(document, place);
      if (amount === undefined) continue;
      const ranged = rangedPlace(place, amount, { low: range[0], high: range[1], shape });
      if ("fault" in ranged) issues.push(faultOf(text, ranged));
      else found.push(ranged);
    }
    const varied = found.filter(({ low, high }) => low < high);
    if (varied.length === 0) {
      leftOut.push({
        path,
        why: found.length === 0 ? "there is nothing at its place" : "its range is one value",
      });
      continue;
    }
    for (const [own, members] of membersOf(document, path, varied)) {
      inputs.push(movedInput(own, grade, shape, members));
    }
  }
  return { inputs, leftOut, issues };
}

/** An input of places that move together. */
export function movedInput(
  path: string,
  grade: MovedInput["input"]["grade"],
  shape: "uniform" | "triangular" | "lognormal" | "normal",
  ranged: readonly Ranged[],
): MovedInput {
  const [{ low, high, amount }] = ranged as [Ranged, ...Ranged[]];
  const places = ranged.map((each) => formatPath(each.path));
  return {
    input: {
      path,
      grade,
      places,
      range: { kind: "number", low, high, written: amount.amount, unit: amount.unit, shape },
    },
    movers: ranged.map(({ path: place, amount: own, quantile }) => ({ path: place, amount: own, quantile })),
  };
}

/** An entry's places by what may move together: all of them, unless several belong to one sum. */
export function membersOf(
  document: Scenario["document"],
  path: string,
  places: readonly Ranged[],
): ReadonlyMap<string, readonly Ranged[]> {
  const sums = places.map((place) => {
    const group = shareGroupOf(document, place.path);
    return group?.whole === true ? group.places.map(formatPath).join(" ") : undefined;
  });
  const clashes = new Set(sums.filter((sum, i) => sum !== undefined && sums.indexOf(sum) !== i));
  const found = new Map<string, Ranged[]>();
  for (const [i, place] of places.entries()) {
    const isAlone = sums[i] === undefined || !clashes.has(sums[i]);
    const key = isAlone ? path : memberPath(path, place.path);
    found.set(key, [...(found.get(key) ?? []), place]);
  }
  return found;
}

/** The written path with the key that tells the members of a sum apart: the topic, or the role. */
function memberPath(path: string, place: readonly string[]): string {
  const written = parsePath(path) ?? [path];
  const at = place.at(-1) === "share" ? place.length - 2 : place.length - 1;
  return starredPath(written.map((segment, i) => (i === at ? place[i]! : segment)));
}

function faultOf(text: string, { fault, hint }: { readonly fault: string; readonly hint: string }): Issue {
  return {
    code: "bad-range",
    path: formatPath(["evidence", text, "range"]),
    message: fault,
    hint,
    severity: "error",
  };
}
