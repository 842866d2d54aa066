import { type FileHandle, open } from "node:fs/promises";

const CHUNK = 1 << 18;
const QUOTE = 0x22;
const END = 0x0a;

/** Reads a CSV file from its beginning, a row or so many bytes at a time; never holds more than it is asked for. */
export class RowReader {
  readonly #file: FileHandle;
  #buffer = Buffer.alloc(0);
  #ended = false;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  static async open(path: string): Promise<RowReader> {
    return new RowReader(await open(path, "r"));
  }

  /** Whether the next bytes are these; if so, they are passed. */
  async passes(bytes: Buffer): Promise<boolean> {
    while (this.#buffer.length < bytes.length && (await this.#more()));
    if (!this.#buffer.subarray(0, bytes.length).equals(bytes)) return false;
    this.#buffer = this.#buffer.subarray(bytes.length);
    return true;
  }

  /** The next row with its end, or as much of it as `most` bytes; what is left of it is passed. Undefined at the end of the file. */
  async row(most: number): Promise<Buffer | undefined> {
    const parts: Buffer[] = [];
    let length = 0;
    let quoted = false;
    for (let at = 0; ; at++) {
      if (at === this.#buffer.length) {
        if (length < most) parts.push(this.#buffer);
        length += this.#buffer.length;
        this.#buffer = Buffer.alloc(0);
        at = 0;
        if (!(await this.#more())) break;
      }
      const byte = this.#buffer[at];
      if (byte === QUOTE) quoted = !quoted;
      if (byte !== END || quoted) continue;
      if (length < most) parts.push(this.#buffer.subarray(0, at + 1));
      length += at + 1;
      this.#buffer = this.#buffer.subarray(at + 1);
      break;
    }
    return length === 0 ? undefined : Buffer.concat(parts).subarray(0, most);
  }

  async close(): Promise<void> {
    await this.#file.close();
  }

  async #more(): Promise<boolean> {
    if (this.#ended) return false;
    const { bytesRead, buffer } = await this.#file.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK, null);
    this.#ended = bytesRead === 0;
    const read = buffer.subarray(0, bytesRead);
    this.#buffer = this.#buffer.length === 0 ? read : Buffer.concat([this.#buffer, read]);
    return bytesRead > 0;
  }
}
