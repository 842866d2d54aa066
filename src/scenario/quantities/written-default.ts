import type { PolicyParameter } from "../../model/index.ts";
import type { JsonValue } from "../json-value.ts";
import { writtenDistribution } from "./distribution.ts";
import { writtenClock, writtenDuration } from "./policy-times.ts";

/** A policy's parameter, left out, as a file would write it; undefined for what cannot be written: a time without end. */
export function writtenDefault(parameter: PolicyParameter): JsonValue | undefined {
  switch (parameter.kind) {
    case "minutes":
      return writtenDistribution(parameter.default);
    case "duration":
      return parameter.default === Number.POSITIVE_INFINITY ? undefined : writtenDuration(parameter.default);
    case "times":
      return parameter.default.map(writtenClock);
    case "topics":
      return [...parameter.default];
    case "roles":
      return { ...parameter.default };
    default:
      return parameter.default;
  }
}
