import type { Model, ServicePromise } from "../model/index.ts";
import type { Caution } from "./analysis.ts";
import type { ComparisonRow } from "./comparison.ts";

/** Names that are told one by one. */
const TOLD = 3;

/** What makes a comparison less than fair: other weeks, another clock, promises that are not the same. The first is the base. */
export function fairnessCautions(names: readonly string[], models: readonly Model[]): readonly Caution[] {
  const [base, ...others] = models;
  const differing = (isOther: (model: Model) => boolean) =>
    others.flatMap((model, i) => (isOther(model) ? [names[i + 1]!] : []));
  const cautions: Caution[] = [];
  const weeks = differing((model) => windowOf(model) !== windowOf(base!));
  if (weeks.length > 0) {
    cautions.push({
      code: "other-weeks",
      message: `${namesText(weeks)}: other weeks are measured than with “${names[0]}”, so that a difference may be theirs`,
    });
  }
  for (const promise of base!.clinic.promises) {
    const other = differing((model) => {
      const same = model.clinic.promises.find(({ name }) => name === promise.name);
      return same !== undefined && termsOf(same) !== termsOf(promise);
    });
    if (other.length === 0) continue;
    const message = `${namesText(other)}: “${promise.name}” promises something else than with “${names[0]}”`;
    cautions.push({ code: "other-promise", message });
  }
  return cautions;
}

/** What alternatives must be told with, each once, with the names of those that it is true of. */
export function mergedCautions(
  names: readonly string[],
  lists: readonly (readonly Caution[])[],
): readonly Caution[] {
  const byMessage = new Map<string, { readonly caution: Caution; readonly of: string[] }>();
  for (const [i, list] of lists.entries()) {
    for (const caution of list) {
      const known = byMessage.get(caution.message);
      if (known === undefined) byMessage.set(caution.message, { caution, of: [names[i]!] });
      else known.of.push(names[i]!);
    }
  }
  return [...byMessage.values()].map(({ caution, of }) =>
    of.length === names.length ? caution : { ...caution, message: `${namesText(of)}: ${caution.message}` },
  );
}

/** Of primary responses that have no end in some world: that they count, and how. */
export function endlessCautions(
  alternatives: readonly { readonly name: string; readonly rows: readonly ComparisonRow[] }[],
): readonly Caution[] {
  const [first] = alternatives;
  return (first?.rows ?? []).flatMap(({ label, primary }, place) => {
    if (!primary) return [];
    const having = alternatives.filter(({ rows }) => rows[place]!.endless > 0);
    if (having.length === 0) return [];
    const most = having.reduce((worlds, { rows }) => Math.max(worlds, rows[place]!.endless), 0);
    const who = having.length === alternatives.length ? "" : `${namesText(having.map(({ name }) => name))}: `;
    const message = `${who}${label} has no end in up to ${most} of the worlds, there or with the base: such a world counts as worse than any with an end`;
    return [{ code: "without-end", message }];
  });
}

/** `“a”, “b”`, `“a”, “b”, “c” and 2 others`. */
export function namesText(names: readonly string[]): string {
  const told = names.slice(0, names.length === TOLD + 1 ? TOLD + 1 : TOLD).map((name) => `“${name}”`);
  const others = names.length - told.length;
  return others === 0 ? told.join(", ") : `${told.join(", ")} and ${others} others`;
}

function windowOf({ clinic: { run, calendar } }: Model): string {
  const { start, warmUpDays, lengthDays } = run;
  return JSON.stringify([start, warmUpDays, lengthDays, calendar.timeZone]);
}

function termsOf({ of, within, starts, target, risk }: ServicePromise): string {
  return JSON.stringify([of, within, starts, target, risk]);
}
