import type { PolicyParameter } from "../policy.ts";
import type { Flag } from "./flag.ts";

/** How often a mark is right: urgent threads marked, and others marked by mistake. */
export interface ConfusionMatrix {
  readonly sensitivity: number;
  readonly falseAlarm: number;
}

export function flagBy({ sensitivity, falseAlarm }: ConfusionMatrix): Flag {
  return { chance: (urgent) => (urgent ? sensitivity : falseAlarm) };
}

export function confusionParams(standard: ConfusionMatrix): readonly PolicyParameter[] {
  return [
    {
      name: "sensitivity",
      kind: "share",
      doc: "chance that a truly urgent thread is marked; the others wait like routine ones",
      default: standard.sensitivity,
    },
    {
      name: "falseAlarm",
      kind: "share",
      doc: "chance that a thread that is not urgent is marked, and takes the fast lane",
      default: standard.falseAlarm,
    },
  ];
}
