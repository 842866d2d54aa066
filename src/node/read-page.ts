import { readFile } from "node:fs/promises";
import { InputError } from "../errors.ts";

/** Beside the built command; from the sources, where the build puts it. */
const PLACES = ["./web/index.html", "../../dist/web/index.html"];

/** The built what-if page. Throws InputError where there is none. */
export async function readPage(): Promise<string> {
  for (const place of PLACES) {
    const text = await readFile(new URL(place, import.meta.url), "utf8").catch(() => undefined);
    if (text !== undefined) return text;
  }
  const message = "the what-if page is not built";
  throw new InputError([
    { code: "no-page", path: "", message, hint: "`npm run build` makes it", severity: "error" },
  ]);
}
