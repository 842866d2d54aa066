import { quantile } from "../../stats/index.ts";
import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from "../../units.ts";
import type { Model } from "../compile.ts";
import { NOT_NEGATIVE, type Response } from "./response.ts";
import type { SampleName } from "./samples.ts";
import { specialtySlugs } from "./slug.ts";

type Clock = "business_h" | "wall_h" | "wall_d";
type What = "first_read" | "first_reply" | "later_reply" | "resolution";

interface Terms {
  readonly of: string;
  readonly doc: string;
}

const AWAY = "one turned away though it needed a reply waits for ever";
const TERMS: Readonly<Record<What, Terms>> = {
  first_reply: {
    of: "first messages of threads that need a reply, sent in the window",
    doc: `From sending the first message of a thread to the reply; a message without one by the end of the run waits for ever, and ${AWAY}.`,
  },
  later_reply: {
    of: "further messages of threads that need a reply, sent in the window",
    doc: `From sending a follow-up to the reply; one without a reply by the end of the run waits for ever, and ${AWAY}.`,
  },
  resolution: {
    of: "threads opened in the window, those turned away included",
    doc: `From a thread's first message to the last closing of any of the patient's own; for ever while one is open, and ${AWAY}. A follow-up that would come after the end of the run is not waited for.`,
  },
  first_read: {
    of: "patients' own messages sent in the window",
    doc: `From sending a message, thank-yous too, until a person takes it up, or answers it in a call; one that nobody has by the end of the run waits for ever, and ${AWAY}.`,
  },
};
const CLOCKS: Readonly<Record<Clock, string>> = {
  business_h: "opening hours",
  wall_h: "on the clock",
  wall_d: "on the clock",
};
const POINTS = [
  { name: "median", p: 0.5, label: "median" },
  { name: "p90", p: 0.9, label: "9 of 10 within" },
  { name: "p95", p: 0.95, label: "19 of 20 within" },
] as const;
/** What a first table shows. */
const HEADLINES: ReadonlySet<string> = new Set([
  "first_reply_median_business_h",
  "first_reply_p90_business_h",
  "resolution_p90_wall_d",
]);

/** How long patients wait: until somebody reads, until the reply, until all is done. */
export function waitResponses(model: Model): readonly Response[] {
  const waits = (what: What, clock: Clock, label: string) =>
    POINTS.map((point) => waitResponse(model, what, clock, `${label}, ${CLOCKS[clock]}`, point));
  return [
    ...waits("first_reply", "business_h", "first reply"),
    ...waits("first_reply", "wall_h", "first reply"),
    ...specialtySlugs(model).flatMap((slug, specialty) =>
      POINTS.slice(0, 2).map((point): Response => {
        const { name } = model.clinic.specialties[specialty]!;
        const label = `first reply, ${name}, opening hours`;
        return {
          ...waitResponse(model, "first_reply", "business_h", label, point, slug),
          headline: point.name === "p90",
        };
      }),
    ),
    ...waits("later_reply", "business_h", "reply to a follow-up"),
    ...waits("later_reply", "wall_h", "reply to a follow-up"),
    ...waits("resolution", "wall_d", "thread resolved"),
    ...waits("resolution", "business_h", "thread resolved"),
    ...waits("first_read", "business_h", "first read"),
    ...waits("first_read", "wall_h", "first read"),
  ];
}

function waitResponse(
  model: Model,
  what: What,
  clock: Clock,
  label: string,
  { name: point, p, label: words }: (typeof POINTS)[number],
  specialty?: string,
): Response {
  const { of, doc } = TERMS[what];
  const name = `${what}_${point}_${clock}`;
  const suffix = specialty === undefined ? "" : `_${specialty}`;
  const sample = `${what}_${clock}${suffix}` as SampleName;
  return {
    name: `${name}${suffix}`,
    unit: clock === "wall_d" ? "d" : "h",
    label: `${label}, ${words}`,
    group: "patients",
    estimand: { type: "quantile", p, sample, watched: watchedFor(model, clock) },
    range: NOT_NEGATIVE,
    better: "lower",
    doc,
    formula: `${p}-quantile over ${of}${specialty === undefined ? "" : ", of the specialty"}; +∞ for what never came`,
    headline: HEADLINES.has(name),
    measure: ({ samples }) => quantile(samples[sample]!, p),
  };
}

/** How long every message of the window is watched at least: the run-out, by a clock. */
export function watchedFor({ calendar, windowEnd, end }: Model, clock: Clock): number {
  if (clock === "business_h") return calendar.business.between(windowEnd, end) / MINUTES_PER_HOUR;
  return (end - windowEnd) / (clock === "wall_h" ? MINUTES_PER_HOUR : MINUTES_PER_DAY);
}
