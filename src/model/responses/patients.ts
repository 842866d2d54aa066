import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from "../../units.ts";
import type { Model } from "../compile.ts";
import { groupOf, type RoleGroup } from "../roles.ts";
import { mondayOpenings, oldestOpen } from "./backlog.ts";
import { NOT_NEGATIVE, type Response, SHARE } from "./response.ts";
import { specialtySlugs } from "./slug.ts";
import type { MessageTally } from "./tallies.ts";
import { waitResponses } from "./waits.ts";

/** What patients get: waits, and what becomes of their messages. */
export function patientResponses(model: Model): readonly Response[] {
  return [
    ...waitResponses(model),
    oldestOpenMessage(model, "d", "oldest open message on a Monday morning", true),
    oldestOpenMessage(model, "business_h", "oldest open message on a Monday morning, opening hours", false),
    ...answered(model),
  ];
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
      "max over first openings of the weeks in the window of (now − sent) of the oldest message let in and not closed",
    headline,
    measure: ({ messages }) => {
      const moments = mondayOpenings(model).filter((t) => t >= model.windowStart && t < model.windowEnd);
      return inOpeningHours
        ? oldestOpen(messages, moments, (from, to) => business.between(from, to)) / MINUTES_PER_HOUR
        : oldestOpen(messages, moments, (from, to) => to - from) / MINUTES_PER_DAY;
    },
  };
}

/** A share of messages, told for all and, where there are several, for each specialty. */
interface Share {
  readonly name: string;
  readonly label: string;
  readonly better: Response["better"];
  readonly doc: string;
  readonly formula: string;
  readonly headline: boolean;
  readonly part: keyof MessageTally;
  readonly whole: keyof MessageTally;
}

const TAKEN = "messages that need a reply and are let in, of patients' own sent in the window";

function answered(model: Model): Response[] {
  const has = (group: RoleGroup) =>
    model.clinic.teams.some(({ role, count }) => count > 0 && groupOf(role) === group);
  const shares: Share[] = [
    {
      name: "unanswered_share",
      label: "never answered",
      better: "lower",
      doc: "Messages that need a reply and get none before the run ends, those turned away included.",
      formula:
        "messages without a reply / messages that need one, let in or not, of patients' own sent in the window",
      headline: false,
      part: "unanswered",
      whole: "owed",
    },
  ];
  if (has("clerk")) {
    shares.push({
      name: "clerk_closed_share",
      label: "closed by a clerk alone",
      better: "higher",
      doc: "Messages that need a reply and are closed by a clerk or assistant without a resident or physician having touched them.",
      formula: `those closed by clerks and assistants, no physician's touch / ${TAKEN}`,
      headline: true,
      part: "closedByClerk",
      whole: "taken",
    });
  }
  if (has("nurse")) {
    shares.push(
      {
        name: "nurse_closed_share",
        label: "closed by a nurse alone",
        better: "higher",
        doc: "Messages that need a reply and are closed by a nurse, pharmacist or nurse practitioner without a resident or physician having touched them.",
        formula: `those closed by nurses, pharmacists and nurse practitioners, no physician's touch / ${TAKEN}`,
        headline: true,
        part: "closedByNurse",
        whole: "taken",
      },
      {
        name: "nurse_replied_share",
        label: "answered by a nurse, a physician asked or not",
        better: "neither",
        doc: "Messages that need a reply and get it from a nurse, pharmacist or nurse practitioner.",
        formula: `those closed by nurses, pharmacists and nurse practitioners / ${TAKEN}`,
        headline: false,
        part: "repliedByNurse",
        whole: "taken",
      },
    );
  }
  return shares.flatMap((share) => sharesOf(model, share));
}

function sharesOf(
  model: Model,
  { part, whole, name, label, formula, headline, better, doc }: Share,
): Response[] {
  const common = {
    unit: "share",
    group: "patients",
    estimand: { type: "ratio" },
    range: SHARE,
    better,
    doc,
  } as const;
  return [
    {
      ...common,
      name,
      label,
      formula,
      headline,
      measure: ({ tallies: { all } }) => ({ numerator: all[part], denominator: all[whole] }),
    },
    ...specialtySlugs(model).map((slug, specialty): Response => {
      return {
        ...common,
        name: `${name}_${slug}`,
        label: `${label}, ${model.clinic.specialties[specialty]!.name}`,
        formula: `${formula}, of the specialty`,
        headline: false,
        measure: ({ tallies }) => {
          const tally = tallies.bySpecialty[specialty]!;
          return { numerator: tally[part], denominator: tally[whole] };
        },
      };
    }),
  ];
}
