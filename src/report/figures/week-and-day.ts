import type { NamedPatterns } from "../patterns-json.ts";
import type { Figure } from "./figure.ts";
import { physicianDayFigure } from "./physician-day.ts";
import { weekFigures } from "./week-heat.ts";

/** The week of a clinic, and a physician's day in it, beside that of the base where there is one. */
export function weekAndDayFigures(own: NamedPatterns, base?: NamedPatterns): readonly (Figure | undefined)[] {
  const [messages, staff, work] = weekFigures(own);
  return [messages, staff, physicianDayFigure(own, base), work];
}
