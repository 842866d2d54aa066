import * as z from "zod";
import type { Reading } from "../quantities/reading.ts";

/** What a text in the scenario's own grammar is, for the schema's readers. */
export interface About {
  /** In one or two words: "duration". */
  readonly is: string;
  readonly doc: string;
  readonly pattern?: string;
  readonly examples: readonly string[];
}

/** A text that `read` understands; what it finds wrong becomes the issue. `bound` may refuse a value that can be read. */
export function written<T>(
  read: (text: string) => Reading<T>,
  about: About,
  bound?: (value: T) => string | undefined,
) {
  const { is, doc, pattern, examples } = about;
  return z
    .string()
    .check((context) => {
      const text = context.value;
      const refuse = (message: string, params: Readonly<Record<string, unknown>>) =>
        context.issues.push({ code: "custom", input: text, message, params });
      if (text.length > 200) {
        refuse(`a ${is} of ${text.length} characters is too long`, { code: "too-long" });
        return;
      }
      const reading = read(text);
      if ("fault" in reading) {
        refuse(reading.fault.message, { code: reading.fault.code, hint: reading.fault.hint });
        return;
      }
      const beyond = bound?.(reading.value);
      if (beyond !== undefined) refuse(`${JSON.stringify(text)} ${beyond}`, { code: "out-of-range" });
    })
    .meta({
      description: doc,
      ...(pattern === undefined ? {} : { pattern }),
      examples: [...examples],
      "x-is": is,
    });
}
