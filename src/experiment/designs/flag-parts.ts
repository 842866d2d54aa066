import { formatPath, parsePath } from "../../scenario/index.ts";
import { DESIGN_LIMITS } from "./design.ts";
import { designFault } from "./design-fault.ts";

/** The path of a flag `path=text`, as it is always written, and the text behind the first equals sign outside quotes. Throws InputError. */
export function flagParts(
  flag: string,
  written: string,
  example: string,
): readonly [path: string, text: string] {
  const hint = `write ${example}`;
  if (written.length > 50 * DESIGN_LIMITS.text) {
    throw designFault(
      "bad-flag",
      flag,
      `${written.length} characters are too many`,
      "write a file for --design",
    );
  }
  let quotes = false;
  let equals = -1;
  for (let at = 0; at < written.length && equals < 0; at++) {
    if (written[at] === '"' && written[at - 1] !== "\\") quotes = !quotes;
    else if (written[at] === "=" && !quotes) equals = at;
  }
  if (equals < 1)
    throw designFault("bad-flag", flag, `${shown(written)} has no path before an equals sign`, hint);
  const path = written.slice(0, equals).trim();
  return [canonicalPath(flag, path), written.slice(equals + 1).trim()];
}

/** A path as `formatPath` writes it, so that one place has one name. Throws InputError for what is no path. */
export function canonicalPath(where: string, path: string): string {
  const segments = path.length > DESIGN_LIMITS.text ? undefined : parsePath(path);
  if (segments !== undefined) return formatPath(segments);
  const hint = "write keys with dots between them, and keys with dots in them in double quotes";
  throw designFault("bad-path", where, `${shown(path)} is not a path`, hint);
}

/** A text as messages quote it: cut after 60 characters. */
export function shown(text: string): string {
  return JSON.stringify(text.length <= 60 ? text : `${text.slice(0, 57)}...`);
}
