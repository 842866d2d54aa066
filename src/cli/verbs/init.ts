import { rename, rm, writeFile } from "node:fs/promises";
import { InputError } from "../../errors.ts";
import { starterText } from "../../scenario/index.ts";
import { EXIT } from "../exit-code.ts";
import type { Verb } from "../program.ts";

/** Writes the starter scenario. */
export const init: Verb = async ([file = "clinic.json"], flags, { streams }) => {
  const draft = `${file}.${process.pid}.part`;
  try {
    if (flags.force === true) {
      await writeFile(draft, starterText(), { flag: "wx" });
      await rename(draft, file);
    } else {
      await writeFile(file, starterText(), { flag: "wx" });
    }
  } catch (error) {
    await rm(draft, { force: true });
    throw (error as NodeJS.ErrnoException).code === "EEXIST" ? taken(file) : error;
  }
  if (flags.quiet !== true) streams.stdout.write(`wrote ${file}\nnext:  clinicsim validate ${file}\n`);
  return EXIT.done;
};

function taken(file: string): InputError {
  const hint = "give another name, or --force to replace it";
  return new InputError([
    { code: "file-exists", path: "", message: `${file} is there already`, hint, severity: "error" },
  ]);
}
