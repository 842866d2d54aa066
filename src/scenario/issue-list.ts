import type { Issue } from "../errors.ts";
import type { Segment } from "./json-value.ts";
import { formatPath } from "./path.ts";

/** A fault before it has a place in the file. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

/** An issue with its path still in pieces. */
export interface PlacedIssue extends Omit<Issue, "path" | "line" | "column"> {
  readonly segments: readonly Segment[];
  /** Point at the key, not at its value. */
  readonly atKey?: boolean;
}

/** A fault at a place, as an error. */
export function errorAt(segments: readonly Segment[], fault: Fault, atKey = false): PlacedIssue {
  return { severity: "error", segments, atKey, ...fault };
}

/** A fault at a place, as a warning: it never blocks. */
export function warningAt(segments: readonly Segment[], fault: Fault): PlacedIssue {
  return { severity: "warning", segments, ...fault };
}

/** The issue as users get it; `position` is where it stands in the file, if it does. */
export function toIssue(placed: PlacedIssue, position?: { line: number; column: number }): Issue {
  const { code, severity, message, hint, segments } = placed;
  return {
    code,
    path: formatPath(segments),
    message,
    ...(hint === undefined ? {} : { hint }),
    severity,
    ...(position ?? {}),
  };
}
