import type { Caution, CheckedPromise } from "../experiment/index.ts";
import { fixed } from "./number.ts";
import { givenText } from "./staffing-values.ts";
import { stressReasons } from "./stress-reasons.ts";
import type { StressSummary } from "./stress-summary.ts";
import { jsonText } from "./summary-json.ts";
import { harmless } from "./text-width.ts";
import { valueText } from "./value-text.ts";

/**
 * What a check fails. One of:
 *
 * – *estimate* – what exceeds its limit in the estimate, and stresses that are surely not stood;
 * – *strict* – all that is not surely within its limit, and stresses that cannot be told;
 * – *lenient* – only what surely exceeds its limit.
 */
export type Burden = "estimate" | "strict" | "lenient";

/** What a check says. Plain data. */
export interface CheckSummary {
  readonly scenario: string;
  readonly scenarioHash: string;
  readonly seed: number;
  readonly confidence: number;
  readonly replications: number;
  readonly burden: Burden;
  readonly promises: readonly CheckedPromise[];
  readonly stresses?: StressSummary["report"];
  /** What a replay said of the scenario. */
  readonly cautions: readonly Caution[];
}

/** Of everything that was checked: failed if anything is, and whether more replications might turn that. */
export function checkVerdict({ promises, stresses, burden }: CheckSummary): {
  readonly verdict: "passes" | "fails";
  readonly isSure: boolean;
} {
  const parts = [
    ...promises,
    ...(stresses?.stresses ?? []).map(({ verdict }) => ({ verdict, isSure: verdict !== "cannot tell" })),
  ];
  const sureFault = parts.some(({ verdict, isSure }) => verdict === "fails" && isSure);
  const fault = parts.some(({ verdict }) => verdict === "fails");
  const isSure = sureFault || parts.every((part) => part.isSure);
  const isFailed = { estimate: fault, strict: fault || !isSure, lenient: sureFault }[burden];
  return { verdict: isFailed ? "fails" : "passes", isSure };
}

/** One line for each promise and stress, then one for all. */
export function checkText(summary: CheckSummary): string {
  const { promises, stresses, replications, cautions } = summary;
  const { verdict } = checkVerdict(summary);
  return [
    ...promises.map((promise) => line(promise.verdict, promiseText(promise))),
    ...(stresses?.stresses ?? []).map((stress) =>
      line(stress.verdict, [`stress “${stress.name}”`, ...stressReasons(stress, stresses!)].join(": ")),
    ),
    ...(stresses?.leftOut ?? []).map(({ name, why }) => line("–", `stress “${name}” does not apply: ${why}`)),
    ...cautions.map(({ message }) => line("!", message)),
    `${verdict}: ${summary.scenario}, ${replications} ${replications === 1 ? "replication" : "replications"}, seed ${summary.seed}${surenessText(summary)}`,
  ]
    .map((each) => `${harmless(each)}\n`)
    .join("");
}

function surenessText(summary: CheckSummary): string {
  const { burden, promises } = summary;
  const { verdict, isSure } = checkVerdict(summary);
  if (isSure) return "";
  const isOver = promises.some((promise) => promise.verdict === "fails");
  if (burden === "strict" && verdict === "fails" && !isOver) {
    return "; not surely passed, which --strict counts as failed";
  }
  if (burden === "lenient" && isOver) return "; not surely failed, which --lenient lets pass";
  return "; not surely";
}

function line(verdict: string, text: string): string {
  return `${verdict.padEnd("cannot tell".length)}  ${text}`;
}

function promiseText(checked: CheckedPromise): string {
  const { promise, target, limit, response, needs, isSure } = checked;
  if (Number.isNaN(checked.estimate)) return `“${promise}”: no month has a message of which it is promised`;
  const { value, interval } = valueText({ unit: "share", ...checked });
  const risk = `a month falls below ${givenText(target, "share")} with a risk of ${value} %${interval === "" ? "" : ` (${interval})`}`;
  const allowed = `${brief(limit)} % is allowed`;
  const hint = isSure
    ? ""
    : `; too few replications to be sure${needs === undefined ? "" : `, about ${fixed(needs, 0)} would do`}: --replications, or --until ${response}=1pp`;
  return `“${promise}”: ${risk}; ${allowed}${hint}`;
}

function brief(share: number): string {
  return fixed(share * 100, 2).replace(/\.?0+$/, "");
}

const FORMAT = "clinicsim/check/2";

/** As `--json` prints it: numbers that are none as in `summary.json`. */
export function checkJson(summary: CheckSummary): string {
  const { stresses, ...rest } = summary;
  return jsonText({
    format: FORMAT,
    ...rest,
    ...checkVerdict(summary),
    ...(stresses === undefined
      ? {}
      : {
          recoverWithin: stresses.recoverWithin,
          leftOut: stresses.leftOut,
          stresses: stresses.stresses.map(({ path: _, ...stress }) => stress),
        }),
  });
}
