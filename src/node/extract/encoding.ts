import { isUtf8 } from "node:buffer";

export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;

export type Encoding = (typeof ENCODINGS)[number];

/** Share of zero bytes above which text has two bytes a letter. */
const ZEROS = 0.2;

/** The encoding that a file is in, by its first bytes: a byte order mark, else what they can be. `bom`: how many bytes the mark takes. */
export function encodingOf(head: Buffer): { readonly encoding: Encoding; readonly bom: number } {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: "utf-8", bom: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: "utf-16le", bom: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: "utf-16be", bom: 2 };
  const zeros = [0, 0];
  const looked = Math.min(head.length, 4096);
  for (let i = 0; i < looked; i++) if (head[i] === 0) zeros[i % 2]! += 1;
  if (zeros[1]! > (ZEROS * looked) / 2) return { encoding: "utf-16le", bom: 0 };
  if (zeros[0]! > (ZEROS * looked) / 2) return { encoding: "utf-16be", bom: 0 };
  return { encoding: isUtf8(wholeLetters(head)) ? "utf-8" : "windows-1252", bom: 0 };
}

/** UTF-8 without the letter that is cut off at the end. */
function wholeLetters(bytes: Buffer): Buffer {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? bytes.subarray(0, bytes.length - back) : bytes;
  }
  return bytes;
}

/** Turns the bytes of a file into UTF-8, piece by piece, and remembers whether some were no text. */
export class Utf8Of {
  /** Some bytes could not be read; a sign stands in their place. */
  isDamaged = false;
  readonly #decoder: InstanceType<typeof TextDecoder> | undefined;
  #rest: Buffer = Buffer.alloc(0);

  constructor(encoding: Encoding) {
    this.#decoder = encoding === "utf-8" ? undefined : new TextDecoder(encoding);
  }

  of(chunk: Buffer): Buffer {
    if (this.#decoder === undefined) {
      const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
      const whole = wholeLetters(bytes);
      this.#rest = bytes.subarray(whole.length);
      if (!this.isDamaged && !isUtf8(whole)) this.isDamaged = true;
      return whole;
    }
    const text = this.#decoder.decode(chunk, { stream: true });
    if (!this.isDamaged && text.includes("\uFFFD")) this.isDamaged = true;
    return Buffer.from(text);
  }

  end(): Buffer {
    if (this.#decoder === undefined) {
      if (this.#rest.length > 0) this.isDamaged = true;
      return this.#rest;
    }
    return Buffer.from(this.#decoder.decode());
  }
}
