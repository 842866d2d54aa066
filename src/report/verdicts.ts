import {
  type ComparedAlternative,
  type Comparison,
  type ComparisonRow,
  type Conclusion,
  roundedUp,
} from "../experiment/index.ts";
import { differenceText, sizeText } from "./difference-text.ts";
import { brief, fixed } from "./number.ts";
import { listed } from "./words.ts";

/** More worlds than anybody would run are no advice. */
const MOST_WORLDS = 100_000;

/** What an alternative comes to, over the responses that decide. */
type Kind = "gain" | "perhapsGain" | "trade" | "loss" | "perhapsLoss" | "change" | "none" | "open";

/** Each alternative in a sentence: what it makes better, worse, what no difference that matters, and what one cannot tell. */
export function verdictSentences({ alternatives }: Pick<Comparison, "alternatives">): readonly string[] {
  return alternatives.map(({ name, rows }) => `${name}: ${verdict(rows.filter(({ primary }) => primary))}.`);
}

/** All alternatives in a sentence; none where there is only one. */
export function overallSentence({ alternatives }: Pick<Comparison, "alternatives">): string | undefined {
  if (alternatives.length < 2) return undefined;
  const kinds = new Set(alternatives.map(kindOf));
  const [only] = kinds;
  if (kinds.size === 1 && only !== undefined) {
    return `${alternatives.length === 2 ? "Both" : `All ${alternatives.length}`} alternatives ${KINDS[only](false)}.`;
  }
  const parts = (Object.keys(KINDS) as Kind[]).flatMap((kind) => {
    const names = alternatives.filter((each) => kindOf(each) === kind).map(({ name }) => `“${name}”`);
    if (names.length === 0) return [];
    return [`${names.length} ${KINDS[kind](names.length === 1)} (${names.join(", ")})`];
  });
  return `Of ${alternatives.length} alternatives ${parts.join("; ")}.`;
}

const KINDS: Readonly<Record<Kind, (one: boolean) => string>> = {
  gain: (one) => `${one ? "is" : "are"} better on something and worse on nothing`,
  perhapsGain: (one) => `${one ? "is" : "are"} better on something, and not shown to be worse on anything`,
  trade: (one) => `${one ? "is" : "are"} better on one thing and worse on another`,
  loss: (one) => `${one ? "is" : "are"} worse on something and better on nothing`,
  perhapsLoss: (one) => `${one ? "is" : "are"} worse on something, and not shown to be better on anything`,
  change: (one) => `${one ? "changes" : "change"} something that is neither better nor worse`,
  none: (one) => `${one ? "makes" : "make"} no difference that matters`,
  open: (one) => `${one ? "needs" : "need"} more worlds before one can tell`,
};

function kindOf({ rows }: ComparedAlternative): Kind {
  const found = new Set(rows.filter(({ primary }) => primary).map(({ conclusion }) => conclusion));
  const open = found.has("unclear");
  if (found.has("better")) return found.has("worse") ? "trade" : open ? "perhapsGain" : "gain";
  if (found.has("worse")) return open ? "perhapsLoss" : "loss";
  if (found.has("higher") || found.has("lower")) return "change";
  return found.has("unclear") ? "open" : "none";
}

function verdict(rows: readonly ComparisonRow[]): string {
  if (rows.every(({ wins, ties, losses }) => wins + ties + losses === 1)) {
    return "one world cannot tell a difference from chance";
  }
  const having = (...conclusions: readonly Conclusion[]) =>
    rows.filter(({ conclusion }) => conclusions.includes(conclusion));
  const [better, worse, moved] = [having("better"), having("worse"), having("higher", "lower")];
  const [alike, same, unclear] = [having("alike"), having("same"), having("unclear")];
  if (same.length === rows.length) return "the same in every world";
  if (alike.length + same.length === rows.length) return "no difference that matters";
  return [
    ...(better.length === 0 ? [] : [`better on ${listed(better.map(withSize))}`]),
    ...(worse.length === 0 ? [] : [`worse on ${listed(worse.map(withSize))}`]),
    ...moved.map((row) => `${row.conclusion} ${withSize(row)}`),
    ...(alike.length === 0 ? [] : [`no difference that matters in ${alike.map(label).join(" or ")}`]),
    ...(same.length === 0 ? [] : [`${same.map(label).join(" and ")} the same in every world`]),
    ...(unclear.length === 0
      ? []
      : [`cannot tell for ${unclear.map((row) => `${label(row)}${moreText(row)}`).join(" or ")}`]),
  ].join("; ");
}

function label(row: ComparisonRow): string {
  return row.label;
}

function withSize(row: ComparisonRow): string {
  const { difference, unit } = differenceText(row);
  if (Number.isFinite(row.difference)) {
    // What the minutes are per, the label says.
    const size = `${difference} ${unit.split(" per ")[0]}`;
    return `${row.label} (${size}, ${worldsText(row)}${mayNotMatter(row) ? ", perhaps less than matters" : ""})`;
  }
  return row.difference > 0 ? `${row.label} (no end to it)` : `${row.label} (which had no end)`;
}

/** In how many worlds it went the way of the conclusion: `in 97 of 100 worlds`. */
function worldsText({ conclusion, wins, ties, losses }: ComparisonRow): string {
  const went = conclusion === "better" || conclusion === "higher" ? wins : losses;
  return `in ${went} of ${wins + ties + losses} worlds`;
}

/** Whether a difference that is there may still be smaller than one that matters. */
function mayNotMatter({ joint, smallestDifference = 0 }: ComparisonRow): boolean {
  return joint !== undefined && Math.min(Math.abs(joint.low), Math.abs(joint.high)) < smallestDifference;
}

function moreText({ more, own, base, difference, endless }: ComparisonRow): string {
  if (own.estimate === Infinity && base.estimate === Infinity) return " (without end either way)";
  if (Number.isNaN(difference)) return " (there is nothing to measure)";
  if (more === undefined) return endless > 0 ? " (without end in some worlds)" : "";
  if (more > MOST_WORLDS) return " (the difference is too small to tell from none)";
  return ` (about ${fixed(roundedUp(more), 0)} more worlds would)`;
}

/** What a selection found, and what it cost. */
export function selectionSentences({
  selection,
  alternatives,
}: Pick<Comparison, "selection" | "alternatives">): readonly string[] {
  if (selection === undefined) return [];
  const { response, indifference, probability, left, spent, why } = selection;
  const row = alternatives[0]?.rows.find((each) => each.response === response);
  const what = row?.label ?? response;
  const most = spent.reduce((max, { replications }) => Math.max(max, replications), 0);
  const total = spent.reduce((sum, { replications }) => sum + replications, 0);
  const cost =
    total === most * spent.length
      ? []
      : [
          `It took ${fixed(total, 0)} replications; all alternatives for as long would have been ${fixed(most * spent.length, 0)}.`,
        ];
  const [best] = left;
  if (left.length === 1) {
    const zone = sizeText(indifference, row?.unit ?? "");
    const found = `Best by the mean over worlds of ${what}: “${best}”, found by a procedure that finds the best with a probability of at least ${brief(probability * 100, 2)} % where it leads by ${zone} or more.`;
    return [found, ...(why === undefined ? [] : [`But ${why}.`]), ...cost];
  }
  const names = left.map((name) => `“${name}”`).join(", ");
  return [`The best on ${what} was not found: ${why}. It may be any of ${names}.`, ...cost];
}
