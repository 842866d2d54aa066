import { rename, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { InputError } from "../../errors.ts";
import {
  assumedCalls,
  baseScenario,
  calendarOver,
  composeScenario,
  type Extract,
  fitExtract,
  fittedLog,
} from "../../experiment/index.ts";
import { fitDocument, fitJson } from "../../report/index.ts";
import { EXIT } from "../exit-code.ts";
import { extractFlags } from "../extract-flags.ts";
import { type FitFlags, fitFlags } from "../fit-flags.ts";
import { loadExtract } from "../load-extract.ts";
import { loadScenario } from "../load-scenario.ts";
import type { Verb } from "../program.ts";
import { showDocument } from "../show-document.ts";

/** Writes a scenario from the extract of a message log. */
export const fit: Verb = async (paths, flags, { streams }) => {
  const asked = fitFlags(flags);
  const reading = extractFlags(flags);
  const base = asked.like === undefined ? baseScenario() : await loadScenario(asked.like, {});
  const extract = await loadExtract(paths, reading, streams);
  const found = fitExtract(extract, {
    calendar: calendarOver(base, extract),
    accounts: accountsOf(asked, extract),
    calls: (specialty) => assumedCalls(base.clinic, specialty),
  });
  const written = composeScenario(found, {
    name: asked.name ?? nameOf(asked.out),
    base,
    records: `message log, ${found.start} to ${found.lastDate}, ${found.messages} messages`,
    log: { ...fittedLog(extract) },
  });
  await save(asked, written.text);
  const summary = { extract, fit: found, written, file: asked.out };
  if (asked.json) streams.stdout.write(fitJson(summary));
  else if (!asked.quiet) {
    showDocument(fitDocument(summary), flags, streams);
    streams.stdout.write(`\nwrote ${asked.out}\n`);
  }
  return EXIT.done;
};

function accountsOf({ patients, all }: FitFlags, { names }: Extract): Readonly<Record<string, number>> {
  if (all === undefined) return patients;
  const [first, ...others] = names.specialties;
  if (others.length === 0) return { ...patients, [first!]: all };
  const message = `${all} patients of which specialty?`;
  const hint = `write specialty=number; there are: ${names.specialties.join(", ")}`;
  throw new InputError([{ code: "bad-flag", path: "--patients", message, hint, severity: "error" }]);
}

/** `my-clinic.json` as `my-clinic`. */
function nameOf(file: string): string {
  return (
    basename(file)
      .replace(/\.jsonc?$/i, "")
      .slice(0, 80) || "my clinic"
  );
}

async function save({ out, force }: FitFlags, text: string): Promise<void> {
  const draft = `${out}.${process.pid}.part`;
  try {
    if (force) {
      await writeFile(draft, text, { flag: "wx" });
      await rename(draft, out);
    } else await writeFile(out, text, { flag: "wx" });
  } catch (error) {
    await rm(draft, { force: true });
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const message = `${out} is there already`;
    const hint = "give another name, or --force to replace it";
    throw new InputError([{ code: "file-exists", path: "--out", message, hint, severity: "error" }]);
  }
}
