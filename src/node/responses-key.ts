import { createHash } from "node:crypto";
import type { ResponseColumn } from "../experiment/index.ts";

/** Hexadecimal name of a list of responses: equal lists have equal names. */
export function responsesKey(responses: readonly ResponseColumn[]): string {
  return createHash("sha256").update(JSON.stringify(responses)).digest("hex").slice(0, 16);
}
