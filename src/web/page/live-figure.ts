import { Error as ERROR, parse, type Spec, View } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { readByKeys } from "./reading.ts";
import { offerToSave } from "./saving.ts";
import { createTip } from "./tip.ts";

/** Brings every picture of the page to life when it comes into sight. */
export function loadFigures(): void {
  const specs = JSON.parse(document.getElementById("figures")?.textContent ?? "{}") as Record<string, Spec>;
  const tip = createTip();
  const charts = [...document.querySelectorAll<HTMLElement>(".chart[data-figure]")];
  for (const chart of charts) offerToSave(chart);
  const waiting = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        const spec = specs[(target as HTMLElement).dataset.figure ?? ""];
        if (!isIntersecting || spec === undefined) continue;
        waiting.unobserve(target);
        void bringToLife(target as HTMLElement, spec, tip);
      }
    },
    { rootMargin: "400px" },
  );
  for (const chart of charts) waiting.observe(chart);
}

async function bringToLife(chart: HTMLElement, spec: Spec, tip: ReturnType<typeof createTip>): Promise<void> {
  const place = document.createElement("div");
  // The interpreter in place of compiled expressions: the page's policy forbids eval.
  const view = new View(parse(spec, undefined, { ast: true }), {
    expr: expressionInterpreter,
    renderer: "svg",
    container: place,
    hover: true,
    logLevel: ERROR,
    tooltip: (_, event, __, value) => tip.at(event.clientX, event.clientY, value),
  });
  const widen = () => view.width(Math.max(240, chart.clientWidth)).runAsync();
  await widen();
  chart.replaceChildren(place);
  // The chart around it has the picture's name; vega's own names for its marks say less than the table below.
  place.setAttribute("aria-hidden", "true");
  readByKeys(chart, view, tip);
  let width = chart.clientWidth;
  new ResizeObserver(() => {
    if (chart.clientWidth === width || matchMedia("print").matches) return;
    width = chart.clientWidth;
    void widen();
  }).observe(chart);
}
