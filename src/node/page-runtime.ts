import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { invariant } from "../errors.ts";

const BUILT = !import.meta.url.endsWith(".ts");
const PLACE = new URL(BUILT ? "./report-page.js" : "../../dist/report-page.js", import.meta.url);

/** The program of a report's page, as the build has bundled it. */
export async function pageRuntime(): Promise<string> {
  invariant(existsSync(PLACE), "the page's program is not there: npm run build");
  return readFile(PLACE, "utf8");
}
