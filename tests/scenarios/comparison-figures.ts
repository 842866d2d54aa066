import type { Observed } from "./observed-clinic.ts";
import type { CLINICS } from "./shipped-scenarios.ts";

/** A published figure, and what a clinic's simulation has in its place. */
export interface Figure {
  readonly what: string;
  readonly simulated: (observed: Observed) => number;
  /** As it is printed; `low` and `high` are the published range, if there is one. */
  readonly published: number;
  readonly low?: number;
  readonly high?: number;
  readonly unit: "" | "%" | "h" | "min";
  /** Ids in evidence.csv. */
  readonly sources: readonly string[];
  readonly note?: string;
}

const volume = (published: number, sources: readonly string[], note?: string): Figure => ({
  what: "messages per 100 portal patients and month",
  simulated: (each) => each.messagesPer100AndMonth,
  published,
  unit: "",
  sources,
  ...(note === undefined ? {} : { note }),
});

const reaching = (published: number, sources: readonly string[]): Figure => ({
  what: "messages that reach each physician on a business day",
  simulated: (each) => each.reachingPhysicianADay,
  published,
  unit: "",
  sources,
});

const withoutPhysician = (published: number, sources: readonly string[], note?: string): Figure => ({
  what: "threads closed without a physician",
  simulated: (each) => 100 * each.threadsWithoutPhysician,
  published,
  unit: "%",
  sources,
  ...(note === undefined ? {} : { note }),
});

const urgent = (published: number, sources: readonly string[]): Figure => ({
  what: "threads that are urgent",
  simulated: (each) => 100 * each.urgent,
  published,
  unit: "%",
  sources,
});

const perThread = (published: number, sources: readonly string[]): Figure => ({
  what: "messages and replies in a thread",
  simulated: (each) => each.inThread,
  published,
  unit: "",
  sources,
});

const MINUTES: Figure = {
  what: "physicians' minutes for a message that reaches them",
  simulated: (each) => each.physicianMinutesEach,
  published: 4,
  low: 3,
  high: 5,
  unit: "min",
  sources: ["W18"],
};

const MINUTES_A_YEAR: Figure = {
  what: "physicians' minutes for each portal patient and year",
  simulated: (each) => each.physicianMinutesAPatient,
  published: 5.7,
  unit: "min",
  sources: ["W15"],
  note: "primary care, all providers",
};

/** By specialty, in the order of the table. */
export const FIGURES: Readonly<Record<keyof typeof CLINICS, readonly Figure[]>> = {
  "mental health": [
    volume(42.2, ["A22"], "calls to one resident"),
    {
      what: "portal patients who write within six months",
      simulated: (each) => 100 * each.writersInHalfYear,
      published: 71,
      unit: "%",
      sources: ["A22"],
      note: "calls to one resident",
    },
    reaching(2.2, ["A05"]),
    urgent(16.5, ["M02"]),
    {
      what: "replies on the same day",
      simulated: (each) => 100 * each.sameDay,
      published: 71,
      unit: "%",
      sources: ["W11"],
      note: "visits in writing",
    },
    {
      what: "threads that end in a visit",
      simulated: (each) => 100 * each.endInVisit,
      published: 16,
      unit: "%",
      sources: ["M01"],
    },
    MINUTES,
    MINUTES_A_YEAR,
  ],
  rheumatology: [
    volume(18.9, ["A11"], "all specialties of one system"),
    {
      what: "portal patients who write within a year",
      simulated: (each) => 100 * each.writers,
      published: 28,
      unit: "%",
      sources: ["A12"],
    },
    {
      what: "messages of one who writes, in a year",
      simulated: (each) => each.messagesOfWriter,
      published: 5.38,
      unit: "",
      sources: ["A12"],
      note: "at a lower volume than A11's",
    },
    reaching(2.2, ["A05"]),
    withoutPhysician(61.4, ["T16"], "bowel disease"),
    {
      what: "messages answered by a nurse, a physician asked or not",
      simulated: (each) => 100 * each.nurseReplied,
      published: 77,
      unit: "%",
      sources: ["T15"],
      note: "calls",
    },
    {
      what: "threads that end in a visit",
      simulated: (each) => 100 * each.endInVisit,
      published: 19,
      unit: "%",
      sources: ["T16"],
      note: "bowel disease",
    },
    urgent(3.5, ["M16"]),
    {
      what: "mean time to the reply",
      simulated: (each) => each.meanReply,
      published: 8.8,
      unit: "h",
      sources: ["W13"],
      note: "an advice line that promised 24 hours",
    },
    {
      what: "no reply in 36 hours",
      simulated: (each) => 100 * each.beyond36,
      published: 17.6,
      unit: "%",
      sources: ["W09"],
      note: "primary care",
    },
    MINUTES,
    MINUTES_A_YEAR,
  ],
  dermatology: [
    {
      what: "messages per 100 visits",
      simulated: (each) => each.messagesPer100Visits,
      published: 28,
      low: 28,
      high: 44,
      unit: "",
      sources: ["A01", "A02", "A03", "M09"],
      note: "44 in another clinic, automated mail taken out",
    },
    reaching(2.2, ["A05"]),
    withoutPhysician(60.9, ["T18"]),
    ...(
      [
        [0.25, 2.3, "a quarter of replies within"],
        [0.5, 13.3, "half of replies within"],
        [0.75, 28.9, "three quarters of replies within"],
      ] as const
    ).map(
      ([p, published, what]): Figure => ({
        what,
        simulated: (each) => each.replyQuantile(p),
        published,
        unit: "h",
        sources: ["W08"],
      }),
    ),
    perThread(3.5, ["M10"]),
    urgent(3.5, ["M16"]),
    MINUTES,
    MINUTES_A_YEAR,
  ],
  surgery: [
    {
      what: "messages per 100 visits",
      simulated: (each) => each.messagesPer100Visits,
      published: 13,
      low: 13,
      high: 44,
      unit: "",
      sources: ["A21", "A03", "M09"],
      note: "44 in another clinic ten years later, automated mail taken out",
    },
    reaching(1.1, ["A06"]),
    withoutPhysician(45, ["T17"]),
    perThread(5.8, ["M12"]),
    urgent(3.5, ["M16"]),
    {
      what: "no reply in 36 hours",
      simulated: (each) => 100 * each.beyond36,
      published: 17.6,
      unit: "%",
      sources: ["W09"],
      note: "primary care",
    },
    MINUTES,
    MINUTES_A_YEAR,
  ],
};
