import type { ReplayReport } from "../experiment/index.ts";
import type { Model } from "../model/index.ts";
import { gradedHash, type Scenario } from "../scenario/index.ts";
import { checkText } from "./replay-sentences.ts";
import { REPLAY_SHAPE } from "./result-shapes/replay-shape.ts";
import { fits } from "./shape.ts";
import { jsonText, readJson } from "./summary-json.ts";

/** All that is reported of a replay: what `replay.json` holds and every rendering shows. Plain data, and aggregates only. */
export interface ReplaySummary {
  readonly scenario: string;
  /** SHA-256 of what was graded. */
  readonly of: string;
  readonly seed: number;
  /** People whose absences are the record's, and those whose absences are drawn. */
  readonly absences: { readonly known: number; readonly drawn: number };
  readonly report: ReplayReport;
}

/** Everything that is reported of a replay. */
export function summariseReplay(
  { document }: Scenario,
  { clinic }: Model,
  seed: number,
  absences: ReplaySummary["absences"],
  report: ReplayReport,
): ReplaySummary {
  return { scenario: clinic.name, of: gradedHash(document), seed, absences, report };
}

/** Parts that are not judged, in a scenario file at most, and letters of each. */
const MOST_PARTS = 10;
const MOST_LETTERS = 200;

/** What a scenario file says of itself once it has been graded: its section `validation`. */
export function validationOf({ of, report }: ReplaySummary) {
  const { grade, from, to, judged: messages, faults, notJudged, fitted } = report;
  const parts = notJudged.filter(({ isPart }) => isPart).map(({ what }) => what.slice(0, MOST_LETTERS));
  return {
    grade,
    from,
    to,
    messages,
    mend: faults.length > 0 ? faults.slice(0, 3).map(checkText) : tooLittle(report),
    ...(parts.length === 0 ? {} : { notJudged: parts.slice(0, MOST_PARTS) }),
    ...(fitted === undefined ? {} : { seen: true }),
    of,
  };
}

/** What keeps a model from an A in which nothing was found off. */
function tooLittle({ blurred }: ReplayReport): readonly string[] {
  return blurred.map((check) => `too short a record to tell ${checkText(check)}`).slice(0, 3);
}

const FORMAT = "clinicsim/replay/1";

/** `replay.json`: numbers that are none as in `summary.json`. */
export function replayJson(summary: ReplaySummary): string {
  return jsonText({ format: FORMAT, ...summary });
}

/** The summary that `text` was made from; undefined if it was made from none. */
export function readReplayJson(text: string): ReplaySummary | undefined {
  const read = readJson(text, FORMAT);
  return fits(read, REPLAY_SHAPE) ? (read as unknown as ReplaySummary) : undefined;
}
