import type { AnalysisRow } from "../experiment/index.ts";
import type { Block } from "./document.ts";
import { fixed, percent } from "./number.ts";

const WHOLE = "first_reply_mean_wall_h";
/** [h] A wait below it is told to the hundredth. */
const SHORT_WAIT = 10;

/** The wait for the first reply by what it was spent on, without what took no time; nothing where nobody was answered. */
export function whyItWaited(rows: readonly AnalysisRow[]): readonly Block[] {
  const waiting = rows.filter(({ group }) => group === "waiting");
  const whole = waiting.find(({ response }) => response === WHOLE)?.estimate ?? Number.NaN;
  if (!(whole > 0)) return [];
  const decimals = whole < SHORT_WAIT ? 2 : 1;
  const parts = waiting
    .filter(({ response, estimate }) => response !== WHOLE && estimate > 0)
    .map(({ label, estimate }) => [label, fixed(estimate, decimals), "h", percent(estimate / whole, 0)]);
  const heading = `Why it waited: of ${fixed(whole, decimals)} hours to the first reply, in the mean of those answered`;
  return [
    {
      type: "table",
      columns: [
        { title: "", align: "left" },
        { title: "", align: "right" },
        { title: "", align: "left" },
        { title: "", align: "right" },
      ],
      sections: [{ heading, rows: parts }],
    },
  ];
}
