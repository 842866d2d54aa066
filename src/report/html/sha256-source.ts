import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** How a content security policy names an inlined script or style: `'sha256-…'`. */
export function sha256Source(text: string): string {
  return `'sha256-${base64(sha256(utf8ToBytes(text)))}'`;
}

/** Standard alphabet, padded (RFC 4648, section 4). */
function base64(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const [a, b, c] = [bytes[i]!, bytes[i + 1], bytes[i + 2]];
    const word = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    text += DIGITS[word >> 18]! + DIGITS[(word >> 12) & 63]!;
    text += b === undefined ? "=" : DIGITS[(word >> 6) & 63]!;
    text += c === undefined ? "=" : DIGITS[word & 63]!;
  }
  return text;
}
