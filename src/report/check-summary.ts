import type { Caution, CheckedPromise, Verdict } from "../experiment/index.ts";
import { fixed } from "./number.ts";
import { givenText } from "./staffing-values.ts";
import { stressReasons } from "./stress-reasons.ts";
import type { StressSummary } from "./stress-summary.ts";
import { jsonText } from "./summary-json.ts";
import { harmless } from "./text-width.ts";
import { valueText } from "./value-text.ts";

/** What a check says. Plain data. */
export interface CheckSummary {
  readonly scenario: string;
  readonly scenarioHash: string;
  readonly seed: number;
  readonly confidence: number;
  readonly replications: number;
  /** Whether what cannot be told counts as failed. */
  readonly strict: boolean;
  readonly promises: readonly CheckedPromise[];
  readonly stresses?: StressSummary["report"];
  /** What a replay said of the scenario. */
  readonly cautions: readonly Caution[];
}

/** Of everything that was checked: failed if anything is. */
export function checkVerdict({ promises, stresses }: CheckSummary): Verdict {
  const verdicts = [...promises, ...(stresses?.stresses ?? [])].map(({ verdict }) => verdict);
  if (verdicts.includes("fails")) return "fails";
  return verdicts.includes("cannot tell") ? "cannot tell" : "passes";
}

/** One line for each promise and stress, then one for all. */
export function checkText(summary: CheckSummary): string {
  const { promises, stresses, replications, strict, cautions } = summary;
  const verdict = checkVerdict(summary);
  const counted = strict && verdict === "cannot tell" ? ", which --strict counts as failed" : "";
  return [
    ...promises.map((promise) => line(promise.verdict, promiseText(promise))),
    ...(stresses?.stresses ?? []).map((stress) =>
      line(stress.verdict, [`stress “${stress.name}”`, ...stressReasons(stress, stresses!)].join(": ")),
    ),
    ...(stresses?.leftOut ?? []).map(({ name, why }) => line("–", `stress “${name}” does not apply: ${why}`)),
    ...cautions.map(({ message }) => line("!", message)),
    `${verdict}: ${summary.scenario}, ${replications} ${replications === 1 ? "replication" : "replications"}, seed ${summary.seed}${counted}`,
  ]
    .map((each) => `${harmless(each)}\n`)
    .join("");
}

function line(verdict: string, text: string): string {
  return `${verdict.padEnd("cannot tell".length)}  ${text}`;
}

function promiseText(checked: CheckedPromise): string {
  const { promise, target, limit, response, needs, verdict } = checked;
  if (Number.isNaN(checked.estimate)) return `“${promise}”: no month has a message of which it is promised`;
  const { value, interval } = valueText({ unit: "share", ...checked });
  const risk = `a month falls below ${givenText(target, "share")} with a risk of ${value} %${interval === "" ? "" : ` (${interval})`}`;
  const allowed = `${brief(limit)} % is allowed`;
  const hint =
    verdict !== "cannot tell"
      ? ""
      : `; too few replications to tell${needs === undefined ? "" : `, about ${fixed(needs, 0)} would`}: --replications, or --until ${response}=1pp`;
  return `“${promise}”: ${risk}; ${allowed}${hint}`;
}

function brief(share: number): string {
  return fixed(share * 100, 2).replace(/\.?0+$/, "");
}

const FORMAT = "clinicsim/check/1";

/** As `--json` prints it: numbers that are none as in `summary.json`. */
export function checkJson(summary: CheckSummary): string {
  const { stresses, ...rest } = summary;
  return jsonText({
    format: FORMAT,
    ...rest,
    verdict: checkVerdict(summary),
    ...(stresses === undefined
      ? {}
      : {
          recoverWithin: stresses.recoverWithin,
          leftOut: stresses.leftOut,
          stresses: stresses.stresses.map(({ path: _, ...stress }) => stress),
        }),
  });
}
