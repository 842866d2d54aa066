import type { UnitCtor } from "mathjs";

declare module "mathjs" {
  /** Makes mathjs's Unit class from the arithmetic it is to use; mathjs exports it without declaring it. */
  export const createUnitClass: (arithmetic: Readonly<Record<string, unknown>>) => UnitCtor;
}
