import { createHash } from "node:crypto";

const DIGITS = 16;
const SHAPE = /^[0-9a-f]{16} /;

/**
 * `<checksum> <text>` and an end of line: whoever reads it again knows whether it is whole, and that it belongs where it stands, for the
 * checksum is of `owner` too. The text has no line ends in it.
 */
export function checkedLine(owner: string, text: string): string {
  return `${checksum(owner, text)} ${text}\n`;
}

/** The text of such a line, with or without its end; undefined if it is damaged or another's. */
export function textOfLine(owner: string, line: Buffer): string | undefined {
  const whole = line.toString("utf8");
  const text = whole.slice(DIGITS + 1, whole.endsWith("\n") ? -1 : undefined);
  return SHAPE.test(whole) && whole.startsWith(checksum(owner, text)) ? text : undefined;
}

function checksum(owner: string, text: string): string {
  return createHash("sha256").update(owner).update("\n").update(text).digest("hex").slice(0, DIGITS);
}
