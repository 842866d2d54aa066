import { COUNTS, type CoverageRow } from "./fixed-number.ts";
import { percent } from "./measure.ts";
import type { SequentialRow } from "./sequential.ts";

const BEGIN = "<!-- intervals: written by `npm run intervals:update` -->";
const END = "<!-- end of intervals -->";

/** The tables of coverage as they stand in `tests/README.md`. */
export function coverageTables(fixed: readonly CoverageRow[], sequential: readonly SequentialRow[]): string {
  return [
    BEGIN,
    "",
    ...table(
      ["estimand", "of what, in a replication", ...COUNTS.map((count) => `${count}`)],
      fixed.map(({ estimand, system, hits }) => [
        estimand,
        system,
        ...COUNTS.map((count) => (hits.has(count) ? percent(hits.get(count)!) : "")),
      ]),
    ),
    "",
    ...table(
      [
        "estimand",
        "of what, in a replication",
        "until",
        "replications",
        "covers",
        "with those looked at",
        "not looking ahead",
      ],
      sequential.map((row) => [
        row.estimand,
        row.system,
        row.until,
        row.meanReplications.toFixed(0),
        percent(row.hits),
        percent(row.hitsWithThose),
        row.hitsWithout === undefined ? "" : percent(row.hitsWithout),
      ]),
    ),
    "",
    END,
  ].join("\n");
}

/** The page with these tables in the place of those that it has. */
export function withCoverageTables(page: string, tables: string): string {
  const from = page.indexOf(BEGIN);
  const to = page.indexOf(END);
  if (from < 0 || to < from)
    throw new Error(`tests/README.md has no place for the tables: ${BEGIN} … ${END}`);
  return page.slice(0, from) + tables + page.slice(to + END.length);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)];
}
