import { quantile } from "../../stats/index.ts";
import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from "../../units.ts";
import type { Model } from "../compile.ts";
import { mondayOpenings, oldestOpen } from "./backlog.ts";
import { countSent, type MessageColumns } from "./message-columns.ts";
import { NOT_NEGATIVE, type Response, SHARE } from "./response.ts";
import type { SampleName } from "./samples.ts";

/** What patients get: waits, and what becomes of their messages. */
export function patientResponses(model: Model): readonly Response[] {
  return [
    ...waits("first_reply", "business_h", "first reply, opening hours", FIRST, true),
    ...waits("first_reply", "wall_h", "first reply, on the clock", FIRST, false),
    ...waits("later_reply", "business_h", "reply to a follow-up, opening hours", LATER, true),
    ...waits("later_reply", "wall_h", "reply to a follow-up, on the clock", LATER, false),
    ...waits("resolution", "wall_d", "thread resolved, on the clock", RESOLUTION, true),
    ...waits("resolution", "business_h", "thread resolved, opening hours", RESOLUTION, false),
    ...waits("first_read", "business_h", "first read, opening hours", READ, false),
    ...waits("first_read", "wall_h", "first read, on the clock", READ, false),
    oldestOpenMessage(model, "d", "oldest open message on a Monday morning", true),
    oldestOpenMessage(model, "business_h", "oldest open message on a Monday morning, opening hours", false),
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
      range: SHARE,
      better: "higher",
      doc: "Calls that somebody takes up before the caller gives up; not defined where there are no calls.",
      formula: "calls taken up / calls, of those that come in the window",
      headline: true,
      measure: ({ samples: { call_wait_min: waits } }) => ({
        numerator: waits.filter(Number.isFinite).length,
        denominator: waits.length,
      }),
    },
    {
      name: "call_wait_median_min",
      unit: "min",
      label: "call taken up, median",
      group: "patients",
      estimand: { type: "quantile", p: 0.5, sample: "call_wait_min" },
      range: NOT_NEGATIVE,
      better: "lower",
      doc: "From a call to somebody's taking it up, on the clock; a caller who gives up has waited for ever.",
      formula: "0.5-quantile over calls that come in the window, +∞ for those nobody takes up",
      headline: false,
      measure: ({ samples }) => quantile(samples.call_wait_min, 0.5),
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
  doc: "From a thread's first message to the last closing of any of its messages; for ever while one is open. A follow-up that would come after the end of the run is not waited for.",
};
const READ = {
  of: "messages sent in the window",
  doc: "From sending any message, thank-yous too, until somebody takes it up; one that nobody has by the end of the run waits for ever.",
};

function waits(
  what: "first_read" | "first_reply" | "later_reply" | "resolution",
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
    range: NOT_NEGATIVE,
    better: "lower",
    doc,
    formula: `${p}-quantile over ${of}, +∞ for the unanswered`,
    headline,
    measure: ({ samples }) => quantile(samples[sample], p),
  }));
}

/** On the clock, or in opening hours. */
function oldestOpenMessage(
  model: Model,
  clock: "d" | "business_h",
  label: string,
  headline: boolean,
): Response {
  const { business } = model.calendar;
  const inOpeningHours = clock === "business_h";
  return {
    name: `oldest_open_message_${clock}`,
    unit: inOpeningHours ? "h" : "d",
    label,
    group: "patients",
    estimand: { type: "mean" },
    range: NOT_NEGATIVE,
    better: "lower",
    doc: `The longest that any message had been open when a week began${inOpeningHours ? ", in opening hours" : ""}.`,
    formula:
      "max over first openings of the weeks in the window of (now − sent) of the oldest message not closed",
    headline,
    measure: ({ messages }) => {
      const moments = mondayOpenings(model).filter((t) => t >= model.windowStart && t < model.windowEnd);
      return inOpeningHours
        ? oldestOpen(messages, moments, (from, to) => business.between(from, to)) / MINUTES_PER_HOUR
        : oldestOpen(messages, moments, (from, to) => to - from) / MINUTES_PER_DAY;
    },
  };
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
    range: SHARE,
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
