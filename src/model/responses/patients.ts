import { quantile } from "../../stats/index.ts";
import { MINUTES_PER_DAY } from "../../units.ts";
import type { Model } from "../compile.ts";
import { mondayOpenings, oldestOpen } from "./backlog.ts";
import { countSent, type MessageColumns } from "./message-columns.ts";
import type { Response } from "./response.ts";
import type { SampleName } from "./samples.ts";

/** What patients get: waits, and what becomes of their messages. */
export function patientResponses(model: Model): readonly Response[] {
  return [
    ...waits("first_reply", "business_h", "first reply, opening hours", FIRST, true),
    ...waits("first_reply", "wall_h", "first reply, on the clock", FIRST, false),
    ...waits("later_reply", "business_h", "reply to a follow-up, opening hours", LATER, true),
    ...waits("resolution", "wall_d", "thread resolved, on the clock", RESOLUTION, true),
    {
      name: "oldest_open_message_d",
      unit: "d",
      label: "oldest open message on a Monday morning",
      group: "patients",
      estimand: { type: "mean" },
      better: "lower",
      doc: "The longest that any message had been open when a week began.",
      formula:
        "max over first openings of the weeks in the window of (now − sent) of the oldest message not closed",
      headline: true,
      measure: ({ messages }) => {
        const moments = mondayOpenings(model).filter((t) => t >= model.windowStart && t < model.windowEnd);
        return oldestOpen(messages, moments) / MINUTES_PER_DAY;
      },
    },
    share(
      "unanswered_share",
      "never answered",
      "lower",
      "Messages that need a reply and get none before the run ends.",
      (messages, i) => Number.isNaN(messages.replied[i]!),
      false,
    ),
    share(
      "nurse_closed_share",
      "closed by a nurse alone",
      "higher",
      "Messages that need a reply and are closed without a physician having touched them.",
      (messages, i) => !Number.isNaN(messages.closed[i]!) && messages.physicianTouches[i] === 0,
      true,
    ),
    share(
      "nurse_replied_share",
      "answered by a nurse, a physician asked or not",
      "neither",
      "Messages that need a reply and get it from a nurse.",
      (messages, i) => model.clinic.teams[messages.closedBy[i]! - 1]?.role === "nurse",
      false,
    ),
    {
      name: "calls_answered_share",
      unit: "share",
      label: "calls answered",
      group: "patients",
      estimand: { type: "ratio" },
      better: "higher",
      doc: "Calls that somebody takes up before the caller gives up; not defined where there are no calls.",
      formula: "calls taken up / calls, of those that come in the window",
      headline: true,
      measure: ({ recorder }) => ({ numerator: recorder.callsAnswered, denominator: recorder.calls }),
    },
  ];
}

const FIRST = {
  of: "first messages of threads that need a reply, sent in the window",
  doc: "From sending the first message of a thread to the reply; a message without one by the end of the run waits for ever.",
};
const LATER = {
  of: "further messages of threads that need a reply, sent in the window",
  doc: "From sending a follow-up to the reply; one without a reply by the end of the run waits for ever.",
};
const RESOLUTION = {
  of: "threads opened in the window",
  doc: "From a thread's first message to the last closing of any of its messages; for ever while one is open.",
};

function waits(
  what: "first_reply" | "later_reply" | "resolution",
  clock: "business_h" | "wall_h" | "wall_d",
  label: string,
  { of, doc }: typeof FIRST,
  headline: boolean,
): Response[] {
  const sample = `${what}_${clock}` as SampleName;
  const unit = clock === "wall_d" ? "d" : "h";
  const points = [
    { name: "median", p: 0.5 },
    { name: "p90", p: 0.9 },
  ];
  return points.map(({ name, p }) => ({
    name: `${what}_${name}_${clock}`,
    unit,
    label: `${label}, ${name === "median" ? "median" : "9 of 10 within"}`,
    group: "patients",
    estimand: { type: "quantile", p, sample },
    better: "lower",
    doc,
    formula: `${p}-quantile over ${of}, +∞ for the unanswered`,
    headline,
    measure: ({ samples }) => quantile(samples[sample], p),
  }));
}

function share(
  name: string,
  label: string,
  better: Response["better"],
  doc: string,
  condition: (messages: MessageColumns, index: number) => boolean,
  headline: boolean,
): Response {
  return {
    name,
    unit: "share",
    label,
    group: "patients",
    estimand: { type: "ratio" },
    better,
    doc,
    formula: `${label} / messages that need a reply, of those sent in the window`,
    headline,
    measure: ({ messages }) => ({
      numerator: countSent(messages, (i) => messages.needsReply[i] === 1 && condition(messages, i)),
      denominator: countSent(messages, (i) => messages.needsReply[i] === 1),
    }),
  };
}
