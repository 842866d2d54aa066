import type { Model } from "../compile.ts";
import { monthsOfWindow } from "../window-stretches.ts";
import type { Tallied } from "./promise-record.ts";
import { type Response, SHARE } from "./response.ts";
import { slugs, specialtySlugs } from "./slug.ts";

/** Of each promise, in their order, what the share that is kept and the risk of a month are called. */
export function promiseResponseNames({
  clinic,
}: Model): readonly { readonly share: string; readonly monthRisk: string }[] {
  return slugs(clinic.promises.map(({ name }) => name)).map((slug) => ({
    share: `promise_${slug}_share`,
    monthRisk: `promise_${slug}_month_risk`,
  }));
}

/** How each promise is kept: over all messages, by month, and in the worst week. */
export function promiseResponses(model: Model): readonly Response[] {
  const { clinic } = model;
  const monthCount = monthsOfWindow(model).length;
  const names = slugs(clinic.promises.map(({ name }) => name));
  return clinic.promises.flatMap((promise, index): Response[] => {
    const name = `promise_${names[index]}`;
    const common = { group: "promises" } as const;
    const below = (month: Tallied) => month.kept < promise.target * month.made * (1 - 1e-12);
    return [
      {
        ...common,
        name: `${name}_share`,
        unit: "share",
        label: `"${promise.name}", kept`,
        estimand: { type: "ratio" },
        headline: true,
        range: SHARE,
        better: "higher",
        doc: `${promise.of}: those answered by their due time. One that is still open when the run ends, or was turned away, is not kept.`,
        formula: "promises kept / promises made, by patients' own messages sent in the window",
        measure: ({ promises }) => {
          const { kept, made } = promises[index]!;
          return { numerator: kept, denominator: made };
        },
      },
      ...specialtySlugs(model).map((slug, specialty): Response => {
        const of = clinic.specialties[specialty]!.name;
        return {
          ...common,
          name: `${name}_share_${slug}`,
          unit: "share",
          label: `"${promise.name}", kept, ${of}`,
          estimand: { type: "ratio" },
          headline: false,
          range: SHARE,
          better: "higher",
          doc: `${promise.of}, of ${of}: those answered by their due time.`,
          formula:
            "promises kept / promises made, by patients' own messages of the specialty sent in the window",
          measure: ({ promises }) => {
            const { kept, made } = promises[index]!.specialties[specialty]!;
            return { numerator: kept, denominator: made };
          },
        };
      }),
      {
        ...common,
        name: `${name}_months_kept`,
        unit: "months",
        label: `"${promise.name}", months that keep it`,
        estimand: { type: "mean" },
        headline: false,
        range: [0, monthCount],
        better: "higher",
        doc: `Months in which at least ${promise.target} of the promises were kept. Months are clipped to the window; less than 14 days join the month beside them; months without messages do not count. Not defined where no month has any.`,
        formula: "number of months with kept / made ≥ target",
        measure: ({ promises }) => {
          const months = promises[index]!.months.filter(({ made }) => made > 0);
          return months.length === 0 ? Number.NaN : months.length - months.filter(below).length;
        },
      },
      {
        ...common,
        name: `${name}_month_risk`,
        unit: "share",
        label: `"${promise.name}", risk that a month falls short`,
        estimand: { type: "ratio" },
        headline: true,
        range: SHARE,
        better: "lower",
        doc: `Share of months, over all replications, in which fewer than ${promise.target} of the promises were kept; it may be ${promise.risk}.`,
        formula: "months with kept / made < target, over months with messages",
        measure: ({ promises }) => {
          const months = promises[index]!.months.filter(({ made }) => made > 0);
          return { numerator: months.filter(below).length, denominator: months.length };
        },
      },
      {
        ...common,
        name: `${name}_worst_week_share`,
        unit: "share",
        label: `"${promise.name}", worst week`,
        estimand: { type: "mean" },
        headline: false,
        range: SHARE,
        better: "higher",
        doc: "Share kept in the week of the window with the lowest; weeks are seven days from its start, those without messages do not count.",
        formula: "min over weeks of kept / made, by week of sending",
        measure: ({ promises }) => {
          const weeks = promises[index]!.weeks.filter(({ made }) => made > 0);
          if (weeks.length === 0) return Number.NaN;
          return weeks.reduce((worst, { kept, made }) => Math.min(worst, kept / made), 1);
        },
      },
    ];
  });
}
