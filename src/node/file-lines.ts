import type { FileHandle } from "node:fs/promises";

/** A line of a file, its end included, and where it begins [bytes]. */
export interface FileLine {
  readonly offset: number;
  readonly bytes: Buffer;
}

const CHUNK = 1 << 20;
/** Longest line [bytes]: far beyond any point of a sweep, and the terms of one over a large table. */
const LONGEST = 512 * CHUNK;

/**
 * The lines of a file from its beginning, one after another; text behind the last end of line is no line, nor is anything behind one
 * that is too long to be held.
 */
export async function* fileLines(file: FileHandle): AsyncGenerator<FileLine> {
  let begun: Buffer[] = [];
  let offset = 0;
  for (let position = 0; ; ) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    let from = 0;
    for (;;) {
      const end = buffer.subarray(0, bytesRead).indexOf(10, from);
      if (end < 0) break;
      begun.push(buffer.subarray(from, end + 1));
      const bytes = begun.length === 1 ? begun[0]! : Buffer.concat(begun);
      yield { offset, bytes };
      offset += bytes.length;
      begun = [];
      from = end + 1;
    }
    if (from < bytesRead) begun.push(buffer.subarray(from, bytesRead));
    if (position - offset > LONGEST) return;
  }
}
