import * as z from "zod/mini";
import type { Reading } from "../quantities/reading.ts";
import { described } from "./described.ts";

/** What a text in the scenario's own grammar is, for the schema's readers. */
export interface About {
  /** In one or two words: "duration". */
  readonly is: string;
  readonly doc: string;
  readonly pattern?: string;
  readonly examples: readonly string[];
}

/**
 * A text that `read` understands; what it finds wrong becomes the issue. `bound` may refuse a value that can
 * be read.
 */
export function written<T>(
  read: (text: string) => Reading<T>,
  { is, doc, pattern, examples }: About,
  bound?: (value: T) => string | undefined,
) {
  const text = z.string().check((context) => {
    const { value } = context;
    const refuse = (message: string, params: Readonly<Record<string, unknown>>) =>
      context.issues.push({ code: "custom", input: value, message, params });
    if (value.length > 200) {
      refuse(`a ${is} of ${value.length} characters is too long`, { code: "too-long" });
      return;
    }
    const reading = read(value);
    if ("fault" in reading) {
      refuse(reading.fault.message, { code: reading.fault.code, hint: reading.fault.hint });
      return;
    }
    const beyond = bound?.(reading.value);
    if (beyond !== undefined) refuse(`${JSON.stringify(value)} ${beyond}`, { code: "out-of-range" });
  });
  return described(text, doc, {
    ...(pattern === undefined ? {} : { pattern }),
    examples: [...examples],
    "x-is": is,
  });
}
