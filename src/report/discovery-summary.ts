import type { Caution, Discovery, Judged } from "../experiment/index.ts";
import { gradeCautionsOf } from "./grade-cautions.ts";
import { jsonText, readJson } from "./summary-json.ts";
import { counted } from "./words.ts";

/** What is reported of a discovery: what `discovery.json` holds and the terminal shows. Plain data. */
export interface DiscoverySummary {
  readonly scenario: string;
  /** Id of the sweep that it is about. */
  readonly sweep: string;
  readonly seed: number;
  readonly fails: string;
  readonly judged: Judged;
  readonly factors: readonly string[];
  /** Points that the sweep has, that were there, and of those the ones of which failing could be told. */
  readonly points: { readonly all: number; readonly done: number; readonly told: number };
  /** How many are behind a point. */
  readonly replications: { readonly fewest: number; readonly most: number };
  readonly discovery: Discovery;
  readonly cautions: readonly Caution[];
}

const FORMAT = "clinicsim/discovery-summary/1";

export function summariseDiscovery(
  parts: Omit<DiscoverySummary, "cautions">,
  canonicalText: string,
): DiscoverySummary {
  return { ...parts, cautions: [...cautionsOf(parts), ...gradeCautionsOf(canonicalText)] };
}

function cautionsOf({
  points: { all, done, told },
  discovery: { points: searched, rule, failing },
}: Omit<DiscoverySummary, "cautions">): readonly Caution[] {
  const cautions: Caution[] = [];
  const add = (code: string, message: string) => cautions.push({ code, message });
  if (done < all) {
    add(
      "unfinished-sweep",
      `${done} of ${counted(all, "point")} of the sweep are there; those that are missing may have another rule`,
    );
  }
  if (told < done) {
    add(
      "not-told",
      `of ${counted(done - told, "point")} nobody can tell whether they fail, because a response is not defined there: they are left out`,
    );
  }
  if (searched < told) {
    add("some-searched", `${searched} of ${told} points were searched, chosen at random: more take too long`);
  }
  if (rule !== undefined && rule.heldOut.density.low <= failing) {
    add(
      "weak-rule",
      "points that had no say in the rule do not bear it out: the interval of how many of them fail reaches down to the share of all; simulate more points",
    );
  }
  return cautions;
}

export function discoveryJson(summary: DiscoverySummary): string {
  return jsonText({ format: FORMAT, ...summary });
}

/** The summary that `text` was made from; undefined if it was made from none. */
export function readDiscoveryJson(text: string): DiscoverySummary | undefined {
  return readJson(text, FORMAT) as DiscoverySummary | undefined;
}
