import type { JsonValue } from "../../scenario/index.ts";

/** A part of the scenario that a planner changes without the editor: plain data, to be drawn. */
export type Control = NumberControl | ChoiceControl | TextControl | LinesControl | SwitchControl;

interface Base {
  /** Where its value stands in the scenario. */
  readonly path: string;
  readonly label: string;
  /** What it is, in a sentence; empty where the label says it. */
  readonly doc: string;
  /** What stands behind the number, where the scenario says. */
  readonly evidence?: string;
}

/** A number, or the number at the beginning of a text such as `19 per 100 portal patients per month`. */
export interface NumberControl extends Base {
  readonly kind: "number";
  /** As shown: shares in per cent. */
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly unit: string;
  /** How a shown number becomes the scenario's value. */
  readonly writes: "number" | "share" | { readonly tail: string };
}

interface ChoiceControl extends Base {
  readonly kind: "choice";
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly doc: string }[];
}

interface TextControl extends Base {
  readonly kind: "text";
  readonly value: string;
}

/** A list of texts, one a line. */
export interface LinesControl extends Base {
  readonly kind: "lines";
  readonly value: readonly string[];
  readonly example: string;
}

/** On or off: each with what then stands at its path. */
interface SwitchControl extends Base {
  readonly kind: "switch";
  readonly value: boolean;
  readonly on: JsonValue;
  readonly off: JsonValue;
}

export interface ControlSection {
  /** Empty where the group has one section. */
  readonly title: string;
  readonly controls: readonly Control[];
}

export interface ControlGroup {
  readonly title: string;
  readonly sections: readonly ControlSection[];
}

/** The scenario's value for a number as it is shown. */
export function writtenNumber({ writes }: NumberControl, shown: number): JsonValue {
  if (writes === "number") return shown;
  if (writes === "share") return Number((shown / 100).toPrecision(12));
  return `${shown}${writes.tail}`;
}
