import type { View } from "vega";
import type { Tip } from "./tip.ts";

/** What the scene graph of a view is made of, as far as it is read here. */
interface SceneItem {
  readonly tooltip?: unknown;
  readonly bounds?: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };
  readonly items?: readonly SceneItem[];
  readonly x?: number;
  readonly y?: number;
}

interface Mark {
  readonly x: number;
  readonly y: number;
  readonly told: unknown;
}

/** Arrow keys go from mark to mark of a chart that has the focus, and tell its values. */
export function readByKeys(chart: HTMLElement, view: View, tip: Tip): void {
  chart.tabIndex = 0;
  const label = chart.getAttribute("aria-label") ?? "";
  chart.setAttribute("aria-label", `${label} Arrow keys read its values.`);
  let at = -1;
  chart.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined && event.key !== "Home" && event.key !== "End") return;
    event.preventDefault();
    const marks = marksOf(view);
    if (marks.length === 0) return;
    if (event.key === "Home") at = 0;
    else if (event.key === "End") at = marks.length - 1;
    else at = Math.max(0, Math.min(marks.length - 1, at + step!));
    const { left, top } = chart.getBoundingClientRect();
    const { x, y, told } = marks[at]!;
    tip.at(left + x, top + y, told);
  });
  chart.addEventListener("blur", () => tip.hide());
}

/** Marks that tell something, from left to right, then from top to bottom. */
function marksOf(view: View): readonly Mark[] {
  const found: Mark[] = [];
  const [left, top] = view.origin();
  const visit = (item: SceneItem, x: number, y: number) => {
    const { tooltip, bounds, items, x: ownX = 0, y: ownY = 0 } = item;
    if (tooltip !== undefined && tooltip !== null && bounds !== undefined) {
      found.push({ x: x + (bounds.x1 + bounds.x2) / 2, y: y + (bounds.y1 + bounds.y2) / 2, told: tooltip });
    }
    const isGroup = items?.some(({ items: more }) => more !== undefined) ?? false;
    for (const each of items ?? []) visit(each, isGroup ? x + ownX : x, isGroup ? y + ownY : y);
  };
  const { root } = view.scenegraph() as unknown as { readonly root: SceneItem };
  visit(root, left, top);
  const told = new Map(found.map((mark) => [JSON.stringify(mark.told), mark]));
  return [...told.values()].sort((a, b) => Math.round(a.x) - Math.round(b.x) || a.y - b.y);
}
