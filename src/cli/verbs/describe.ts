import { writeFile } from "node:fs/promises";
import { InputError } from "../../errors.ts";
import { renderMarkdown, stressDesDocument } from "../../report/index.ts";
import { EXIT } from "../exit-code.ts";
import { loadStudy } from "../load-study.ts";
import type { Verb } from "../program.ts";
import { showDocument } from "../show-document.ts";

/** Writes a STRESS-DES report of a scenario, or of a result. */
export const describe: Verb = async ([path = ""], flags, { streams }) => {
  const document = stressDesDocument(await loadStudy(path, flags));
  const { stdout } = streams;
  const { out } = flags;
  if (flags.json === true) {
    stdout.write(`${JSON.stringify({ format: "clinicsim/description/1", document }, null, 2)}\n`);
  } else if (typeof out === "string") {
    await writeNew(out, renderMarkdown(document), flags.force === true);
    if (flags.quiet !== true) stdout.write(`written to ${out}\n`);
  } else if (flags.text === true) showDocument(document, flags, streams);
  else stdout.write(renderMarkdown(document));
  return EXIT.done;
};

async function writeNew(path: string, text: string, force: boolean): Promise<void> {
  await writeFile(path, text, { flag: force ? "w" : "wx" }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
    const hint = "--force replaces it; --out names another";
    const message = `there is already a file ${path}`;
    throw new InputError([{ code: "file-exists", path: "", message, hint, severity: "error" }]);
  });
}
