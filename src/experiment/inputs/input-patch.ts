import {
  formatPath,
  type JsonObject,
  type JsonValue,
  type Patch,
  patchDocument,
  type Scenario,
  type ShareGroup,
  shareGroupOf,
} from "../../scenario/index.ts";
import { valueAt } from "../designs/derived.ts";
import { closedShares } from "./closed-shares.ts";
import { type MovedInput, partOf, rounded } from "./uncertain-input.ts";

/** The patch of a scenario for each input at its `u`, or as it is written where there is none; see `UncertainInputs.patchAt`. */
export function inputPatch(
  { document }: Scenario,
  moved: readonly MovedInput[],
): (u: readonly (number | undefined)[]) => Patch {
  const root = document as unknown as JsonObject;
  const absent = new Map<string, ReadonlySet<string>>();
  return (u) => {
    const choices: Record<string, JsonValue> = {};
    const numbers: Record<string, JsonValue> = {};
    const shares = new Map<string, { readonly group: ShareGroup; readonly drawn: (number | undefined)[] }>();
    for (const [i, { movers }] of moved.entries()) {
      const at = u[i];
      if (at === undefined) continue;
      for (const mover of movers) {
        const { path } = mover;
        const value = "values" in mover ? mover.values[partOf(at, mover.values.length)]! : mover.quantile(at);
        const group = typeof value === "number" ? shareGroupOf(document, path) : undefined;
        if (group !== undefined) {
          const key = formatPath(group.places[0]!);
          const known = shares.get(key) ?? { group, drawn: group.places.map(() => undefined) };
          known.drawn[group.places.findIndex((place) => formatPath(place) === formatPath(path))] =
            value as number;
          shares.set(key, known);
        } else if ("values" in mover) choices[formatPath(path)] = value;
        else numbers[formatPath(path)] = mover.amount.write(value as number);
      }
    }
    for (const { group, drawn } of shares.values()) {
      const written = group.places.map((place) => (valueAt(root, place) as number | undefined) ?? 0);
      const rest = group.whole ? [] : [Math.max(0, 1 - written.reduce((sum, share) => sum + share, 0))];
      const shares = closedShares([...written, ...rest], drawn);
      for (const [i, place] of group.places.entries()) numbers[formatPath(place)] = rounded(shares[i]!);
    }
    if (Object.keys(choices).length === 0) return numbers;
    const key = JSON.stringify([choices, Object.keys(numbers)]);
    const gone = absent.get(key) ?? placesWithout(root, choices, Object.entries(numbers));
    absent.set(key, gone);
    return { ...choices, ...Object.fromEntries(Object.entries(numbers).filter(([path]) => !gone.has(path))) };
  };
}

/** The places that are there no more when choices are made: parameters of a policy that was not chosen. */
function placesWithout(
  root: JsonObject,
  choices: Patch,
  numbers: readonly (readonly [string, JsonValue])[],
): ReadonlySet<string> {
  const { document } = patchDocument(root, choices);
  const isGone = ([path, value]: readonly [string, JsonValue]) =>
    patchDocument(document, { [path]: value }).issues.some(({ code }) => code === "unknown-path");
  return new Set(numbers.filter(isGone).map(([path]) => path));
}
