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
  /** Of what it must be a whole multiple; of times, in minutes. */
  readonly step?: number;
}

/**
 * A text that `read` understands; what it finds wrong becomes the issue. `bound` may refuse a value that can
 * be read.
 */
export function written<T>(
  read: (text: string) => Reading<T>,
  { is, doc, pattern, examples, step }: About,
  bound?: (value: T) => string | undefined,
) {
  const text = z.string().check((context) => {
    const { value } = context;
    if (value.length <= 200) refuseUnread(context, read(value), bound);
    else {
      const message = `a ${is} of ${value.length} characters is too long`;
      context.issues.push({ code: "custom", input: value, message, params: { code: "too-long" } });
    }
  });
  return described(text, doc, {
    ...(pattern === undefined ? {} : { pattern }),
    examples: [...examples],
    "x-is": is,
    ...(step === undefined ? {} : { "x-step": step }),
  });
}

/** A text that `read` understands, or a bare whole number, which needs no unit here. */
export function writtenOrWhole<T>(
  read: (written: string | number) => Reading<T>,
  { is, doc, pattern, examples, step }: About,
) {
  const either = z.union([z.string().check(z.maxLength(200)), z.number()]).check((context) => {
    refuseUnread(context, read(context.value));
  });
  return described(either, doc, {
    ...(pattern === undefined ? {} : { pattern }),
    examples: [...examples],
    "x-is": is,
    ...(step === undefined ? {} : { "x-step": step }),
  });
}

function refuseUnread<T>(
  context: { readonly value: string | number; readonly issues: z.core.$ZodRawIssue[] },
  reading: Reading<T>,
  bound?: (value: T) => string | undefined,
): void {
  const { value: input } = context;
  const refuse = (message: string, params: Readonly<Record<string, unknown>>) =>
    context.issues.push({ code: "custom", input, message, params });
  if ("fault" in reading) {
    const { code, message, hint } = reading.fault;
    refuse(message, { code, hint });
    return;
  }
  const beyond = bound?.(reading.value);
  if (beyond !== undefined) refuse(`${JSON.stringify(input)} ${beyond}`, { code: "out-of-range" });
}
