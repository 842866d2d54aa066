import { open } from "node:fs/promises";
import { InputError, type Issue } from "../errors.ts";
import { LIMITS } from "../scenario/index.ts";

const SCENARIO = "scenario file";
const BYTE_ORDER_MARK = /^\uFEFF/;

/**
 * The text of a UTF-8 file of at most `limit` bytes, without byte order mark; `what` is a file that should stand there. Throws InputError,
 * in words, for what cannot be read.
 */
export async function readTextFile(
  path: string,
  limit: number = LIMITS.file,
  what = SCENARIO,
): Promise<string> {
  const bytes = await readBounded(path, limit, what).catch((error: NodeJS.ErrnoException) => {
    throw error instanceof InputError ? error : new InputError([unreadableFile(path, what, error)]);
  });
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
      .decode(bytes)
      .replace(BYTE_ORDER_MARK, "");
  } catch {
    throw fault("not-text", `${path} is not UTF-8 text`, "save the file as UTF-8");
  }
}

/** Reads on only until the limit is passed, because a device or a pipe does not say how long it is. */
async function readBounded(path: string, limit: number, what: string): Promise<Buffer> {
  const file = await open(path, "r");
  try {
    const chunks: Buffer[] = [];
    let length = 0;
    for (;;) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(65_536), 0, 65_536, null);
      if (bytesRead === 0) return Buffer.concat(chunks);
      length += bytesRead;
      if (length > limit) {
        throw fault("file-too-large", `${path} is larger than ${limit} bytes`, `is it a ${what}?`);
      }
      chunks.push(buffer.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}

/** A file that cannot be read, in words; `what` is a file that should stand there. */
export function unreadableFile(path: string, what: string, { code, message }: NodeJS.ErrnoException): Issue {
  const said: Readonly<Record<string, readonly [message: string, hint: string]>> = {
    ENOENT: [
      `there is no file ${path}`,
      what === SCENARIO
        ? "check the spelling; `clinicsim init` writes a scenario to start from"
        : "check the spelling",
    ],
    EISDIR: [`${path} is a folder`, `name the ${what} in it`],
    EACCES: [`${path} may not be read`, "check its permissions"],
    EPERM: [`${path} may not be read`, "check its permissions"],
  };
  const [words, hint] = said[code ?? ""] ?? [`${path} cannot be read (${code ?? message})`, "check the path"];
  return { code: "unreadable-file", path: "", message: words, hint, severity: "error" };
}

function fault(code: string, message: string, hint: string): InputError {
  return new InputError([{ code, path: "", message, hint, severity: "error" }]);
}
